// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/containment_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {
namespace {

/// Cold aisles in the kind's colour, those that hold warm air towards red.
QColor colorOf(const ItemFace& face, const DrawContext& context) {
    const QColor color = context.style.of(ItemKind::Containment);
    return face.aisle == AisleKind::Cold ? color : mixed(color, context.style.danger, 0.6);
}

/// A chimney's aisle opens upwards: a cross from corner to corner.
void drawOpening(QPainter& painter, const QRectF& box) {
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

/// The doors are at the ends across local x, which lies along the plan's x at R0 and R180.
void drawDoors(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const bool alongX = face.rotation == Rotation::R0 || face.rotation == Rotation::R180;
    painter.setPen(linePen(colorOf(face, context), 3.0, context));
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
    const QColor color = colorOf(face, context);
    painter.setBrush(withAlpha(color, 0.08));
    QPen outline = linePen(color, 1.2, context);
    outline.setDashPattern({6, 3});
    painter.setPen(outline);
    painter.drawRect(box);
    if (face.aisle == AisleKind::Chimney) drawOpening(painter, box);
    drawDoors(painter, face, context);
    drawSelection(painter, box, context);
    if (context.labels) drawTag(painter, box, face.label, context);
}

}  // namespace halltwin::views::floorplan::items
