// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/scalar_transport.h"

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

namespace halltwin::airflow {

/// Steady spread of passive tracers on one frozen flow, first-order upwind, so that answers add up:
///     Σ inflow · (φ_neighbour − φ) + ∇·(D ∇φ) + gain − decay φ = 0.
/// All tracers share the matrix; eight of them go through it together.
class TracerSolver {
public:
    static constexpr std::size_t lanes = 8;
    using Lanes = std::array<float, lanes>;

    /// `decay` per cell volume, 1/s: of air blown in, Q / V.
    TracerSolver(const ScalarCarrier& carrier, const Field& decay);

    /// One tracer of a batch enters in these cells at `rate` = Q φ_in / V.
    struct Source {
        std::size_t cell;
        std::size_t lane;
        float rate;  ///< 1/s
    };

    /// Values of the cells that `watched` names, in their order, once no one of them changes by
    /// more than `tolerance` in a round of sweeps, or after `mostRounds`.
    [[nodiscard]] std::vector<Lanes> solve(const std::vector<Source>& sources,
                                           const std::vector<std::size_t>& watched,
                                           double tolerance = 1e-5, int mostRounds = 60) const;

private:
    struct Weights {
        std::array<float, 6> neighbour;  ///< −x, +x, −y, +y, −z, +z, over the diagonal
        float inverseDiagonal;           ///< s; 0 in cells that no air passes
    };

    void relax(std::size_t cell, const std::vector<Lanes>& right, std::vector<Lanes>& phi) const;
    void sweep(int directions, const std::vector<Lanes>& right, std::vector<Lanes>& phi) const;

    CellBox m_box;
    std::vector<Weights> m_weights;
};

}  // namespace halltwin::airflow
