// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"
#include "model/thermal/room.h"
#include "model/twin/mechanical.h"

#include <map>
#include <optional>

namespace halltwin::twin {

/// What the electrical and water sides tell a room.
struct RoomSupply {
    PowerByItem rackPower;                   ///< electric power of each rack; dark racks 0
    PowerByItem liquidHeat;                  ///< of which to cold plates, or into a tank's bath
    PowerByItem lossHeat;                    ///< of transformers, UPS, PDUs and the like
    std::map<HallId, Power> cableHeat;       ///< of cables, in the hall of their load end,
                                             ///< and of what is mounted overhead or in racks
    std::map<ItemId, Temperature> waterIn;   ///< of connected chilled-water coolers and rear doors
    std::map<ItemId, VolumeFlow> waterFlow;  ///< of those of them that get less than they ask for
    std::map<ItemId, ItemId> doorOf;         ///< rear doors by the rack that they hang on
    IsLive live;
};

/// Heat of a rack that its cold plates hand to the loop, only where a pump set or a coolant
/// distribution unit serves the rack; all heat of a tank, of which its surface still gives some to
/// the room. Nothing of a tank so little loaded that its bath would not stay warm: the room takes
/// that.
[[nodiscard]] Power liquidHeatOf(const OperatingPoint& point, const Item& rack, Power power);

/// Devices of one hall for the room air engine. Items whose catalogue entry is gone are left out.
[[nodiscard]] thermal::RoomInput roomInput(const OperatingPoint& point, const Hall& hall,
                                           const RoomSupply& supply);

/// Heat of the cables that end in the hall, and of what hangs there without taking floor.
[[nodiscard]] Power cableHeatOf(HallId hall, const RoomSupply& supply);

/// Halls with a cooler, and data halls with a rack, are solved; the others lose their heat
/// outdoors.
[[nodiscard]] bool isAirConditioned(const OperatingPoint& point, const Hall& hall);

}  // namespace halltwin::twin
