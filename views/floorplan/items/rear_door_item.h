// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A rear door: a coil that winds along its length.
void drawRearDoor(QPainter& painter, const ItemFace& face, const DrawContext& context);

class RearDoorItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawRearDoor(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
