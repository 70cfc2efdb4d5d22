// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A perforated tile: bars as thick as its open area, with nothing between them, so that a heat map
/// keeps its colours.
void drawTile(QPainter& painter, const ItemFace& face, const DrawContext& context);

class TileItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawTile(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
