// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/item_figures.h"

#include <vector>

namespace halltwin::views::inspector {

/// A tower, dry cooler, exchanger, natural water, tank or heat re-use at work, and how the loop of
/// a pump set is cooled.
[[nodiscard]] std::vector<ItemFigure> plantFigures(ItemId item, const cooling::PlantResult& plant);

/// What such a unit can do, as its catalogue entry states it; none for other kinds.
[[nodiscard]] std::vector<ItemFigure> plantSpecFigures(const CatalogEntry& entry);

}  // namespace halltwin::views::inspector
