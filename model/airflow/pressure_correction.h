// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/multigrid.h"
#include "model/airflow/pressure.h"
#include "model/airflow/regions.h"
#include "model/core/error.h"

#include <span>
#include <stop_token>
#include <vector>

namespace halltwin::airflow {

/// The pressure that makes a velocity field free of divergence:
/// Σ_faces conductance · (p_c − p_neighbour) = right_c  for every cell, in single precision with
/// scalar products in double, for solvers that need a few digits at every step. Conjugate gradients
/// preconditioned by multigrid and, where spaces hang together by leaks only, by their means.
/// `PressureSolver` solves the same to more digits. One object belongs to one thread; results do
/// not depend on the number of threads it uses.
class PressureCorrection {
public:
    using Preconditioner = PressureSolver::Preconditioner;

    /// Spaces are told from each other by faces whose conductance is below a fiftieth of the
    /// greatest along the same axis.
    void build(const CellBox& box, FaceField<float> conductance);

    /// `openRegions`: joined by faces without resistance.
    void build(const CellBox& box, FaceField<float> conductance, const Regions& openRegions);

    /// The equations follow the new conductances at once. Keep: coarse grids stay as they are,
    /// which costs some convergence where conductances have changed much. Which faces are closed
    /// must not change without Rebuild.
    void setConductance(FaceField<float> conductance, Preconditioner preconditioner);

    /// Sets `x` to the solution, starting from zero, until what is left is below
    /// `relativeTolerance` of |right| or `mostIterations` have run (not converged then). The mean
    /// of `right` over each island is taken off first. `x` is 0 in cells without open faces. Both
    /// lie in the box with its ghosts; those of `x` become 0, those of `right` are not read.
    /// Rounding of `x` keeps what is really left above some 1e-5 of |right| where leaks carry the
    /// flow. Fails with Cancelled.
    [[nodiscard]] Result<PressureOutcome> solve(std::span<const float> right,
                                                double relativeTolerance, int mostIterations,
                                                std::span<float> x,
                                                const std::stop_token& stop = {});

    [[nodiscard]] const CellBox& box() const { return m_box; }
    [[nodiscard]] const FaceField<float>& conductance() const { return m_multigrid.conductance(); }
    /// Joined by any faces that let air through.
    [[nodiscard]] const Regions& islands() const { return m_islands; }

private:
    void start(std::span<const float> right, std::span<float> x);
    void precondition();
    double nextDirection(double beta);
    double advance(double step, std::span<float> x);
    double dotOf(const std::vector<float>& a, const std::vector<float>& b);
    [[nodiscard]] double sumOfPlanes() const;

    CellBox m_box;
    Regions m_islands;
    Multigrid m_multigrid;
    RegionCorrection m_regionCorrection;
    std::vector<float> m_residual;
    std::vector<float> m_preconditioned;
    std::vector<float> m_direction;
    std::vector<float> m_product;
    std::vector<double> m_planeSums;  ///< parts of a scalar product
};

}  // namespace halltwin::airflow
