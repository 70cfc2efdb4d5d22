// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/chiller.h"
#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <optional>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view basinHeaterFormula =
    "heater = conductance · (set-point − dry bulb) while no warm water comes, at most its rating";
inline constexpr std::string_view basinHeaterSource =
    "EnergyPlus Input Output Reference, cooling towers: basin heater capacity in W/K, on while the "
    "tower is idle; least water temperature in frost: typical value of makers";

struct FrostState {
    Power heater;
    std::optional<RangeExcess> icing;  ///< the basin or the leaving water is too cold in frost
};

/// In frost a tower that runs should not leave colder water: ice grows on its fill.
inline constexpr Temperature coldestWaterInFrost = celsius(5.0);

/// What frost asks of a tower that takes `heat` and leaves water of `leaving`. Fails with
/// InvalidArgument where a figure is negative or no number.
[[nodiscard]] Result<FrostState> frostAt(const BasinHeaterSpec& spec, Power heat,
                                         Temperature leaving, Temperature dryBulb);

}  // namespace halltwin::cooling
