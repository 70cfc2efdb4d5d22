// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/rear_door_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {

void drawRearDoor(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor fill = context.style.of(ItemKind::RearDoor);
    if (pixelsAcross(face, context) < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    const bool alongX = box.width() >= box.height();
    const double margin = 0.12 * (alongX ? box.width() : box.height());
    constexpr int turns = 8;
    QPolygonF coil;
    for (int i = 0; i <= turns; ++i) {
        const double along = static_cast<double>(i) / turns;
        const double across = i % 2 == 0 ? 0.3 : 0.7;
        coil << (alongX ? QPointF(box.left() + margin + along * (box.width() - 2.0 * margin),
                                  box.top() + across * box.height())
                        : QPointF(box.left() + across * box.width(),
                                  box.top() + margin + along * (box.height() - 2.0 * margin)));
    }
    painter.setPen(linePen(textColorOn(fill), 1.2, context));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(coil);
    drawSelection(painter, box, context);
}

}  // namespace halltwin::views::floorplan::items
