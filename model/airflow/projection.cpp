// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/projection.h"

#include "model/airflow/stencil.h"
#include "model/airflow/wide.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

struct FlowRow {
    std::size_t cells;
    std::size_t strideY;
    std::size_t strideZ;
    const float* u;
    const float* v;
    const float* w;
    const float* widthX;
    float depth;   ///< of the row along y, m
    float height;  ///< along z
};

HALLTWIN_WIDE
void divergenceRow(const FlowRow& row, float* __restrict out) {
    const float side = row.depth * row.height;
    for (std::size_t i = 0; i < row.cells; ++i)
        out[i] = -(side * (row.u[i] - *(row.u + i - 1)) +
                   row.widthX[i] * (row.height * (row.v[i] - *(row.v + i - row.strideY)) +
                                    row.depth * (row.w[i] - *(row.w + i - row.strideZ))));
}

FlowRow flowRow(const AirSpace& space, const Faces& velocity, int j, int k) {
    const CellBox& box = space.box;
    const std::size_t first = box.at(0, j, k);
    return {static_cast<std::size_t>(box.nx),
            box.strideY(),
            box.strideZ(),
            velocity[0].data() + first,
            velocity[1].data() + first,
            velocity[2].data() + first,
            axisRow(space.metric.axes[0], 0).width,
            space.metric.axes[1].widthOf(j),
            space.metric.axes[2].widthOf(k)};
}

struct CorrectionRow {
    std::size_t cells;
    std::size_t strideY;
    std::size_t strideZ;
    const float* phi;
    const float* openX;
    const float* openY;
    const float* openZ;
    const float* inverseX;
    float inverseY;
    float inverseZ;
    float perDt;
};

HALLTWIN_WIDE
void correctRow(const CorrectionRow& row, float* __restrict u, float* __restrict v,
                float* __restrict w, float* __restrict pressure) {
    for (std::size_t i = 0; i < row.cells; ++i) {
        const float phi = row.phi[i];
        u[i] -= row.openX[i] * row.inverseX[i] * (row.phi[i + 1] - phi);
        v[i] -= row.openY[i] * row.inverseY * (row.phi[i + row.strideY] - phi);
        w[i] -= row.openZ[i] * row.inverseZ * (row.phi[i + row.strideZ] - phi);
        pressure[i] += row.perDt * phi;
    }
}

}  // namespace

Projection::Projection(const AirSpace& space)
    : m_space(space),
      m_conductance(space.conductance),
      m_beta(space.resistive.size(), 1.0F),
      m_right(space.box.size(), 0.0F),
      m_phi(space.box.size(), 0.0F) {}

void Projection::updateConductance(double dtS, const Faces& velocity) {
    float change = 0.0F;
    for (std::size_t n = 0; n < m_beta.size(); ++n) {
        const ResistiveFace& face = m_space.resistive[n];
        const float speed = std::abs(velocity[face.axis][face.cell]);
        m_beta[n] = 1.0F / (1.0F + 2.0F * static_cast<float>(dtS) * face.headsPerMetre * speed);
        m_conductance[face.axis][face.cell] =
            m_beta[n] * m_space.conductance[face.axis][face.cell];
        if (m_isBuilt)
            change = std::max(change, std::abs(std::log(m_beta[n] / m_builtBeta[n])));
    }
    constexpr float worthRebuilding = 1.0F;
    constexpr int leastSteps = 25;  // openings find their flows in a few steps, then keep them
    ++m_sinceBuilt;
    if (!m_isBuilt) {
        m_solver.build(m_space.box, m_conductance);
        m_isBuilt = true;
        m_builtBeta = m_beta;
    } else if (change > worthRebuilding && m_sinceBuilt >= leastSteps) {
        m_sinceBuilt = 0;
        m_solver.setConductance(m_conductance, PressureCorrection::Preconditioner::Rebuild);
        m_builtBeta = m_beta;
    } else if (change > 0.0F) {
        m_solver.setConductance(m_conductance, PressureCorrection::Preconditioner::Keep);
    }
}

Result<int> Projection::apply(double dtS, const ProjectionEffort& effort, Faces& velocity,
                              Field& pressure, const std::stop_token& stop) {
    updateConductance(dtS, velocity);
    forRows(m_space.box, [&](int j, int k) {
        divergenceRow(flowRow(m_space, velocity, j, k), &m_right[m_space.box.at(0, j, k)]);
    });
    const auto outcome =
        m_solver.solve(m_right, effort.tolerance, effort.mostIterations, m_phi, stop);
    if (!outcome) return tl::unexpected(outcome.error());
    correct(dtS, velocity, pressure);
    return outcome->iterations;
}

void Projection::correct(double dtS, Faces& velocity, Field& pressure) const {
    const CellBox& box = m_space.box;
    std::vector<float> before(m_beta.size());
    for (std::size_t n = 0; n < m_beta.size(); ++n)
        before[n] = velocity[m_space.resistive[n].axis][m_space.resistive[n].cell];
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        const CorrectionRow row{static_cast<std::size_t>(box.nx),
                                box.strideY(),
                                box.strideZ(),
                                &m_phi[first],
                                m_space.open[0].data() + first,
                                m_space.open[1].data() + first,
                                m_space.open[2].data() + first,
                                axisRow(m_space.metric.axes[0], 0).inverseDistance,
                                m_space.metric.axes[1].inverseDistanceAfter(j),
                                m_space.metric.axes[2].inverseDistanceAfter(k),
                                static_cast<float>(1.0 / dtS)};
        correctRow(row, velocity[0].data() + first, velocity[1].data() + first,
                   velocity[2].data() + first, pressure.data() + first);
    });
    for (std::size_t n = 0; n < m_beta.size(); ++n) {
        float& u = velocity[m_space.resistive[n].axis][m_space.resistive[n].cell];
        u = before[n] + m_beta[n] * (u - before[n]);
    }
}

double Projection::greatestImbalance(const Faces& velocity) const {
    const CellBox& box = m_space.box;
    double greatest = 0.0;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (!m_space.air[c]) return;
        double sum = 0.0;
        for (std::size_t d = 0; d < 3; ++d)
            sum += m_space.metric.area(d, i, j, k) *
                   (static_cast<double>(velocity[d][c]) - velocity[d][c - box.stride(d)]);
        greatest = std::max(greatest, std::abs(sum));
    });
    return greatest;
}

}  // namespace halltwin::airflow
