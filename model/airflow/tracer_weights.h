// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/scalar_transport.h"

#include <array>
#include <vector>

namespace halltwin::airflow {

/// One cell's equation of a steady passive tracer on a frozen flow,
///     −∇·(u φ) + ∇·(D ∇φ) + gain − decay φ = 0,
/// over the diagonal of first-order upwinding, which alone always relaxes:
///     φ ← Σ neighbour φ_neighbour + self φ + gain · inverseDiagonal.
struct TracerWeights {
    std::array<float, 6> neighbour{};  ///< −x, +x, −y, +y, −z, +z
    float self = 0.0F;
    float inverseDiagonal = 0.0F;  ///< s; 0 in cells that no air passes
};

/// Faces carry the blend of the cells on both sides that van Leer's limiter chooses for the field
/// `shape`, the same for all tracers, at most 40 % of the downwind cell: answers add up, and nearly
/// to that field itself where it is made of the same sources. A tracer of another shape may
/// overshoot a little. `decay` per cell volume, 1/s: of air blown in, Q / V.
[[nodiscard]] std::vector<TracerWeights> tracerWeights(const ScalarCarrier& carrier,
                                                       const Field& decay, const Field& shape);

/// The same flow seen backwards: where the air of a cell goes instead of where it comes from. With
/// a gain of the flow drawn from a cell / its volume, φ is the share of a cell's air that ends
/// there.
[[nodiscard]] std::vector<TracerWeights> backwards(const std::vector<TracerWeights>& weights,
                                                   const GridMetric& metric);

}  // namespace halltwin::airflow
