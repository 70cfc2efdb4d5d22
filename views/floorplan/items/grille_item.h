// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

/// A ceiling grille: dashed, since it is overhead, with the diagonals that air diffusers carry in
/// drawings.
void drawGrille(QPainter& painter, const ItemFace& face, const DrawContext& context);

class GrilleItem final : public PlanItem {
public:
    using PlanItem::PlanItem;

protected:
    void draw(QPainter& painter, const DrawContext& context) const override {
        drawGrille(painter, face(), context);
    }
};

}  // namespace halltwin::views::floorplan::items
