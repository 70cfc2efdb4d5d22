// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/plant_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

/// Six arms with a pair of side arms each, within ±1 around the origin.
QPainterPath snowflake() {
    QPainterPath path;
    const auto at = [](double radius, double angle) {
        return QPointF(radius * std::cos(angle), radius * std::sin(angle));
    };
    for (int arm = 0; arm < 6; ++arm) {
        const double angle = arm * 1.0472 + 0.5236;
        path.moveTo(0, 0);
        path.lineTo(at(0.95, angle));
        path.moveTo(at(0.85, angle + 0.33));
        path.lineTo(at(0.55, angle));
        path.lineTo(at(0.85, angle - 0.33));
    }
    return path;
}

/// The pump of flow diagrams: a circle with a triangle towards the outlet.
QPainterPath pump() {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 0.85, 0.85);
    path.moveTo(-0.43, -0.73);
    path.lineTo(0.85, 0);
    path.lineTo(-0.43, 0.73);
    return path;
}

/// Two loops that meet at a plate.
QPainterPath exchanger() {
    QPainterPath path;
    path.addRect(-0.85, -0.85, 1.7, 1.7);
    path.moveTo(0, -0.85);
    path.lineTo(0, 0.85);
    for (const double side : {-1.0, 1.0}) {
        path.moveTo(0.85 * side, -0.4);
        path.lineTo(0.2 * side, -0.4);
        path.lineTo(0.2 * side, 0.4);
        path.lineTo(0.85 * side, 0.4);
    }
    return path;
}

QPainterPath symbolOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Chiller: return snowflake();
        case ItemKind::Cdu: return exchanger();
        default: return pump();
    }
}

}  // namespace

void drawPlant(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor fill = context.style.of(face.kind);
    const double across = pixelsAcross(face, context);
    if (across < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    drawSelection(painter, box, context);
    const QColor ink = textColorOn(fill);
    const SymbolAndText parts = splitForSymbol(box, context);
    const double size = 0.36 * std::min({parts.symbol.width(), parts.symbol.height(), 2.5});
    painter.save();
    painter.translate(parts.symbol.center());
    painter.scale(size, size);
    painter.setPen(QPen(ink, context.metresOf(1.3) / size, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(symbolOf(face.kind));
    painter.restore();
    if (context.labels) drawText(painter, parts.text, {face.label}, ink, context);
}

}  // namespace halltwin::views::floorplan::items
