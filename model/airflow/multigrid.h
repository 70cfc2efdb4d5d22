// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/coarsening.h"

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
    void build(const CellBox& box, const FaceField<double>& conductance);

    /// correction ≈ A⁻¹ residual by one V-cycle that starts from zero. Sizes as of the box.
    void apply(const std::vector<double>& residual, std::vector<double>& correction);

    [[nodiscard]] std::size_t levels() const { return m_levels.size(); }

private:
    struct Level {
        CellBox box;
        FaceField<float> conductance;
        std::vector<float> diagonal;
        std::vector<float> inverseDiagonal;
        std::vector<float> x;
        std::vector<float> right;
        std::vector<float> residual;
        Groups groups;  ///< to the next level; empty on the last
        FaceField<float> weights;
    };

    static Level makeLevel(const CellBox& box, FaceField<float> conductance);
    static void relax(Level& level, int colour);
    static void computeResidual(Level& level);
    static void restrictResidual(const Level& fine, Level& coarse);
    static void addCorrection(const Level& coarse, Level& fine);
    static void solveCoarsest(Level& level);
    void cycle(std::size_t index);

    std::vector<Level> m_levels;
};

}  // namespace halltwin::airflow
