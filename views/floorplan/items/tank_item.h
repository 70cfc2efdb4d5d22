// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// An immersion tank: the surface of its liquid, with waves.
void drawTank(QPainter& painter, const ItemFace& face, const DrawContext& context);

class TankItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawTank(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
