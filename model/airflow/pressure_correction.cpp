// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/pressure_correction.h"

#include "model/airflow/stencil.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace halltwin::airflow {

namespace {

FaceField<float> withoutLeaks(const FaceField<float>& conductance) {
    constexpr float leak = 0.02F;  // of the greatest along the same axis
    FaceField<float> open = conductance;
    for (std::vector<float>& along : open) {
        const float least = leak * *std::max_element(along.begin(), along.end());
        for (float& value : along)
            value = value < least ? 0.0F : value;
    }
    return open;
}

}  // namespace

void PressureCorrection::build(const CellBox& box, FaceField<float> conductance) {
    const Regions openRegions = connectedRegions(box, withoutLeaks(conductance));
    build(box, std::move(conductance), openRegions);
}

void PressureCorrection::build(const CellBox& box, FaceField<float> conductance,
                               const Regions& openRegions) {
    m_box = box;
    m_regionCorrection = RegionCorrection(box, openRegions);
    for (std::vector<float>* field :
         {&m_residual, &m_preconditioned, &m_direction, &m_product})
        field->assign(box.size(), 0.0F);
    setConductance(std::move(conductance), Preconditioner::Rebuild);
}

void PressureCorrection::setConductance(FaceField<float> conductance,
                                        Preconditioner preconditioner) {
    m_regionCorrection.build(conductance);
    if (preconditioner == Preconditioner::Keep)
        return m_multigrid.setConductance(std::move(conductance));
    m_islands = connectedRegions(m_box, conductance);
    m_multigrid.build(m_box, std::move(conductance));
}

void PressureCorrection::precondition() {
    m_multigrid.apply(m_residual, m_preconditioned);
    m_regionCorrection.add(m_residual, m_preconditioned);
}

/// direction = preconditioned + beta direction; returns its curvature directionᵀ A direction.
double PressureCorrection::nextDirection(double beta) {
    const auto share = static_cast<float>(beta);
    for (std::size_t c = 0; c < m_direction.size(); ++c)
        m_direction[c] = m_preconditioned[c] + share * m_direction[c];
    forRows(m_box, [&](int j, int k) {
        const std::size_t row = m_box.at(0, j, k);
        for (std::size_t c = row; c < row + static_cast<std::size_t>(m_box.nx); ++c) {
            float sum = 0.0F;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const std::size_t stride = m_box.stride(axis);
                const std::vector<float>& along = conductance()[axis];
                sum += along[c] * (m_direction[c] - m_direction[c + stride]) +
                       along[c - stride] * (m_direction[c] - m_direction[c - stride]);
            }
            m_product[c] = sum;
        }
    });
    return dot(m_direction, m_product);
}

/// Moves along the direction; returns the square of what is left.
double PressureCorrection::advance(double step, std::span<float> x) {
    const auto length = static_cast<float>(step);
    for (std::size_t c = 0; c < x.size(); ++c) {
        x[c] += length * m_direction[c];
        m_residual[c] -= length * m_product[c];
    }
    return dot(m_residual, m_residual);
}

Result<PressureOutcome> PressureCorrection::solve(std::span<const float> right,
                                                  double relativeTolerance, int mostIterations,
                                                  std::span<float> x,
                                                  const std::stop_token& stop) {
    std::fill(x.begin(), x.end(), 0.0F);
    std::fill(m_residual.begin(), m_residual.end(), 0.0F);
    for (const RegionRun& run : m_islands.runs)
        for (std::size_t c = run.begin; c < run.end; ++c)
            m_residual[c] = right[c];
    subtractMeans(m_islands, m_residual);
    PressureOutcome outcome;
    double square = dot(m_residual, m_residual);
    const double tolerance = relativeTolerance * std::sqrt(square);
    double rz = 0.0;
    for (;; ++outcome.iterations) {
        outcome.residual = std::sqrt(square);
        outcome.converged = outcome.residual <= tolerance;
        if (outcome.converged || outcome.iterations >= mostIterations) return outcome;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "The airflow calculation was cancelled.");
        precondition();
        const double rzBefore = rz;
        rz = dot(m_residual, m_preconditioned);
        const double curvature = nextDirection(outcome.iterations == 0 ? 0.0 : rz / rzBefore);
        if (!(curvature > 0.0) || !std::isfinite(rz)) return outcome;
        square = advance(rz / curvature, x);
        if (outcome.iterations % 4 == 3) subtractMeans(m_islands, m_residual);
    }
}

}  // namespace halltwin::airflow
