// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A utility feed, transformer, UPS or PDU, each with the symbol of single-line diagrams.
void drawElectrical(QPainter& painter, const ItemFace& face, const DrawContext& context);

class ElectricalItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawElectrical(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
