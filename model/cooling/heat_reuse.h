// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <array>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view heatReuseFormula =
    "direct share = (loop − approach − network return) / (network supply − network return); heat "
    "pump COP = share of Carnot · T_hot / (T_hot − T_cold); ERF = heat reused / energy used";
inline constexpr std::string_view heatReuseSource =
    "ERF: ISO/IEC 30134-6 (EN 50600-4-6); share of Carnot 0.5 of large heat pumps (typical value)";

struct HeatReusePoint {
    Power available;   ///< heat in the loop
    Temperature loop;  ///< the warm water of the halls
    int month = 1;     ///< 1…12
    int hour = 0;      ///< 0…23
};

struct HeatReuseResult {
    Power demand;
    Power delivered;
    Power taken;       ///< from the loop: what needs no rejection any more
    Power power;       ///< electric, of the heat pump
    double cop = 0.0;  ///< of the heat pump; 0 where it stands
    Power unmet;       ///< demand not delivered
};

/// Delivers what is asked, as far as the loop's heat and the heat pump reach: the network's water
/// is warmed by the loop first, by the heat pump after that. delivered = taken + power. Fails with
/// InvalidArgument where a figure cannot be.
[[nodiscard]] Result<HeatReuseResult> heatReuseAt(const HeatReuseSpec& reuse,
                                                  const HeatReusePoint& point);

/// Energy reuse factor, 0…1. Nothing used: 0.
[[nodiscard]] double energyReuseFactor(Energy reused, Energy used);

}  // namespace halltwin::cooling
