// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/tracer_weights.h"

#include "model/airflow/stencil.h"
#include "model/airflow/upwind.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

/// Both sides of a face of a cell, to see what its limiter did.
struct FaceSide {
    std::size_t axis;
    std::size_t face;  ///< cell below it
    int before;        ///< position of that cell on the axis
};

/// More than half would be worse than central differences; relaxation stands a little less.
constexpr float greatestBlend = 0.4F;

/// Share of the downwind cell in the value that a face carries, as van Leer's limiter chose it for
/// a field.
float downwindShare(const ScalarCarrier& carrier, const Field& shape, const FaceSide& side) {
    const AxisMetric& axis = carrier.space.metric.axes[side.axis];
    const std::size_t s = carrier.space.box.stride(side.axis);
    const auto& share = carrier.space.share[side.axis];
    const std::size_t c = side.face;
    const float across = shape[c + s] - shape[c];
    if (std::abs(across) < 1e-6F) return 0.0F;
    const auto slope = [&](std::size_t face, int before) {
        return (shape[face + s] - shape[face]) * axis.inverseDistanceAfter(before) * share[face];
    };
    const float flow = carrier.velocity[side.axis][c];
    const float beyond = limitedSlope(flow, {shape[c], shape[c + s], slope(c - s, side.before - 1),
                                             slope(c, side.before), slope(c + s, side.before + 1),
                                             0.5F * axis.widthOf(side.before),
                                             0.5F * axis.widthOf(side.before + 1)});
    return std::min(greatestBlend, (flow > 0.0F ? beyond : -beyond) / across);
}

TracerWeights weightsOf(const ScalarCarrier& carrier, const Field& shape, float decay,
                        const std::array<int, 3>& position) {
    const GridMetric& metric = carrier.space.metric;
    const CellBox& box = carrier.space.box;
    const std::size_t c = box.at(position[0], position[1], position[2]);
    TracerWeights weights;
    float diagonal = decay;
    float sum = decay;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t s = box.stride(axis);
        const float inverse = 1.0F / metric.axes[axis].widthOf(position[axis]);
        const auto add = [&](const FaceSide& side, std::size_t end, std::size_t neighbour) {
            const float open = carrier.space.share[axis][side.face];
            if (open == 0.0F) return;
            const float flow = carrier.velocity[axis][side.face];
            const float inward = end == 0 ? flow : -flow;
            const float spread = 0.5F * (carrier.diffusivity[c] + carrier.diffusivity[neighbour]) *
                                 metric.axes[axis].inverseDistanceAfter(side.before) * open;
            const float upwind = inverse * (spread + std::max(inward, 0.0F));
            const float blend =
                upwind - inverse * std::abs(flow) * downwindShare(carrier, shape, side);
            weights.neighbour[2 * axis + end] = blend;
            diagonal += upwind;
            sum += blend;
        };
        add({axis, c - s, position[axis] - 1}, 0, c - s);
        add({axis, c, position[axis]}, 1, c + s);
    }
    if (diagonal <= 0.0F) return {};
    weights.inverseDiagonal = 1.0F / diagonal;
    for (float& weight : weights.neighbour)
        weight *= weights.inverseDiagonal;
    weights.self = 1.0F - sum * weights.inverseDiagonal;
    return weights;
}

}  // namespace

std::vector<TracerWeights> tracerWeights(const ScalarCarrier& carrier, const Field& decay,
                                         const Field& shape) {
    const CellBox& box = carrier.space.box;
    std::vector<TracerWeights> weights(box.size());
    forRows(box, [&](int j, int k) {
        for (int i = 0; i < box.nx; ++i) {
            const std::size_t c = box.at(i, j, k);
            weights[c] = weightsOf(carrier, shape, decay[c], {i, j, k});
        }
    });
    return weights;
}

std::vector<TracerWeights> backwards(const std::vector<TracerWeights>& weights,
                                     const GridMetric& metric) {
    const CellBox& box = metric.box;
    std::vector<TracerWeights> result(box.size());
    // What a cell gives its neighbour per second and kelvin, m³/s, is what that takes from it.
    const auto given = [&](std::size_t cell, std::size_t from) {
        const TracerWeights& w = weights[cell];
        if (w.inverseDiagonal == 0.0F) return 0.0;
        const auto [i, j, k] = box.position(cell);
        return metric.volume(i, j, k) * w.neighbour[from] / w.inverseDiagonal;
    };
    forRows(box, [&](int j, int k) {
        for (int i = 0; i < box.nx; ++i) {
            const std::size_t c = box.at(i, j, k);
            TracerWeights& w = result[c];
            w.self = weights[c].self;
            w.inverseDiagonal = weights[c].inverseDiagonal;
            const double perCell = w.inverseDiagonal / metric.volume(i, j, k);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const std::size_t s = box.stride(axis);
                w.neighbour[2 * axis] = static_cast<float>(perCell * given(c - s, 2 * axis + 1));
                w.neighbour[2 * axis + 1] = static_cast<float>(perCell * given(c + s, 2 * axis));
            }
        }
    });
    return result;
}

}  // namespace halltwin::airflow
