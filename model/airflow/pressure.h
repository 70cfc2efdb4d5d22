// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/multigrid.h"
#include "model/airflow/regions.h"
#include "model/core/error.h"

#include <stop_token>
#include <vector>

namespace halltwin::airflow {

struct PressureOutcome {
    int iterations = 0;
    double residual = 0.0;  ///< Euclidean norm of what is left, in the unit of the right side
    bool converged = false;
};

/// Σ_faces conductance · (p_c − p_neighbour) = source_c  for every cell, by conjugate gradients in
/// double precision, preconditioned by multigrid and, where regions hang together by leaks only, by
/// their means. Every island needs sources that sum to zero; p is then known up to one constant per
/// island. Results do not depend on the number of threads.
class PressureSolver {
public:
    /// `openRegions`: joined by faces without resistance. They only speed the solution up.
    PressureSolver(const CellBox& box, const Regions& openRegions);

    /// Which faces are closed must not change without Rebuild. Keep: the preconditioner still fits
    /// well enough. Rebuild: it does not, or there is none yet.
    enum class Preconditioner { Rebuild, Keep };
    void setConductance(FaceField<double> conductance, Preconditioner preconditioner);

    /// Improves `pressure` until the residual's norm is below `tolerance`. Not converged after 200
    /// iterations. Fails with Cancelled.
    [[nodiscard]] Result<PressureOutcome> solve(const std::vector<double>& source, double tolerance,
                                                std::vector<double>& pressure,
                                                const std::stop_token& stop = {});

    /// source − A pressure
    void residual(const std::vector<double>& source, const std::vector<double>& pressure,
                  std::vector<double>& out) const;

    [[nodiscard]] const FaceField<double>& conductance() const { return m_conductance; }
    /// Joined by any faces that let air through.
    [[nodiscard]] const Regions& islands() const { return m_islands; }

private:
    void multiply(const std::vector<double>& x, std::vector<double>& out) const;
    void precondition(const std::vector<double>& residual, std::vector<double>& correction);

    CellBox m_box;
    Regions m_islands;
    FaceField<double> m_conductance;
    std::vector<double> m_diagonal;
    Multigrid m_multigrid;
    RegionCorrection m_regionCorrection;
};

}  // namespace halltwin::airflow
