// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/barrier_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {
namespace {

void drawColumn(QPainter& painter, const QRectF& box, const DrawContext& context) {
    drawBody(painter, box, context.style.of(ItemKind::Column), context);
    painter.setPen(linePen(withAlpha(context.style.paper, 0.6), 1.0, context));
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

/// The opening as two jambs and a leaf across it.
void drawDoor(QPainter& painter, const QRectF& box, const DrawContext& context) {
    const QColor color = context.style.of(ItemKind::Door);
    painter.fillRect(box, context.style.paper);
    const bool wide = box.width() >= box.height();
    const double jamb = wide ? std::min(box.height(), 0.08 * box.width())
                             : std::min(box.width(), 0.08 * box.height());
    const QRectF first(box.topLeft(),
                       wide ? QSizeF(jamb, box.height()) : QSizeF(box.width(), jamb));
    QRectF last = first;
    last.moveBottomRight(box.bottomRight());
    painter.fillRect(first, context.style.wall);
    painter.fillRect(last, context.style.wall);
    QRectF leaf = wide ? box.adjusted(jamb, 0.3 * box.height(), -jamb, -0.3 * box.height())
                       : box.adjusted(0.3 * box.width(), jamb, -0.3 * box.width(), -jamb);
    painter.fillRect(leaf, color);
}

}  // namespace

void drawBarrier(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    if (pixelsAcross(face, context) < 4.0) {
        painter.fillRect(box,
                         context.selected ? context.style.accent : context.style.of(face.kind));
        return;
    }
    switch (face.kind) {
        case ItemKind::Door: drawDoor(painter, box, context); break;
        case ItemKind::Column: drawColumn(painter, box, context); break;
        default: painter.fillRect(box, context.style.of(ItemKind::Wall)); break;
    }
    drawSelection(painter, box, context);
}

}  // namespace halltwin::views::floorplan::items
