// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/air.h"
#include "model/core/error.h"
#include "model/core/units.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view fanLawFormula =
    "flow ~ speed, pressure ~ density · speed², shaft power ~ density · speed³; electric power = "
    "design · (0.0013 + 0.1470 x + 0.9506 x² − 0.0998 x³), x = flow / design flow";
inline constexpr std::string_view fanLawSource =
    "affinity laws: ASHRAE Handbook, HVAC Systems and Equipment, ch. Fans; drive and motor: ASHRAE "
    "90.1 performance modelling (typical value)";

/// A fan on a variable-speed drive against a system whose pressure grows with the square of flow.
struct FanSpec {
    VolumeFlow flow;          ///< at full speed
    Pressure rise;            ///< total, at that flow and 1.2 kg/m³
    double efficiency = 0.6;  ///< air power / electric power at full speed: fan, motor, drive
};

struct FanResult {
    VolumeFlow flow;
    Pressure rise;
    Power air;       ///< flow · rise
    Power electric;  ///< all of it becomes heat in the air where the motor is in the stream
};

/// Electric power at full speed in air of 1.2 kg/m³. A fan without flow takes none.
[[nodiscard]] Power ratedFanPower(const FanSpec& spec);

/// State at a share of the full flow, clamped to 0…1, in air of a density. Fails with
/// InvalidArgument where a figure of the specification or the density cannot be.
[[nodiscard]] Result<FanResult> fanAt(const FanSpec& spec, double flowShare,
                                      Density density = kilogramsPerCubicMetre(1.2));

}  // namespace halltwin::cooling
