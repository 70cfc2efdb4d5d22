// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/prepared_plant.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view shiftRule =
    "a tank on a loop with chillers is charged in the eight coldest wet bulbs before the peak and "
    "gives in the eight warmest of the day, on days on which that saves energy and does not raise "
    "the highest power; half of it stays cold for the loss of its chillers";

/// A loop whose chillers its tanks can relieve.
struct TankLoop {
    std::size_t loop = 0;          ///< place in the plant's loops
    std::vector<HeatShare> tanks;  ///< places in the input, and the part of each
    Volume usable;                 ///< water that a day may warm by the loop's rise and cool again
};

/// Loops that have both tanks and chillers. Of a stratified tank nine tenths can be used, the rest
/// is where cold and warm water meet (typical value; ASHRAE Handbook, HVAC Applications, Thermal
/// Storage, states figures of merit of 85 to 95 %); of a mixed one a quarter, until what leaves is
/// too warm by a tenth of the rise. One half of either stays as the reserve that bridges.
[[nodiscard]] std::vector<TankLoop> tankLoops(const PreparedPlant& plant);

/// What a loop could move in one hour.
struct ShiftLimits {
    Power charge;                ///< that its chillers could take besides, with a margin of a tenth
    Power discharge;             ///< that they take now
    TemperatureDifference rise;  ///< of its water
};

/// By tank loop, of a solved hour without shifting.
[[nodiscard]] std::vector<ShiftLimits> shiftLimits(const PreparedPlant& plant,
                                                   const std::vector<TankLoop>& loops,
                                                   const PlantResult& solved);

/// An hour of the day that is planned.
struct ShiftHour {
    Temperature wetBulb;
    ShiftLimits limits;
};

/// Heat that the tanks of one loop take up in each hour of a day, by `shiftRule`: above zero they
/// charge. The hours add up to zero, the tank begins and ends warm and never holds more than
/// `usable` allows, and no hour goes beyond its limits. All zero where nothing can be moved.
[[nodiscard]] std::vector<Power> planShift(const std::vector<ShiftHour>& day, Volume usable);

}  // namespace halltwin::cooling
