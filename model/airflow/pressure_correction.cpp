// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/pressure_correction.h"

#include "model/airflow/plane_sweep.h"
#include "model/airflow/row_algebra.h"
#include "model/airflow/stencil.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
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

/// Calls `work(first cell, cells)` for the lines of a plane.
template <class Work>
void forPlane(const CellBox& box, int plane, const Work& work) {
    const Planes planes(box);
    for (int line = 0; line < planes.lines; ++line)
        work(planes.at(box, line, plane), static_cast<std::size_t>(box.nx));
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
    for (std::vector<float>* field : {&m_residual, &m_preconditioned, &m_direction, &m_product})
        field->assign(box.size(), 0.0F);
    m_planeSums.assign(static_cast<std::size_t>(Planes(box).planes), 0.0);
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

/// Sums of the planes, added in order: the same bits for any number of threads.
double PressureCorrection::sumOfPlanes() const {
    return std::accumulate(m_planeSums.begin(), m_planeSums.end(), 0.0);
}

double PressureCorrection::dotOf(const std::vector<float>& a, const std::vector<float>& b) {
    static constexpr std::array reach{0};
    PlaneSweep(m_box, reach).run([&](int, int plane) {
        double& sum = m_planeSums[static_cast<std::size_t>(plane)];
        sum = 0.0;
        forPlane(m_box, plane, [&](std::size_t row, std::size_t cells) {
            sum += dotRow(cells, &a[row], &b[row]);
        });
    });
    return sumOfPlanes();
}

void PressureCorrection::precondition() {
    m_multigrid.apply(m_residual, m_preconditioned);
    m_regionCorrection.add(m_residual, m_preconditioned);
}

/// direction = preconditioned + beta direction; returns its curvature directionᵀ A direction.
double PressureCorrection::nextDirection(double beta) {
    static constexpr std::array reach{0, 1};
    PlaneSweep(m_box, reach).run([&](int pass, int plane) {
        if (pass == 0)
            return forPlane(m_box, plane, [&](std::size_t row, std::size_t cells) {
                scaleAndAddRow(cells, static_cast<float>(beta), &m_preconditioned[row],
                               &m_direction[row]);
            });
        double& sum = m_planeSums[static_cast<std::size_t>(plane)];
        sum = 0.0;
        forPlane(m_box, plane, [&](std::size_t row, std::size_t cells) {
            multiplyRow(stencilRow(m_box, conductance(), m_direction, row), &m_direction[row],
                        &m_product[row]);
            sum += dotRow(cells, &m_direction[row], &m_product[row]);
        });
    });
    return sumOfPlanes();
}

/// Moves along the direction; returns the square of what is left.
double PressureCorrection::advance(double step, std::span<float> x) {
    static constexpr std::array reach{0};
    const auto length = static_cast<float>(step);
    PlaneSweep(m_box, reach).run([&](int, int plane) {
        double& sum = m_planeSums[static_cast<std::size_t>(plane)];
        sum = 0.0;
        forPlane(m_box, plane, [&](std::size_t row, std::size_t cells) {
            addScaledRow(cells, length, &m_direction[row], &x[row]);
            addScaledRow(cells, -length, &m_product[row], &m_residual[row]);
            sum += dotRow(cells, &m_residual[row], &m_residual[row]);
        });
    });
    return sumOfPlanes();
}

void PressureCorrection::start(std::span<const float> right, std::span<float> x) {
    forBlocks(m_box.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t cell = begin; cell < end; ++cell) {
            x[cell] = 0.0F;
            m_direction[cell] = 0.0F;
            m_residual[cell] = m_islands.label[cell] < 0 ? 0.0F : right[cell];
        }
    });
    subtractMeans(m_islands, m_residual);
}

Result<PressureOutcome> PressureCorrection::solve(std::span<const float> right,
                                                  double relativeTolerance, int mostIterations,
                                                  std::span<float> x, const std::stop_token& stop) {
    start(right, x);
    PressureOutcome outcome;
    double square = dotOf(m_residual, m_residual);
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
        rz = dotOf(m_residual, m_preconditioned);
        const double curvature = nextDirection(outcome.iterations == 0 ? 0.0 : rz / rzBefore);
        if (!(curvature > 0.0) || !std::isfinite(rz)) return outcome;
        square = advance(rz / curvature, x);
        if (outcome.iterations % 4 == 3) subtractMeans(m_islands, m_residual);
    }
}

}  // namespace halltwin::airflow
