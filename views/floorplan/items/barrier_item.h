// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A wall, column or door; a door shows its two jambs and its leaf.
void drawBarrier(QPainter& painter, const ItemFace& face, const DrawContext& context);

class BarrierItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawBarrier(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
