// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/containment_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {
namespace {

/// The doors are at the ends across local x, which lies along the plan's x at R0 and R180.
void drawDoors(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const bool alongX = face.rotation == Rotation::R0 || face.rotation == Rotation::R180;
    painter.setPen(linePen(context.style.of(ItemKind::Containment), 3.0, context));
    if (alongX) {
        painter.drawLine(box.topLeft(), box.bottomLeft());
        painter.drawLine(box.topRight(), box.bottomRight());
    } else {
        painter.drawLine(box.topLeft(), box.topRight());
        painter.drawLine(box.bottomLeft(), box.bottomRight());
    }
}

}  // namespace

void drawContainment(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor color = context.style.of(ItemKind::Containment);
    painter.setBrush(withAlpha(color, 0.08));
    QPen outline = linePen(color, 1.2, context);
    outline.setDashPattern({6, 3});
    painter.setPen(outline);
    painter.drawRect(box);
    drawDoors(painter, face, context);
    drawSelection(painter, box, context);
    if (context.labels) drawTag(painter, box, face.label, context);
}

}  // namespace halltwin::views::floorplan::items
