// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/network/fabric_picture.h"

#include <QColor>
#include <QRectF>
#include <vector>

class QPainter;

namespace halltwin::views::network {

struct FabricPaintOrder {
    const bridge::Theme& theme;
    const LitWays& lit;  ///< nothing in it: all is drawn alike
    QRectF visible;      ///< part of the drawing that is wanted
    double scale = 1.0;  ///< pixels of a unit: small boxes are drawn with less in them
};

/// Draws the picture; the painter is set to its unit.
void paintFabric(QPainter& painter, const FabricPicture& picture, const FabricPaintOrder& order);

/// Draws these edges over the picture so that they stand out, with what they are.
void paintEdgesOver(QPainter& painter, const FabricPicture& picture,
                    const std::vector<std::uint32_t>& edges, const FabricPaintOrder& order);

/// Colour of a link's load: grey where nothing runs.
[[nodiscard]] QColor linkColor(double load, const bridge::Theme& theme);

}  // namespace halltwin::views::network
