// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A rack: filled by its intake temperature when there is a result, with a dark strip along its
/// intake side.
void drawRack(QPainter& painter, const ItemFace& face, const DrawContext& context);

class RackItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawRack(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
