// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/scalar_transport.h"

#include "model/airflow/stencil.h"
#include "model/airflow/upwind.h"
#include "model/airflow/wide.h"

#include <algorithm>

namespace halltwin::airflow {

namespace {

struct ScalarRow {
    std::ptrdiff_t cells;
    std::array<std::ptrdiff_t, 3> stride;
    std::array<AxisRow, 3> axis;
    std::array<const float*, 3> velocity;
    std::array<const float*, 3> share;
    const float* diffusivity;
    const float* gain;
    const float* decay;
    const float* phi;
    float inverseDt;
};

/// 1 where any air can pass. A factor, for a choice between two loads would stay a branch.
HALLTWIN_PART float passes(float share) {
    return share > 0.0F ? 1.0F : 0.0F;
}

/// What one axis adds to a cell: rate of change, and the weight of both neighbours.
struct AxisPart {
    float rate;
    float fromBelow;
    float fromAbove;
};

template <int axis>
HALLTWIN_PART AxisPart axisPart(const ScalarRow& row, std::ptrdiff_t i) {
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t s = row.stride[d];
    const float* phi = row.phi + i;
    const float* share = row.share[d] + i;
    const float* velocity = row.velocity[d] + i;
    const float* diffusivity = row.diffusivity + i;
    const AxisRow& geometry = row.axis[d];
    const float* distance = geometry.inverseDistance;
    const float* width = geometry.width;
    const float inverse = geometry.inverseWidth[at<axis>(i, 0)];

    const float slopeFar = (phi[-s] - phi[-2 * s]) * distance[at<axis>(i, -2)] * share[-2 * s];
    const float slopeLow = (phi[0] - phi[-s]) * distance[at<axis>(i, -1)] * share[-s];
    const float slopeHigh = (phi[s] - phi[0]) * distance[at<axis>(i, 0)] * share[0];
    const float slopeNext = (phi[2 * s] - phi[s]) * distance[at<axis>(i, 1)] * share[s];
    const float half = 0.5F * width[at<axis>(i, 0)];
    const float flowLow = velocity[-s] * passes(share[-s]);
    const float flowHigh = velocity[0] * passes(share[0]);

    const float low = faceValue(flowLow, {phi[-s], phi[0], slopeFar, slopeLow, slopeHigh,
                                          0.5F * width[at<axis>(i, -1)], half});
    const float high = faceValue(flowHigh, {phi[0], phi[s], slopeLow, slopeHigh, slopeNext, half,
                                            0.5F * width[at<axis>(i, 1)]});
    const float spreadLow = 0.5F * (diffusivity[0] + diffusivity[-s]);
    const float spreadHigh = 0.5F * (diffusivity[0] + diffusivity[s]);
    const float rate = spreadHigh * slopeHigh - spreadLow * slopeLow - flowHigh * (high - phi[0]) +
                       flowLow * (low - phi[0]);
    const float fromBelow =
        spreadLow * distance[at<axis>(i, -1)] * share[-s] + std::max(flowLow, 0.0F);
    const float fromAbove =
        spreadHigh * distance[at<axis>(i, 0)] * share[0] + std::max(-flowHigh, 0.0F);
    return {inverse * rate, inverse * fromBelow, inverse * fromAbove};
}

HALLTWIN_WIDE
void rateRow(const ScalarRow& row, float* __restrict rate, float* __restrict diagonal,
             float* __restrict change) {
    for (std::ptrdiff_t i = 0; i < row.cells; ++i) {
        const AxisPart x = axisPart<0>(row, i);
        const AxisPart y = axisPart<1>(row, i);
        const AxisPart z = axisPart<2>(row, i);
        const float r = x.rate + y.rate + z.rate + row.gain[i] - row.decay[i] * row.phi[i];
        const float sum = row.inverseDt + row.decay[i] + x.fromBelow + x.fromAbove + y.fromBelow +
                          y.fromAbove + z.fromBelow + z.fromAbove;
        rate[i] = r;
        diagonal[i] = 1.0F / sum;
        change[i] = r / sum;
    }
}

template <int axis>
HALLTWIN_PART float neighbours(const ScalarRow& row, std::ptrdiff_t i, const float* change) {
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t s = row.stride[d];
    const float* share = row.share[d] + i;
    const float* velocity = row.velocity[d] + i;
    const float* diffusivity = row.diffusivity + i;
    const float* distance = row.axis[d].inverseDistance;
    const float spreadLow = 0.5F * (diffusivity[0] + diffusivity[-s]) * distance[at<axis>(i, -1)];
    const float spreadHigh = 0.5F * (diffusivity[0] + diffusivity[s]) * distance[at<axis>(i, 0)];
    const float flowLow = velocity[-s] * passes(share[-s]);
    const float flowHigh = velocity[0] * passes(share[0]);
    return row.axis[d].inverseWidth[at<axis>(i, 0)] *
           ((spreadLow * share[-s] + std::max(flowLow, 0.0F)) * change[i - s] +
            (spreadHigh * share[0] + std::max(-flowHigh, 0.0F)) * change[i + s]);
}

HALLTWIN_WIDE
void relaxScalarRow(const ScalarRow& row, const float* __restrict rate,
                    const float* __restrict diagonal, float* change, float* __restrict scratch) {
    for (std::ptrdiff_t i = 0; i < row.cells; ++i)
        scratch[i] = diagonal[i] * (rate[i] + neighbours<0>(row, i, change) +
                                    neighbours<1>(row, i, change) + neighbours<2>(row, i, change));
    for (std::ptrdiff_t i = 0; i < row.cells; ++i)
        change[i] = scratch[i];
}

/// What the equations of a row still lack, as a change of φ.
HALLTWIN_WIDE
void remainderRow(const ScalarRow& row, const float* __restrict rate,
                  const float* __restrict diagonal, const float* __restrict change,
                  float* __restrict owed) {
    const float dt = 1.0F / row.inverseDt;
    for (std::ptrdiff_t i = 0; i < row.cells; ++i)
        owed[i] = dt * (rate[i] + neighbours<0>(row, i, change) + neighbours<1>(row, i, change) +
                        neighbours<2>(row, i, change) - change[i] / diagonal[i]);
}

/// Adds what the step before left out.
HALLTWIN_WIDE
void addOwedRow(const ScalarRow& row, const float* __restrict owed,
                const float* __restrict diagonal, float* __restrict rate,
                float* __restrict change) {
    for (std::ptrdiff_t i = 0; i < row.cells; ++i) {
        rate[i] += row.inverseDt * owed[i];
        change[i] = rate[i] * diagonal[i];
    }
}

ScalarRow scalarRow(const ScalarCarrier& carrier, const ScalarSources& sources, const Field& phi,
                    int j, int k) {
    const AirSpace& space = carrier.space;
    const CellBox& box = space.box;
    const std::size_t first = box.at(0, j, k);
    ScalarRow row;
    row.cells = box.nx;
    for (std::size_t d = 0; d < 3; ++d) {
        row.stride[d] = static_cast<std::ptrdiff_t>(box.stride(d));
        row.axis[d] = axisRow(space.metric.axes[d], d == 0 ? 0 : d == 1 ? j : k);
        row.velocity[d] = carrier.velocity[d].data() + first;
        row.share[d] = space.share[d].data() + first;
    }
    row.diffusivity = carrier.diffusivity.data() + first;
    row.gain = sources.gain.data() + first;
    row.decay = sources.decay.data() + first;
    row.phi = phi.data() + first;
    return row;
}

}  // namespace

void stepScalar(const ScalarCarrier& carrier, const ScalarSources& sources,
                const ImplicitStep& step, StepScratch& scratch, Field& phi) {
    const CellBox& box = carrier.space.box;
    const auto rowAt = [&](int j, int k) {
        ScalarRow row = scalarRow(carrier, sources, phi, j, k);
        row.inverseDt = static_cast<float>(1.0 / step.dtS);
        return row;
    };
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        const ScalarRow row = rowAt(j, k);
        rateRow(row, scratch.rate.data() + first, scratch.diagonal.data() + first,
                scratch.change.data() + first);
        if (scratch.owed)
            addOwedRow(row, scratch.owed->data() + first, scratch.diagonal.data() + first,
                       scratch.rate.data() + first, scratch.change.data() + first);
    });
    for (int sweep = 0; sweep < step.sweeps; ++sweep)
        forAlternateRows(box, [&](int j, int k) {
            thread_local std::vector<float> line;
            line.resize(static_cast<std::size_t>(box.nx));
            const std::size_t first = box.at(0, j, k);
            relaxScalarRow(rowAt(j, k), scratch.rate.data() + first,
                           scratch.diagonal.data() + first, scratch.change.data() + first,
                           line.data());
        });
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        float* value = phi.data() + first;
        const float* change = scratch.change.data() + first;
        if (scratch.owed)
            remainderRow(rowAt(j, k), scratch.rate.data() + first, scratch.diagonal.data() + first,
                         change, scratch.owed->data() + first);
        for (int i = 0; i < box.nx; ++i)
            value[i] += change[i];
    });
}

}  // namespace halltwin::airflow
