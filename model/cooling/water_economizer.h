// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/heat_exchanger.h"
#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view waterEconomizerFormula =
    "heat = ε · C_least · (return − cold water), at most down to the wanted supply; the chiller "
    "takes the rest";

enum class EconomizerMode { Off, Partial, Full };

struct WaterEconomizer {
    Exchanger exchanger;
    EconomizerPiping piping = EconomizerPiping::Integrated;
    TemperatureDifference leastGain = kelvins(0.5);  ///< opens where it cools by more than this
};

struct WaterEconomizerPoint {
    HeatCapacityRate loop;    ///< water of the halls
    HeatCapacityRate source;  ///< water from a tower, dry cooler, lake
    Temperature returning;    ///< of the halls
    Temperature sourceIn;
    Temperature wanted;  ///< supply to the halls
};

struct WaterEconomizerResult {
    EconomizerMode mode = EconomizerMode::Off;
    Power heat;           ///< taken from the loop
    Power left;           ///< for the chiller, down to the wanted supply
    Temperature loopOut;  ///< towards the chiller
    Temperature sourceOut;
};

/// Fails with InvalidArgument where a flow is negative or a figure no number.
[[nodiscard]] Result<WaterEconomizerResult> waterEconomizerAt(const WaterEconomizer& economizer,
                                                              const WaterEconomizerPoint& point);

}  // namespace halltwin::cooling
