// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/momentum_row.h"

#include "model/airflow/upwind.h"
#include "model/airflow/wide.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

/// What one axis adds to a face: rate of change, weight of both neighbours, brake of walls.
struct AxisPart {
    float rate;
    float fromBelow;
    float fromAbove;
    float brake;
};

/// Flow and diffusion over the two ends of a face's control volume along one axis.
struct Ends {
    float flowLow;
    float flowHigh;
    float spreadLow;  ///< viscosity / distance · open share, m/s
    float spreadHigh;
};

template <int component>
HALLTWIN_PART Ends alongEnds(const MomentumRow& row, std::ptrdiff_t i) {
    constexpr auto a = static_cast<std::size_t>(component);
    const std::ptrdiff_t s = row.stride[a];
    const float* u = row.velocity[a] + i;
    const float* inverse = row.axis[a].inverseWidth;
    return {0.5F * (u[-s] + u[0]), 0.5F * (u[0] + u[s]),
            row.viscosity[i] * inverse[at<component>(i, 0)],
            row.viscosity[i + s] * inverse[at<component>(i, 1)]};
}

template <int component, int axis>
HALLTWIN_PART Ends acrossEnds(const MomentumRow& row, std::ptrdiff_t i) {
    constexpr auto a = static_cast<std::size_t>(component);
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t sa = row.stride[a];
    const std::ptrdiff_t sd = row.stride[d];
    const float* v = row.velocity[d] + i;
    const float* open = row.open[d] + i;
    const float* nu = row.viscosity + i;
    const float share = 0.5F * row.axis[a].width[at<component>(i, 0)] *
                        row.axis[a].inverseDistance[at<component>(i, 0)];
    const float* distance = row.axis[d].inverseDistance;
    const float here = nu[0] + nu[sa];
    return {share * v[-sd] + (1.0F - share) * v[sa - sd], share * v[0] + (1.0F - share) * v[sa],
            0.125F * (open[-sd] + open[sa - sd]) * (here + nu[-sd] + nu[sa - sd]) *
                distance[at<axis>(i, -1)],
            0.125F * (open[0] + open[sa]) * (here + nu[sd] + nu[sa + sd]) *
                distance[at<axis>(i, 0)]};
}

/// Friction of a wall half a cell away, per speed, m/s.
HALLTWIN_PART float wallBrake(const MomentumRow& row, std::size_t axis, float inverseWidth,
                              float speed) {
    const float root = std::sqrt(speed);
    return row.molecular * 2.0F * inverseWidth + row.wallLaw[axis] * root * std::sqrt(root);
}

template <int component>
HALLTWIN_PART AxisPart alongPart(const MomentumRow& row, std::ptrdiff_t i) {
    constexpr auto a = static_cast<std::size_t>(component);
    const std::ptrdiff_t s = row.stride[a];
    const float* u = row.velocity[a] + i;
    const float* inverse = row.axis[a].inverseWidth;
    const float* width = row.axis[a].width;
    const Ends ends = alongEnds<component>(row, i);
    const float slopeFar = (u[-s] - u[-2 * s]) * inverse[at<component>(i, -1)];
    const float slopeLow = (u[0] - u[-s]) * inverse[at<component>(i, 0)];
    const float slopeHigh = (u[s] - u[0]) * inverse[at<component>(i, 1)];
    const float slopeNext = (u[2 * s] - u[s]) * inverse[at<component>(i, 2)];
    const float reachLow = 0.5F * width[at<component>(i, 0)];
    const float reachHigh = 0.5F * width[at<component>(i, 1)];
    const float low =
        faceValue(ends.flowLow, {u[-s], u[0], slopeFar, slopeLow, slopeHigh, reachLow, reachLow});
    const float high = faceValue(
        ends.flowHigh, {u[0], u[s], slopeLow, slopeHigh, slopeNext, reachHigh, reachHigh});
    const float shrink = row.axis[a].inverseDistance[at<component>(i, 0)];
    const float rate = ends.spreadHigh * (u[s] - u[0]) - ends.spreadLow * (u[0] - u[-s]) -
                       ends.flowHigh * (high - u[0]) + ends.flowLow * (low - u[0]);
    return {shrink * rate, shrink * (ends.spreadLow + std::max(ends.flowLow, 0.0F)),
            shrink * (ends.spreadHigh + std::max(-ends.flowHigh, 0.0F)), 0.0F};
}

