// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

namespace halltwin {

/// A chilled-water cooler, or a rack whose cold plates take a share of its heat.
[[nodiscard]] bool takesWater(const CatalogEntry& entry);

/// Whether a pipe from the first to the second makes sense: chiller → pump set → what takes water.
[[nodiscard]] bool canSupplyWater(const CatalogEntry& from, const CatalogEntry& to);

}  // namespace halltwin
