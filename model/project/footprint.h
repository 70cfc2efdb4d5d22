// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"

namespace halltwin {

/// Size of an item before rotation: its own dimensions where set, its catalogue entry's otherwise.
[[nodiscard]] Size3 sizeOf(const Item& item, const CatalogEntry& entry);

/// Footprint in hall coordinates, after rotation.
[[nodiscard]] Rect footprintOf(const Item& item, const CatalogEntry& entry);

/// As above by key. An entry that is gone gets a 0.6 m × 1.2 m × 2.0 m stand-in, so that the item
/// stays visible.
[[nodiscard]] Rect footprintOf(const Item& item, const Catalog& catalog);

}  // namespace halltwin
