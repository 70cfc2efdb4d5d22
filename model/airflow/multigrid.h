// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/coarsening.h"

#include <span>
#include <vector>

namespace halltwin::airflow {

/// Geometric multigrid for  Σ_faces conductance · (x_c − x_neighbour) = b_c  with conductances that
/// may jump by many orders of magnitude or be zero: one V-cycle of red-black Gauss–Seidel, used as
/// preconditioner of conjugate gradients (symmetric: the sweeps after the coarse correction run in
/// the opposite order of those before it). Single precision: a preconditioner need not be exact,
/// and half the bytes are twice the speed. Background: Trottenberg, Oosterlee, Schüller, Multigrid
/// (2001), ch. 2 and 7.
class Multigrid {
public:
    void build(const CellBox& box, FaceField<float> conductance);
    void build(const CellBox& box, const FaceField<double>& conductance);

    /// New conductances on the finest grid; the coarser grids stay as they are, good enough while
    /// changes are moderate. Which faces are closed must not change.
    void setConductance(FaceField<float> conductance);

    /// x ≈ A⁻¹ right by one V-cycle that starts from zero. Fields of the box with its ghosts; those
    /// of `right` are not read, those of `x` must be finite and stay.
    void apply(std::span<const float> right, std::span<float> x);

    /// One V-cycle that starts from the given x. Conditions as of `apply`.
    void improve(std::span<const float> right, std::span<float> x);

    /// `apply` with conversion.
    void apply(const std::vector<double>& right, std::vector<double>& x);

    [[nodiscard]] std::size_t levels() const { return m_levels.size(); }
    [[nodiscard]] const FaceField<float>& conductance() const {
        return m_levels.front().conductance;
    }

private:
    struct Level {
        CellBox box;
        FaceField<float> conductance;
        std::vector<float> inverseDiagonal;
        std::vector<float> residual;
        std::vector<float> x;      ///< not on the finest level: the caller's
        std::vector<float> right;  ///< likewise
        Groups groups;             ///< to the next level; empty on the last
        FaceField<float> weights;
    };
    enum class Start { Zero, Given };

    static Level makeLevel(const CellBox& box, FaceField<float> conductance);
    static void solveCoarsest(const Level& level, const float* right, float* x);
    void cycle(std::size_t index, const float* right, float* x, Start start);
    void descend(std::size_t index, const float* right, float* x, Start start);
    void ascend(std::size_t index, const float* right, float* x);

    std::vector<Level> m_levels;
    std::vector<float> m_right;  ///< for the conversions
    std::vector<float> m_x;
};

}  // namespace halltwin::airflow
