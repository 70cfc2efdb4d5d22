// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/hall_item.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "views/bridge/plan_coordinates.h"
#include "views/bridge/theme.h"
#include "views/floorplan/items/drawing.h"

namespace halltwin::views::floorplan::items {
namespace {

constexpr double titleRoomM = 3.0;   ///< kept above a hall for its name, whatever the zoom

QRectF floorOf(const Hall& hall) {
    return {0, 0, hall.width.in(metres), hall.depth.in(metres)};
}

/// Name, size and height, as much as fits over the hall.
void drawTitle(QPainter& painter, const Hall& hall, const DrawContext& context) {
    const double available = hall.width.in(metres) * context.pixelsPerMetre;
    painter.save();
    enterPixels(painter, QPointF(0, hall.kind == HallKind::Yard ? 0.0 : -wallThicknessM), context);
    const QFont nameFont = bridge::Theme::font(bridge::TextStyle::BodyStrong);
    const QFont sizeFont = bridge::Theme::font(bridge::TextStyle::Small);
    const QString name = QString::fromStdString(hall.name);
    const double nameWidth = QFontMetricsF(nameFont).horizontalAdvance(name);
    const QString size = QStringLiteral("%1 × %2 m")
                             .arg(hall.width.in(metres), 0, 'f', 1)
                             .arg(hall.depth.in(metres), 0, 'f', 1);
    if (nameWidth <= available && available > 30.0) {
        painter.setFont(nameFont);
        painter.setPen(context.style.label);
        painter.drawText(QPointF(0, -7), name);
        painter.setFont(sizeFont);
        if (nameWidth + 10.0 + QFontMetricsF(sizeFont).horizontalAdvance(size) <= available) {
            painter.setPen(context.style.labelMuted);
            painter.drawText(QPointF(nameWidth + 10.0, -7), size);
        }
    }
    painter.restore();
}

}  // namespace

void drawHallFloor(QPainter& painter, const Hall& hall, const DrawContext& context) {
    const QColor floor = hall.kind == HallKind::Yard
                             ? mixed(context.style.paper, context.style.outside, 0.6)
                             : context.style.paper;
    painter.fillRect(floorOf(hall), floor);
}

void drawHallGrid(QPainter& painter, const Hall& hall, const DrawContext& context) {
    const double pitch = hall.tile.in(metres);
    if (!(pitch > 0.0) || 5.0 * pitch * context.pixelsPerMetre < 6.0) return;
    const QRectF floor = floorOf(hall);
    const int step = pitch * context.pixelsPerMetre < 6.0 ? 5 : 1;
    const auto drawLines = [&](double length, auto lineAt) {
        for (int i = step; i * pitch < length - 1e-6; i += step) {
            const QColor& color = i % 5 == 0 ? context.style.gridMajor : context.style.grid;
            QPen pen(withAlpha(color, 0.75), 0);
            painter.setPen(pen);
            painter.drawLine(lineAt(i * pitch));
        }
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawLines(floor.width(), [&](double x) { return QLineF(x, 0, x, floor.bottom()); });
    drawLines(floor.height(), [&](double y) {
        return QLineF(0, floor.bottom() - y, floor.right(), floor.bottom() - y);
    });
    painter.restore();
}

void drawHallFrame(QPainter& painter, const Hall& hall, const DrawContext& context) {
    const QRectF floor = floorOf(hall);
    painter.setBrush(Qt::NoBrush);
    if (hall.kind == HallKind::Yard) {
        QPen dashed = linePen(context.style.labelMuted, 1.2, context);
        dashed.setDashPattern({8, 5});
        painter.setPen(dashed);
        painter.drawRect(floor);
    } else {
        const double thickness = std::max(wallThicknessM, context.metresOf(2.0));
        QPen wall(context.style.wall, thickness);
        wall.setJoinStyle(Qt::MiterJoin);
        painter.setPen(wall);
        const double half = 0.5 * thickness;
        painter.drawRect(floor.adjusted(-half, -half, half, half));
    }
    if (context.labels) drawTitle(painter, hall, context);
}

HallItem::HallItem(HallPart part, const SceneLook& look) : m_part(part), m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(part == HallPart::Floor ? 0 : part == HallPart::Grid ? 2 : 3);
}

void HallItem::display(const Hall& hall) {
    if (hall == m_hall) return;
    prepareGeometryChange();
    m_hall = hall;
    setPos(bridge::toScene(Point{hall.origin.x, hall.origin.y + hall.depth}));
    update();
}

QRectF HallItem::boundingRect() const {
    const QRectF floor = floorOf(m_hall);
    return m_part == HallPart::Frame ? floor.adjusted(-0.5, -titleRoomM, 0.5, 0.5) : floor;
}

void HallItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    switch (m_part) {
        case HallPart::Floor: return drawHallFloor(*painter, m_hall, context);
        case HallPart::Grid: return drawHallGrid(*painter, m_hall, context);
        case HallPart::Frame: return drawHallFrame(*painter, m_hall, context);
    }
}

}  // namespace halltwin::views::floorplan::items
