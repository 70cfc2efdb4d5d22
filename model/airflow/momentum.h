// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/implicit_step.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace halltwin::airflow {

/// A brake on the air of one face's control volume: du/dt = … − perSpeedS · u.
struct FaceBrake {
    std::size_t axis = 0;
    std::size_t cell = 0;
    float perSpeedS = 0.0F;  ///< 1/s
};

/// How closed faces brake air that moves along them, for the widths of one grid.
struct WallLaw {
    WallLaw(const GridMetric& metric, WallFriction friction, double molecularViscosityM2S);

    /// Per axis and cell along it: friction velocity² / speed^1.75 at half the cell's width.
    std::array<std::vector<float>, 3> power;
    float molecularM2S = 0.0F;  ///< of walls without slip; else 0
};

/// What drives and brakes the air besides itself.
struct MomentumTerms {
    const Field& viscosity;  ///< molecular + eddy, m²/s, of cells
    const Field& pressure;   ///< p / ρ, m²/s²
    const Field& buoyancy;   ///< upward acceleration g β (T − T₀), m/s², of cells
    const WallLaw& walls;
    double molecularM2S;  ///< viscosity that moving sides of the box drag with
    std::span<const FaceBrake> brakes{};
};

/// Working memory of one velocity component each.
struct MomentumScratch {
    explicit MomentumScratch(const CellBox& box)
        : rate(makeFaces(box)),
          diagonal(makeFaces(box)),
          change(makeFaces(box)) {}
    Faces rate;
    Faces diagonal;  ///< inverse
    Faces change;
};

/// One step of backward Euler of the momentum equation
///     ∂u/∂t + ∇·(u u) = −∇(p/ρ) + ∇·(ν ∇u) + buoyancy + forces − K u|u| / (2 d)
/// on the staggered grid, without the condition of continuity. Advection as in stepScalar, by the
/// same face flows; the losses of resistive faces are linearised about the old velocity by Newton's
/// rule. Closed faces keep their velocity.
void stepMomentum(const AirSpace& space, const MomentumTerms& terms, const ImplicitStep& step,
                  MomentumScratch& scratch, Faces& velocity);

}  // namespace halltwin::airflow
