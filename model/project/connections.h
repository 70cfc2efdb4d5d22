// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

namespace halltwin {

/// What ends a power chain: IT equipment, coolers with fans, and plant.
[[nodiscard]] bool drawsPower(ItemKind kind);

/// What power enters a project through: utility feed, generator, on-site source, battery.
[[nodiscard]] bool isPowerSource(ItemKind kind);

/// A source, or what passes power on: everything of the chain but its loads.
[[nodiscard]] bool isElectrical(ItemKind kind);

/// Whether a cord from the first to the second makes sense. Downward only: nothing feeds a source,
/// loads feed nothing, and what stands at the racks feeds no board. A battery hangs on what it
/// feeds, which charges it too.
[[nodiscard]] bool canFeedPower(ItemKind from, ItemKind to);

/// Hangs overhead or sits inside a rack, so that it takes no floor: busway, rack PDU, power shelf.
[[nodiscard]] bool isMounted(ItemKind kind);

/// IT equipment that hands heat to a coolant: a rack with cold plates, an immersion tank.
[[nodiscard]] bool isLiquidCooled(const CatalogEntry& entry);

/// A chilled-water cooler, a rear door, a coolant distribution unit, or what is liquid-cooled.
[[nodiscard]] bool takesWater(const CatalogEntry& entry);

/// What takes heat out of the water of a pump set, or stores it: a chiller, tower, dry cooler, plate
/// exchanger, lake, tank, district heating.
[[nodiscard]] bool coolsWater(ItemKind kind);

/// What gives its heat to a second pump set: a water-cooled chiller, a plate exchanger.
[[nodiscard]] bool rejectsToWater(const CatalogEntry& entry);

/// Whether a pipe from the first to the second makes sense: what cools water → pump set → what
/// takes water or rejects to water, and coolant distribution unit → what is liquid-cooled.
[[nodiscard]] bool canSupplyWater(const CatalogEntry& from, const CatalogEntry& to);

}  // namespace halltwin
