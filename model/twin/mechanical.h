// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/twin/electrical.h"

#include <functional>

namespace halltwin::twin {

/// Whether an item has power; a dark chiller, pump or cooler does nothing.
using IsLive = std::function<bool(ItemId)>;

/// Air through a cooler of a hall that can take outside air.
struct CoolerAir {
    MassFlow dryAir;
    Temperature returning;
    Temperature supply;

    bool operator==(const CoolerAir&) const = default;
};

/// Heat that the plant has to take, by item.
struct PlantHeat {
    PowerByItem coils;   ///< of coolers: room heat and their own fans' heat; of rear doors
    PowerByItem liquid;  ///< of racks with cold plates that are served, and of tanks
    std::map<ItemId, CoolerAir> air{};  ///< of coolers that can take outside air

    bool operator==(const PlantHeat&) const = default;
};

/// Electric power of a cooler's fans at its speed; all of it ends in the air stream.
[[nodiscard]] Power fanPowerOf(const Item& cooler, const CoolerSpec& spec);

/// Speed of a cooler's fans as a share of the rated one.
[[nodiscard]] double fanSpeedOf(const Item& cooler);

/// The plant as drawn: coolers, rear doors, distribution units and
/// liquid-cooled racks with their heat, chillers, pumps and links.
[[nodiscard]] cooling::PlantInput plantInput(const OperatingPoint& point, const PlantHeat& heat,
                                             const IsLive& live);

/// Power that fans, compressors and pumps draw with a solved plant, by item. Fans count whether or
/// not their room could be solved.
[[nodiscard]] PowerByItem mechanicalPower(const OperatingPoint& point,
                                          const cooling::PlantResult& plant);

}  // namespace halltwin::twin
