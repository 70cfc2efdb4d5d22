// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/tile_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double legiblePixels = 24.0;  ///< of a tile's shorter side
constexpr double withUnitPixels = 40.0;

/// A thick frame with its corner cut: told by its shape, without colour too.
void drawStarved(QPainter& painter, const QRectF& inner, const DrawContext& context) {
    const double inset = context.metresOf(1.0);
    const double corner = 0.34 * std::min(inner.width(), inner.height());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(context.style.danger, 2.0, context));
    painter.drawRect(inner.adjusted(inset, inset, -inset, -inset));
    painter.setPen(Qt::NoPen);
    painter.setBrush(context.style.danger);
    painter.drawPolygon(QPolygonF{inner.topRight(), inner.topRight() - QPointF(corner, 0.0),
                                  inner.topRight() + QPointF(0.0, corner)});
}

/// The flow on a plate of paper, so that it reads over slots and heat; the unit from a size on.
void drawFlow(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    if (face.isStarved) drawStarved(painter, box, context);
    if (face.detail.isEmpty() || pixelsAcross(face, context) < legiblePixels) return;
    const bool hasUnit = pixelsAcross(face, context) >= withUnitPixels;
    const double inset = 0.14 * std::min(box.width(), box.height());
    const QRectF plate = hasUnit
                             ? box.adjusted(inset, inset, -inset, -inset)
                             : box.adjusted(0.5 * inset, 1.8 * inset, -0.5 * inset, -1.8 * inset);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(context.style.paper, 0.86));
    const double radius = context.metresOf(3.0);
    painter.drawRoundedRect(plate, radius, radius);
    const QColor ink = face.isStarved ? context.style.danger : context.style.label;
    QStringList lines{face.detail};
    if (hasUnit) lines.append(QStringLiteral("L/s"));
    drawText(painter, plate, lines, ink, context);
}

}  // namespace

void drawTile(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor color = context.style.of(ItemKind::Tile);
    const double inset = context.metresOf(0.5);
    const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
    const double open = std::clamp(face.openArea, 0.05, 0.9);
    const QColor ink = mixed(color, context.style.label, 0.45);
    if (pixelsAcross(face, context) < 2.0 * plainBelowPixels) {
        painter.fillRect(inner, context.selected ? context.style.accent
                                                 : withAlpha(ink, 0.10 + 0.4 * open));
        if (context.tileFlow && face.isStarved) drawStarved(painter, inner, context);
        return;
    }
    const int openings = 7;
    const double pitch = inner.height() / openings;
    const QColor slot = withAlpha(ink, 0.6);
    for (int i = 0; i < openings; ++i) {
        const double thickness = pitch * open;
        painter.fillRect(QRectF(inner.left() + 0.08 * inner.width(),
                                inner.top() + (i + 0.5) * pitch - 0.5 * thickness,
                                0.84 * inner.width(), thickness),
                         slot);
    }
    painter.setPen(linePen(slot, 1.0, context));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(inner);
    if (context.tileFlow) drawFlow(painter, face, context);
    drawSelection(painter, box, context);
}

}  // namespace halltwin::views::floorplan::items
