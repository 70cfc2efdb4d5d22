// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"

#include <QString>
#include <vector>

namespace halltwin::views::inspector {

enum class FigureTone { Plain, Warning, Bad };

/// One line of what the twin says about an item.
struct ItemFigure {
    QString name;
    QString value;
    FigureTone tone = FigureTone::Plain;
};

/// All that the twin computed for this item, empty when it has nothing to say about it. Intake
/// temperatures warn above 27 °C (recommended) and are bad above 32 °C (allowable): ASHRAE TC 9.9
/// (2021), class A1. `altitude` is the site's: air classes derate with it.
[[nodiscard]] std::vector<ItemFigure> itemFigures(const Item& item, const twin::TwinResult& result,
                                                  Length altitude);

/// What the catalogue says about an entry, for the panels: sizes, ratings and prices with their
/// units.
[[nodiscard]] std::vector<ItemFigure> catalogFigures(const CatalogEntry& entry);

}  // namespace halltwin::views::inspector
