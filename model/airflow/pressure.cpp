// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/pressure.h"

#include "model/airflow/stencil.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace halltwin::airflow {

PressureSolver::PressureSolver(const CellBox& box, const Regions& openRegions)
    : m_box(box),
      m_regionCorrection(box, openRegions) {}

void PressureSolver::setConductance(FaceField<double> conductance, Preconditioner preconditioner) {
    m_conductance = std::move(conductance);
    sumConductances(m_box, m_conductance, m_diagonal);
    m_regionCorrection.build(m_conductance);
    if (preconditioner == Preconditioner::Rebuild || m_multigrid.levels() == 0) {
        m_islands = connectedRegions(m_box, m_conductance);
        m_multigrid.build(m_box, m_conductance);
    }
}

void PressureSolver::multiply(const std::vector<double>& x, std::vector<double>& out) const {
    forRows(m_box, [&](int j, int k) {
        const std::size_t row = m_box.at(0, j, k);
        multiplyRow(stencilRow(m_box, m_conductance, m_diagonal, row), &x[row], &out[row]);
    });
}

void PressureSolver::residual(const std::vector<double>& source,
                              const std::vector<double>& pressure, std::vector<double>& out) const {
    out.assign(m_box.size(), 0.0);
    multiply(pressure, out);
    forBlocks(out.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c)
            out[c] = source[c] - out[c];
    });
}

void PressureSolver::precondition(const std::vector<double>& residual,
                                  std::vector<double>& correction) {
    m_multigrid.apply(residual, correction);
    m_regionCorrection.add(residual, correction);
}

Result<PressureOutcome> PressureSolver::solve(const std::vector<double>& source, double tolerance,
                                              std::vector<double>& pressure,
                                              const std::stop_token& stop) {
    constexpr int mostIterations = 200;
    const std::size_t size = m_box.size();
    std::vector<double> r;
    residual(source, pressure, r);
    subtractMeans(m_islands, r);
    std::vector<double> z(size, 0.0);
    std::vector<double> direction(size, 0.0);
    std::vector<double> product(size, 0.0);
    PressureOutcome outcome;
    double rz = 0.0;
    for (;; ++outcome.iterations) {
        outcome.residual = std::sqrt(dot(r, r));
        outcome.converged = outcome.residual <= tolerance;
        if (outcome.converged || outcome.iterations == mostIterations) return outcome;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "The airflow calculation was cancelled.");
        precondition(r, z);
        const double rzBefore = rz;
        rz = dot(r, z);
        const double beta = outcome.iterations == 0 ? 0.0 : rz / rzBefore;
        forBlocks(size, [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c)
                direction[c] = z[c] + beta * direction[c];
        });
        multiply(direction, product);
        const double curvature = dot(direction, product);
        if (!(curvature > 0.0) || !std::isfinite(rz))
            return outcome;  // nothing left that single precision can improve
        const double step = rz / curvature;
        forBlocks(size, [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c) {
                pressure[c] += step * direction[c];
                r[c] -= step * product[c];
            }
        });
        // Rounding puts a little of the constant into r, which no pressure can answer and which
        // would grow.
        if (outcome.iterations % 4 == 3) subtractMeans(m_islands, r);
    }
}

}  // namespace halltwin::airflow
