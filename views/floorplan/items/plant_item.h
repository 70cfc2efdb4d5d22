// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// What cools, moves, stores or takes water: a chiller, pump set, tower, exchanger, tank…
void drawPlant(QPainter& painter, const ItemFace& face, const DrawContext& context);

class PlantItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawPlant(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
