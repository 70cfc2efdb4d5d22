// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/core/error.h"
#include "model/core/units.h"

#include <cstddef>
#include <vector>

namespace halltwin::cooling {

/// Part of a unit's heat that goes to another, both by their place in the input.
struct HeatShare {
    std::size_t to = 0;
    double share = 0.0;
};

/// Where the heat of each cooler and each pump set goes. Shares of one unit add up to one; a unit
/// that no chiller feeds has none.
struct Distribution {
    std::vector<std::vector<HeatShare>> pumpsOfCoil;
    std::vector<std::vector<HeatShare>> chillersOfPump;
};

/// What a chiller's condenser takes in: outdoor air or condenser water.
[[nodiscard]] Temperature condenserInOf(const PlantInput& input, const ChillerUnit& chiller);

/// Fails with DuplicateId or DanglingReference, naming the item.
[[nodiscard]] Result<Distribution> distribute(const PlantInput& input);

}  // namespace halltwin::cooling
