// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A cooler: fans as circles, a light strip along its front.
void drawCooler(QPainter& painter, const ItemFace& face, const DrawContext& context);

class CoolerItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawCooler(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
