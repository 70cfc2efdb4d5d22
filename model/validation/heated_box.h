// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_flow.h"
#include "model/core/error.h"
#include "model/validation/case.h"
#include "model/validation/march.h"

#include <memory>

namespace halltwin::validation {

/// Air of Prandtl number 0.71 in a closed box whose wall x = 0 is hot (+½) and whose wall x = 1 is
/// cold (−½), other walls adiabatic; lengths in the distance of the two walls, velocities in
/// thermal diffusivity over that distance.
struct HeatedBox {
    double rayleigh = 1e4;
    airflow::AirDomain domain;
    March march;
};

/// Its steady air. Fails as marchToSteady does.
[[nodiscard]] Result<std::unique_ptr<airflow::AirFlow>> solveHeatedBox(const HeatedBox& box);

/// Mean Nusselt number of the hot wall.
[[nodiscard]] double nusseltOf(const HeatedBox& box, const airflow::AirFlow& air);

}  // namespace halltwin::validation