template <int component, int axis>
HALLTWIN_PART AxisPart acrossPart(const MomentumRow& row, std::ptrdiff_t i) {
    constexpr auto a = static_cast<std::size_t>(component);
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t sa = row.stride[a];
    const std::ptrdiff_t s = row.stride[d];
    const float* u = row.velocity[a] + i;
    const float* open = row.open[d] + i;
    const float* distance = row.axis[d].inverseDistance;
    const float* width = row.axis[d].width;
    const Ends ends = acrossEnds<component, axis>(row, i);
    const float slopeFar = (u[-s] - u[-2 * s]) * distance[at<axis>(i, -2)];
    const float slopeLow = (u[0] - u[-s]) * distance[at<axis>(i, -1)];
    const float slopeHigh = (u[s] - u[0]) * distance[at<axis>(i, 0)];
    const float slopeNext = (u[2 * s] - u[s]) * distance[at<axis>(i, 1)];
    const float half = 0.5F * width[at<axis>(i, 0)];
    const float low = faceValue(ends.flowLow, {u[-s], u[0], slopeFar, slopeLow, slopeHigh,
                                               0.5F * width[at<axis>(i, -1)], half});
    const float high = faceValue(ends.flowHigh, {u[0], u[s], slopeLow, slopeHigh, slopeNext, half,
                                                 0.5F * width[at<axis>(i, 1)]});
    const float inverse = row.axis[d].inverseWidth[at<axis>(i, 0)];
    const float wallsLow = row.brakesBelow[d] * (1.0F - 0.5F * (open[-s] + open[sa - s]));
    const float wallsHigh = row.brakesAbove[d] * (1.0F - 0.5F * (open[0] + open[sa]));
    const float brake =
        inverse * (wallsLow + wallsHigh) * wallBrake(row, d, inverse, std::abs(u[0]));
    const float rate = ends.spreadHigh * (u[s] - u[0]) - ends.spreadLow * (u[0] - u[-s]) -
                       ends.flowHigh * (high - u[0]) + ends.flowLow * (low - u[0]);
    return {inverse * rate - brake * u[0],
            inverse * (ends.spreadLow + std::max(ends.flowLow, 0.0F)),
            inverse * (ends.spreadHigh + std::max(-ends.flowHigh, 0.0F)), brake};
}

template <int component, int axis>
HALLTWIN_PART AxisPart axisPart(const MomentumRow& row, std::ptrdiff_t i) {
    if constexpr (component == axis)
        return alongPart<component>(row, i);
    else
        return acrossPart<component, axis>(row, i);
}

template <int component>
HALLTWIN_PART float drive(const MomentumRow& row, std::ptrdiff_t i) {
    const std::ptrdiff_t s = row.stride[static_cast<std::size_t>(component)];
    const float* distance = row.axis[static_cast<std::size_t>(component)].inverseDistance;
    const float push = (row.pressure[i] - row.pressure[i + s]) * distance[at<component>(i, 0)];
    if constexpr (component == 2) return push + 0.5F * (row.buoyancy[i] + row.buoyancy[i + s]);
    return push;
}

template <int component>
HALLTWIN_PART void rateRow(const MomentumRow& row, float* __restrict rate,
                           float* __restrict diagonal, float* __restrict change) {
    const float* open = row.open[static_cast<std::size_t>(component)];
    for (std::ptrdiff_t i = 0; i < row.cells; ++i) {
        const AxisPart x = axisPart<component, 0>(row, i);
        const AxisPart y = axisPart<component, 1>(row, i);
        const AxisPart z = axisPart<component, 2>(row, i);
        const float r = open[i] * (x.rate + y.rate + z.rate + drive<component>(row, i));
        const float sum = row.inverseDt + x.fromBelow + x.fromAbove + x.brake + y.fromBelow +
                          y.fromAbove + y.brake + z.fromBelow + z.fromAbove + z.brake;
        rate[i] = r;
        diagonal[i] = 1.0F / sum;
        change[i] = r / sum;
    }
}

template <int component, int axis>
HALLTWIN_PART float neighbours(const MomentumRow& row, std::ptrdiff_t i, const float* change) {
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t s = row.stride[d];
    Ends ends;
    float shrink = 0.0F;
    if constexpr (component == axis) {
        ends = alongEnds<component>(row, i);
        shrink = row.axis[d].inverseDistance[at<axis>(i, 0)];
    } else {
        ends = acrossEnds<component, axis>(row, i);
        shrink = row.axis[d].inverseWidth[at<axis>(i, 0)];
    }
    return shrink * ((ends.spreadLow + std::max(ends.flowLow, 0.0F)) * change[i - s] +
                     (ends.spreadHigh + std::max(-ends.flowHigh, 0.0F)) * change[i + s]);
}

template <int component>
HALLTWIN_PART void relaxRow(const MomentumRow& row, const float* __restrict rate,
                            const float* __restrict diagonal, float* change,
                            float* __restrict scratch) {
    const float* open = row.open[static_cast<std::size_t>(component)];
    for (std::ptrdiff_t i = 0; i < row.cells; ++i)
        scratch[i] =
            open[i] * diagonal[i] *
            (rate[i] + neighbours<component, 0>(row, i, change) +
             neighbours<component, 1>(row, i, change) + neighbours<component, 2>(row, i, change));
    for (std::ptrdiff_t i = 0; i < row.cells; ++i)
        change[i] = scratch[i];
}

}  // namespace

HALLTWIN_WIDE
void momentumRateRow(int component, const MomentumRow& row, float* rate, float* diagonal,
                     float* change) {
    if (component == 0) return rateRow<0>(row, rate, diagonal, change);
    if (component == 1) return rateRow<1>(row, rate, diagonal, change);
    rateRow<2>(row, rate, diagonal, change);
}

HALLTWIN_WIDE
void momentumRelaxRow(int component, const MomentumRow& row, const RowChange& unknowns) {
    if (component == 0)
        return relaxRow<0>(row, unknowns.rate, unknowns.diagonal, unknowns.change,
                           unknowns.scratch);
    if (component == 1)
        return relaxRow<1>(row, unknowns.rate, unknowns.diagonal, unknowns.change,
                           unknowns.scratch);
    relaxRow<2>(row, unknowns.rate, unknowns.diagonal, unknowns.change, unknowns.scratch);
}

}  // namespace halltwin::airflow
