// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/k_epsilon.h"
#include "model/airflow/momentum.h"
#include "model/airflow/projection.h"
#include "model/airflow/scalar_transport.h"
#include "model/airflow/viscosity.h"
#include "model/core/error.h"

#include <memory>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

namespace halltwin::airflow {

/// Laminar, or turbulent with the same eddy viscosity everywhere.
struct ConstantEddy {
    double viscosityM2S = 0.0;
};

using Turbulence = std::variant<ZeroEquation, ConstantEddy, KEpsilon>;

/// The properties of the air, and what is modelled instead of resolved.
struct AirModel {
    double viscosityM2S = 1.5e-5;
    double prandtl = 0.71;
    double turbulentPrandtl = 0.9;
    double buoyancyMS2K = 9.81 / 293.15;  ///< g β: upward acceleration per kelvin of excess
    /// KEpsilon brings its own friction of walls; only FreeSlip switches it off.
    WallFriction friction = WallFriction::PowerLaw;
    Turbulence turbulence = ZeroEquation{};
};

struct StepEffort {
    int momentumSweeps = 2;
    int scalarSweeps = 2;
    ProjectionEffort projection;
};

/// Incompressible air with buoyancy in the Boussinesq approximation, marched in time: momentum,
/// continuity, heat (docs/physics/room-air.md). Owns the fields of one grid.
class AirFlow {
public:
    AirFlow(const AirDomain& domain, AirModel model);
    AirFlow(const AirFlow&) = delete;
    AirFlow& operator=(const AirFlow&) = delete;

    /// Momentum, continuity and turbulence over one time step, with the temperature as it is. Fails
    /// with Cancelled.
    [[nodiscard]] Result<void> stepFlow(double dtS, const StepEffort& effort,
                                        const std::stop_token& stop = {});
    /// Heat over one time step, carried by the velocity as it is.
    /// Carry the remainder where sums over time count; not at Courant numbers above 10, where the
    /// sweeps solve too little of a step.
    void stepHeat(const ScalarSources& sources, double dtS, int sweeps,
                  Remainder remainder = Remainder::Drop);
    /// Takes the rest of divergence out of the velocity; nothing else changes.
    [[nodiscard]] Result<void> project(const ProjectionEffort& effort,
                                       const std::stop_token& stop = {});

    /// Closed faces take their velocities; call after velocities were set from outside.
    void holdClosedFaces() { m_space.holdClosedFaces(velocity); }
    /// Air that devices blow or draw through closed faces from now on.
    void setPrescribed(std::vector<PrescribedFace> faces);
    void setForces(std::vector<FaceForce> forces) { m_space.forces = std::move(forces); }

    /// Greatest Σ |u| / h of a cell, 1/s: the time step of Courant number C is C / this.
    [[nodiscard]] double greatestRate() const;
    /// Greatest imbalance of a cell, m³/s.
    [[nodiscard]] double greatestImbalance() const {
        return m_projection.greatestImbalance(velocity);
    }
    [[nodiscard]] const AirSpace& space() const { return m_space; }
    [[nodiscard]] const AirModel& model() const { return m_model; }
    [[nodiscard]] const Field& diffusivity() const { return m_diffusivity; }
    [[nodiscard]] const Field& eddy() const { return m_eddy; }
    /// Recomputes what depends on the velocity, or on k and ε: eddy viscosity and diffusivity.
    void updateViscosity();
    /// k and ε; null with other models of turbulence.
    [[nodiscard]] KEpsilonTransport* kEpsilon() { return m_kEpsilon.get(); }
    [[nodiscard]] const KEpsilonTransport* kEpsilon() const { return m_kEpsilon.get(); }

    Faces velocity;     ///< m/s
    Field pressure;     ///< p / ρ, m²/s²
    Field temperature;  ///< K above the reference of buoyancy

private:
    AirSpace m_space;
    AirModel m_model;
    WallLaw m_walls;
    Projection m_projection;
    Field m_wallDistance;
    Field m_eddy;
    Field m_viscosity;
    Field m_diffusivity;
    Field m_buoyancy;
    MomentumScratch m_momentum;
    StepScratch m_scalar;
    std::unique_ptr<KEpsilonTransport> m_kEpsilon;
};

}  // namespace halltwin::airflow
