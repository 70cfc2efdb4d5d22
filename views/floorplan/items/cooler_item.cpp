// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/cooler_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

void drawFan(QPainter& painter, const QPointF& centre, double radius) {
    painter.drawEllipse(centre, radius, radius);
    for (int blade = 0; blade < 3; ++blade) {
        const double angle = blade * 2.0944 + 0.5;
        painter.drawLine(centre,
                         centre + 0.85 * radius * QPointF(std::cos(angle), std::sin(angle)));
    }
}

int fanCount(const QRectF& box) {
    const double across = std::min(box.width(), box.height());
    const double along = std::max(box.width(), box.height());
    return std::clamp(static_cast<int>(along / (1.05 * across)), 1, 4);
}

/// In a line along the longer side.
void drawFans(QPainter& painter, const QRectF& box, int count) {
    const bool wide = box.width() >= box.height();
    const double across = std::min(box.width(), box.height());
    for (int i = 0; i < count; ++i) {
        const double share = (i + 0.5) / count;
        const QPointF centre = wide ? QPointF(box.left() + share * box.width(), box.center().y())
                                    : QPointF(box.center().x(), box.top() + share * box.height());
        drawFan(painter, centre, 0.36 * across);
    }
}

}  // namespace

void drawCooler(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor fill = context.style.of(ItemKind::Cooler);
    const double across = pixelsAcross(face, context);
    if (across < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    const double outline = context.metresOf(1.0);
    const Strip front = frontStrip(box.adjusted(outline, outline, -outline, -outline),
                                   frontDirection(face.rotation), 0.10);
    painter.fillRect(front.strip, mixed(fill, Qt::white, 0.55));
    const QColor ink = textColorOn(fill);
    // A label takes the middle: fans stay when there is room for them beside it.
    const int fans = fanCount(front.remainder);
    const bool hasRoom = context.labels ? fans % 2 == 0 && across > 44.0 : across > 20.0;
    if (hasRoom) {
        painter.setPen(linePen(withAlpha(ink, 0.45), 1.0, context));
        painter.setBrush(Qt::NoBrush);
        drawFans(painter, front.remainder, fans);
    }
    drawSelection(painter, box, context);
    if (context.labels) drawText(painter, front.remainder, {face.label}, ink, context);
}

}  // namespace halltwin::views::floorplan::items
