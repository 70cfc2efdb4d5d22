// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/moist_air.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view evaporativeFormula =
    "dry bulb out = dry bulb in − ε · (dry bulb in − wet bulb), wet bulb constant; water = air · "
    "rise of humidity ratio; bleed = water / (cycles − 1)";
inline constexpr std::string_view evaporativeSource =
    "ASHRAE Handbook, HVAC Systems and Equipment, ch. Evaporative Air-Cooling Equipment";

struct EvaporativeResult {
    MoistAir air;  ///< behind the pads
    MassFlow evaporation;
    MassFlow bleed;
    double share = 0.0;  ///< of the air that goes through the pads, the rest past them

    [[nodiscard]] MassFlow makeUp() const { return evaporation + bleed; }
};

/// Air that has come to a lower temperature by evaporating water of its wet bulb into it; unchanged
/// where that is not below its own or below its wet bulb (which is passed in, being costly).
[[nodiscard]] MoistAir evaporatedTo(const MoistAir& air, Temperature dryBulb, Temperature wet);

/// Air of `dryAir` kg/s through the pads, no colder than `wanted`: dampers lead the rest past.
/// Fails with InvalidArgument where a figure cannot be.
[[nodiscard]] Result<EvaporativeResult> evaporativeAt(const EvaporativeSpec& spec,
                                                      const MoistAir& air, MassFlow dryAir,
                                                      Temperature wanted);

}  // namespace halltwin::cooling
