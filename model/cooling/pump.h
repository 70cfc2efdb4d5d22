// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/catalog.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view pumpFormula =
    "flow = heat / (ρ · c_p · rise), power = rated · (c0 + c1 x + c2 x² + c3 x³), x = flow / rated";
inline constexpr std::string_view pumpSource =
    "variable-speed pump part-load curve as in ASHRAE 90.1 performance modelling (typical value)";

/// Fresh water near 12 °C.  Source: IAPWS-95 tables, rounded.
inline constexpr Density waterDensity = kilogramsPerCubicMetre(999.5);
inline constexpr SpecificHeat waterSpecificHeat = joulesPerKilogramKelvin(4190.0);

struct PumpResult {
    VolumeFlow flow;
    TemperatureDifference rise;  ///< of the water across the coils; above design when flow-limited
    Power power;                 ///< all of it heats the water (conservative: motor loss included)
    bool flowLimited = false;    ///< the design rise would need more than the rated flow
};

/// Pump set that carries `coilHeat`, with no less than a flow that something asks for whatever its
/// heat. Flow stops at the rated one, beyond it the rise grows.
/// Fails with InvalidArgument where the rating, design rise or heat is unusable.
[[nodiscard]] Result<PumpResult> pumpAt(const PumpSpec& spec, Power coilHeat,
                                        VolumeFlow least = {});

}  // namespace halltwin::cooling
