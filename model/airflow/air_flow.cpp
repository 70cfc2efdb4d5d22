// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/air_flow.h"

#include "model/airflow/stencil.h"
#include "model/airflow/wall_distance.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::airflow {

namespace {

/// The k-ε model brakes by its own wall functions.
WallFriction wallFriction(const AirModel& model) {
    return std::holds_alternative<KEpsilon>(model.turbulence) ? WallFriction::FreeSlip
                                                              : model.friction;
}

}  // namespace

AirFlow::AirFlow(const AirDomain& domain, AirModel model)
    : velocity(makeFaces(domain.box())),
      pressure(domain.box()),
      temperature(domain.box()),
      m_space(domain),
      m_model(std::move(model)),
      m_walls(m_space.metric, wallFriction(m_model), m_model.viscosityM2S),
      m_projection(m_space),
      m_eddy(domain.box()),
      m_viscosity(domain.box()),
      m_diffusivity(domain.box()),
      m_buoyancy(domain.box()),
      m_momentum(domain.box()),
      m_scalar(domain.box()) {
    if (std::holds_alternative<ZeroEquation>(m_model.turbulence))
        m_wallDistance = wallDistance(m_space);
    if (const auto* constant = std::get_if<ConstantEddy>(&m_model.turbulence))
        m_eddy.fill(static_cast<float>(constant->viscosityM2S));
    if (const auto* twoEquations = std::get_if<KEpsilon>(&m_model.turbulence))
        m_kEpsilon =
            std::make_unique<KEpsilonTransport>(m_space, *twoEquations, m_model.viscosityM2S);
    holdClosedFaces();
    updateViscosity();
}

void AirFlow::setPrescribed(std::vector<PrescribedFace> faces) {
    m_space.prescribed = std::move(faces);
    holdClosedFaces();
}

void AirFlow::updateViscosity() {
    if (const auto* zero = std::get_if<ZeroEquation>(&m_model.turbulence))
        eddyViscosity(m_space, *zero, m_wallDistance, velocity, m_eddy);
    if (m_kEpsilon) m_kEpsilon->writeEddy(m_eddy);
    effective(m_space.box, m_model.viscosityM2S, 1.0, m_eddy, m_viscosity);
    effective(m_space.box, m_model.viscosityM2S / m_model.prandtl, m_model.turbulentPrandtl, m_eddy,
              m_diffusivity);
}

Result<void> AirFlow::stepFlow(double dtS, const StepEffort& effort, const std::stop_token& stop) {
    updateViscosity();
    effective(m_space.box, 0.0, 1.0 / m_model.buoyancyMS2K, temperature, m_buoyancy);
    MomentumTerms terms{m_viscosity, pressure, m_buoyancy, m_walls, m_model.viscosityM2S};
    if (m_kEpsilon && m_model.friction != WallFriction::FreeSlip)
        terms.brakes = m_kEpsilon->wallBrakes(m_model.viscosityM2S);
    stepMomentum(m_space, terms, {dtS, effort.momentumSweeps}, m_momentum, velocity);
    const auto projected = m_projection.apply(dtS, effort.projection, velocity, pressure, stop);
    if (!projected) return tl::unexpected(projected.error());
    if (m_kEpsilon)
        m_kEpsilon->step({velocity, temperature, m_model.viscosityM2S, m_model.turbulentPrandtl,
                          m_model.buoyancyMS2K},
                         dtS, effort.scalarSweeps, m_eddy);
    return {};
}

void AirFlow::stepHeat(const ScalarSources& sources, double dtS, int sweeps, Remainder remainder) {
    if (remainder == Remainder::Drop) m_scalar.owed.reset();
    if (remainder == Remainder::Carry && !m_scalar.owed) m_scalar.owed.emplace(m_space.box);
    stepScalar({m_space, velocity, m_diffusivity}, sources, {dtS, sweeps}, m_scalar, temperature);
}

Result<void> AirFlow::project(const ProjectionEffort& effort, const std::stop_token& stop) {
    Field unused(m_space.box);
    const auto projected = m_projection.apply(1.0, effort, velocity, unused, stop);
    if (!projected) return tl::unexpected(projected.error());
    return {};
}

double AirFlow::greatestRate() const {
    const CellBox& box = m_space.box;
    double greatest = 0.0;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (!m_space.air[c]) return;
        const std::array<int, 3> position{i, j, k};
        double rate = 0.0;
        for (std::size_t d = 0; d < 3; ++d)
            rate += std::max(std::abs(velocity[d][c]), std::abs(velocity[d][c - box.stride(d)])) /
                    m_space.metric.axes[d].widthOf(position[d]);
        greatest = std::max(greatest, rate);
    });
    return greatest;
}

}  // namespace halltwin::airflow
