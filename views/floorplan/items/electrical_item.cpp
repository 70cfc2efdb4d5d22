// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/electrical_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace halltwin::views::floorplan::items {
namespace {

/// Symbols lie within ±1 around the origin.
QPainterPath bolt() {
    QPainterPath path;
    path.addPolygon(QPolygonF({{0.15, -1},
                               {-0.55, 0.15},
                               {-0.05, 0.15},
                               {-0.2, 1},
                               {0.55, -0.2},
                               {0.05, -0.2},
                               {0.15, -1}}));
    return path;
}

QPainterPath twoWindings() {
    QPainterPath path;
    path.addEllipse(QPointF(0, -0.38), 0.58, 0.58);
    path.addEllipse(QPointF(0, 0.38), 0.58, 0.58);
    return path;
}

/// A rectifier and an inverter: the box parted by a diagonal, direct current above, alternating
/// below.
QPainterPath converter() {
    QPainterPath path;
    path.addRect(-0.85, -0.85, 1.7, 1.7);
    path.moveTo(-0.85, 0.85);
    path.lineTo(0.85, -0.85);
    path.moveTo(-0.62, -0.52);
    path.lineTo(-0.08, -0.52);
    path.moveTo(-0.62, -0.28);
    path.lineTo(-0.08, -0.28);
    path.moveTo(0.08, 0.42);
    path.cubicTo(0.25, 0.1, 0.32, 0.1, 0.36, 0.42);
    path.cubicTo(0.40, 0.74, 0.47, 0.74, 0.64, 0.42);
    return path;
}

/// One line in, a bar, three lines out.
QPainterPath distribution() {
    QPainterPath path;
    path.moveTo(0, -0.9);
    path.lineTo(0, -0.2);
    path.moveTo(-0.8, -0.2);
    path.lineTo(0.8, -0.2);
    for (const double x : {-0.7, 0.0, 0.7}) {
        path.moveTo(x, -0.2);
        path.lineTo(x, 0.8);
    }
    return path;
}

/// A machine: a ring with the sign of its kind.
QPainterPath ring() {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 0.85, 0.85);
    return path;
}

QPainterPath generator() {
    QPainterPath path = ring();
    path.moveTo(-0.5, 0.0);
    path.cubicTo(-0.3, -0.6, -0.1, -0.6, 0.0, 0.0);
    path.cubicTo(0.1, 0.6, 0.3, 0.6, 0.5, 0.0);
    return path;
}

/// The sun over a horizon.
QPainterPath onSite() {
    QPainterPath path;
    path.moveTo(-0.9, 0.5);
    path.lineTo(0.9, 0.5);
    path.moveTo(0.45, 0.5);
    path.arcTo(QRectF(-0.45, 0.05, 0.9, 0.9), 0, 180);
    for (const double x : {-0.6, 0.0, 0.6}) {
        path.moveTo(x, -0.2);
        path.lineTo(1.4 * x, -0.75);
    }
    return path;
}

/// Two cells: long and short plates.
QPainterPath cells() {
    QPainterPath path;
    for (const double x : {-0.5, 0.25}) {
        path.moveTo(x, -0.7);
        path.lineTo(x, 0.7);
        path.moveTo(x + 0.25, -0.35);
        path.lineTo(x + 0.25, 0.35);
    }
    path.moveTo(-0.95, 0);
    path.lineTo(-0.5, 0);
    path.moveTo(-0.25, 0);
    path.lineTo(0.25, 0);
    path.moveTo(0.5, 0);
    path.lineTo(0.95, 0);
    return path;
}

/// A busbar with breakers below.
QPainterPath board() {
    QPainterPath path;
    path.moveTo(-0.9, -0.5);
    path.lineTo(0.9, -0.5);
    for (const double x : {-0.6, 0.0, 0.6}) {
        path.moveTo(x, -0.5);
        path.lineTo(x, -0.1);
        path.moveTo(x - 0.14, -0.24);
        path.lineTo(x + 0.14, 0.04);
        path.moveTo(x + 0.14, -0.24);
        path.lineTo(x - 0.14, 0.04);
        path.moveTo(x, 0.1);
        path.lineTo(x, 0.8);
    }
    return path;
}

/// Two sources, one arm, one way out.
QPainterPath changeover() {
    QPainterPath path;
    path.addEllipse(QPointF(-0.5, -0.6), 0.14, 0.14);
    path.addEllipse(QPointF(0.5, -0.6), 0.14, 0.14);
    path.moveTo(-0.42, -0.48);
    path.lineTo(0.0, 0.3);
    path.lineTo(0.0, 0.9);
    return path;
}

/// A bar with taps.
QPainterPath taps() {
    QPainterPath path;
    path.addRect(-0.95, -0.3, 1.9, 0.25);
    for (const double x : {-0.6, 0.0, 0.6}) {
        path.moveTo(x, -0.05);
        path.lineTo(x, 0.6);
    }
    return path;
}

/// Alternating current in, direct current out.
QPainterPath rectifier() {
    QPainterPath path;
    path.addRect(-0.85, -0.85, 1.7, 1.7);
    path.moveTo(-0.85, 0.85);
    path.lineTo(0.85, -0.85);
    path.moveTo(-0.64, -0.42);
    path.cubicTo(-0.47, -0.74, -0.40, -0.74, -0.36, -0.42);
    path.cubicTo(-0.32, -0.1, -0.25, -0.1, -0.08, -0.42);
    path.moveTo(0.08, 0.36);
    path.lineTo(0.62, 0.36);
    path.moveTo(0.08, 0.6);
    path.lineTo(0.62, 0.6);
    return path;
}

QPainterPath symbolOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Generator: return generator();
        case ItemKind::OnSiteSource: return onSite();
        case ItemKind::Battery: return cells();
        case ItemKind::Switchboard: return board();
        case ItemKind::TransferSwitch: return changeover();
        case ItemKind::Busway: return taps();
        case ItemKind::PowerShelf: return rectifier();
        case ItemKind::UtilityFeed: return bolt();
        case ItemKind::Transformer: return twoWindings();
        case ItemKind::Ups: return converter();
        default: return distribution();
    }
}

}  // namespace

void drawElectrical(QPainter& painter, const ItemFace& face, const DrawContext& context) {
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
    const double size = 0.32 * std::min(parts.symbol.width(), parts.symbol.height());
    const bool isBolt = face.kind == ItemKind::UtilityFeed;
    painter.save();
    painter.translate(parts.symbol.center());
    painter.scale(size, size);
    QPen pen(ink, context.metresOf(1.3) / size);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(isBolt ? QPen(Qt::NoPen) : pen);
    painter.setBrush(isBolt ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawPath(symbolOf(face.kind));
    painter.restore();
    if (context.labels) drawText(painter, parts.text, {face.label}, ink, context);
}

}  // namespace halltwin::views::floorplan::items
