// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/content.h"

#include <QColor>
#include <set>

class QPainter;

namespace halltwin::views::diagram {

/// What stands out while the rest is pale; nothing in it: all is drawn alike.
struct Highlight {
    std::set<ItemId> items;
    std::set<CordEnds> cords;

    [[nodiscard]] bool isEmpty() const { return items.empty() && cords.empty(); }
};

struct PaintOrder {
    const bridge::Theme& theme;
    const Highlight& highlight;
    QRectF visible;      ///< part of the diagram that is wanted
    double scale = 1.0;  ///< pixels of a unit: small symbols are drawn with less in them
};

/// From this scale on, symbols carry name and figures; from the lower ones their name, their sign.
inline constexpr double textScale = 0.62;
inline constexpr double nameScale = 0.28;
inline constexpr double signScale = 0.16;

/// Draws the diagram; the painter is set to its unit. Any thread but for the theme's fonts.
void paintDiagram(QPainter& painter, const Content& content, const PaintOrder& order);

/// Colours of the pipes of a loop.
[[nodiscard]] QColor supplyColor(const bridge::Theme& theme);
[[nodiscard]] QColor returnColor(const bridge::Theme& theme);

/// The colour that a symbol's state or loading has.
[[nodiscard]] QColor symbolColor(const Symbol& symbol, const bridge::Theme& theme);

}  // namespace halltwin::views::diagram
