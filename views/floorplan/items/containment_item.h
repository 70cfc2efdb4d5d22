// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// An aisle containment: a translucent roof over the racks, with doors at its ends.
void drawContainment(QPainter& painter, const ItemFace& face, const DrawContext& context);

class ContainmentItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawContainment(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
