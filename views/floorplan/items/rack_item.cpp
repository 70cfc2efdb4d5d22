// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/rack_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {
namespace {

/// An entry that the catalogue lost: a crossed box, so that the item stays visible and can be
/// replaced.
void drawUnknown(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    painter.setPen(linePen(context.style.danger, 1.5, context));
    painter.setBrush(withAlpha(context.style.danger, 0.12));
    painter.drawRect(box);
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
    drawSelection(painter, box, context);
}

/// A notch in the middle of the front strip: the way that the air goes in.
void drawNotch(QPainter& painter, const QRectF& strip, Direction front) {
    const QPointF c = strip.center();
    const bool alongX = front == Direction::MinusY || front == Direction::PlusY;
    const double half = 0.38 * (alongX ? strip.height() : strip.width());
    const double sign = front == Direction::MinusY || front == Direction::PlusX ? -1.0 : 1.0;
    const QPolygonF notch =
        alongX ? QPolygonF({c + QPointF(-1.6 * half, -sign * half),
                            c + QPointF(1.6 * half, -sign * half), c + QPointF(0, sign * half)})
               : QPolygonF({c + QPointF(-sign * half, -1.6 * half),
                            c + QPointF(-sign * half, 1.6 * half), c + QPointF(sign * half, 0)});
    painter.drawPolygon(notch);
}

/// The duct to the ceiling, over the rear third.
void drawChimney(QPainter& painter, const QRectF& box, Direction front,
                 const DrawContext& context) {
    const bool alongY = front == Direction::MinusY || front == Direction::PlusY;
    const double depth = (alongY ? box.height() : box.width()) / 3.0;
    const Strip body = frontStrip(box, front, 2.0 * depth);
    painter.setPen(linePen(context.style.danger, 1.5, context));
    painter.setBrush(Qt::NoBrush);
    const double inset = 0.15 * depth;
    painter.drawRect(body.remainder.adjusted(inset, inset, -inset, -inset));
}

}  // namespace

void drawRack(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    if (!face.isKnown) return drawUnknown(painter, face, context);
    const QRectF box = face.box();
    const bool hasStatus = context.heat && face.status.isValid();
    const QColor fill = hasStatus ? face.status : context.style.of(ItemKind::Rack);
    const double across = pixelsAcross(face, context);
    if (across < plainBelowPixels) {
        const double gap = across > 3.0 ? context.metresOf(0.5) : 0.0;
        painter.fillRect(box.adjusted(gap, gap, -gap, -gap),
                         context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    const double outline = context.metresOf(1.0);
    const Strip front = frontStrip(box.adjusted(outline, outline, -outline, -outline),
                                   frontDirection(face.rotation), 0.10);
    const QColor dark = mixed(fill, QColor(0x0A, 0x10, 0x18), 0.62);
    painter.fillRect(front.strip, dark);
    if (across > 26.0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(fill, Qt::white, 0.45));
        drawNotch(painter, front.strip, frontDirection(face.rotation));
    }
    if (face.hasChimney) drawChimney(painter, box, frontDirection(face.rotation), context);
    drawSelection(painter, box, context);
    if (!context.labels) return;
    const QStringList lines{face.label, context.heat ? face.detail : QString()};
    drawText(painter, front.remainder, lines, textColorOn(fill), context);
}

}  // namespace halltwin::views::floorplan::items
