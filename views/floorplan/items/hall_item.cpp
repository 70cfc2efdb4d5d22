// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/hall_item.h"

#include "views/bridge/plan_coordinates.h"
#include "views/bridge/theme.h"
#include "views/floorplan/items/drawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <array>
#include <vector>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double titleRoomM = 3.0;  ///< kept above and below a hall for its name, whatever the zoom

QRectF floorOf(const Hall& hall) {
    return {0, 0, hall.width.in(metres), hall.depth.in(metres)};
}

/// The baseline's left end for a place, in pixels from the hall's corner on that side.
QPointF titleOffset(TitlePlace place) {
    switch (place) {
        case TitlePlace::Above: return {0, -7};
        case TitlePlace::Below: return {0, 17};
        case TitlePlace::Inside: return {10, 19};
    }
    return {};
}

/// Name and size, as much as fits along the hall.
void drawTitle(QPainter& painter, const Hall& hall, TitlePlace place, const DrawContext& context) {
    const double wall = hall.kind == HallKind::Yard ? 0.0 : wallThicknessM;
    const double y = place == TitlePlace::Above   ? -wall
                     : place == TitlePlace::Below ? hall.depth.in(metres) + wall
                                                  : 0.0;
    const double available = hall.width.in(metres)*context.pixelsPerMetre;
    const QFont nameFont = bridge::Theme::font(bridge::TextStyle::BodyStrong);
    const QFont sizeFont = bridge::Theme::font(bridge::TextStyle::Small);
    const QString name = QString::fromStdString(hall.name);
    const double nameWidth = QFontMetricsF(nameFont).horizontalAdvance(name);
    if (nameWidth > available || available < 30.0) return;
    const QString size = QStringLiteral("%1 × %2 m")
                             .arg(hall.width.in(metres), 0, 'f', 1)
                             .arg(hall.depth.in(metres), 0, 'f', 1);
    const double fullWidth = nameWidth + 10.0 + QFontMetricsF(sizeFont).horizontalAdvance(size);
    const bool hasRoom = fullWidth <= available;

    painter.save();
    enterPixels(painter, QPointF(0, y), context);
    painter.translate(titleOffset(place));
    // A plate under the text, for links run past it.
    const bool isInside = place == TitlePlace::Inside;
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(isInside ? context.style.paper : context.style.outside, 0.85));
    painter.drawRoundedRect(QRectF(-4, -14, (hasRoom ? fullWidth : nameWidth) + 8, 19), 3, 3);
    painter.setFont(nameFont);
    painter.setPen(context.style.label);
    painter.drawText(QPointF(0, 0), name);
    if (hasRoom) {
        painter.setFont(sizeFont);
        painter.setPen(context.style.labelMuted);
        painter.drawText(QPointF(nameWidth + 10.0, 0), size);
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
    // A tint of the label's colour, not the theme's grid colours: it has to be quiet over a heat
    // map too.
    const QColor minor = withAlpha(context.style.label, 0.07);
    const QColor major = withAlpha(context.style.label, 0.14);
    std::array<std::vector<QLineF>, 2> lines;  // one call for each pen: there may be hundreds
    const auto addLines = [&](double length, auto lineAt) {
        for (int i = step; i * pitch < length - 1e-6; i += step)
            lines[i % 5 == 0 ? 1 : 0].push_back(lineAt(i * pitch));
    };
    addLines(floor.width(), [&](double x) { return QLineF(x, 0, x, floor.bottom()); });
    addLines(floor.height(), [&](double y) {
        return QLineF(0, floor.bottom() - y, floor.right(), floor.bottom() - y);
    });
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t kind = 0; kind < lines.size(); ++kind) {
        painter.setPen(QPen(kind == 1 ? major : minor, 0));
        painter.drawLines(lines[kind].data(), static_cast<int>(lines[kind].size()));
    }
    painter.restore();
}

TitlePlace titlePlaceOf(const Hall& hall, const Project& project) {
    const Rect room{hall.origin, {hall.origin.x + hall.width, hall.origin.y + hall.depth}};
    const Length needed = metres(1.0);
    const Rect above{{room.min.x, room.max.y}, {room.max.x, room.max.y + needed}};
    const Rect below{{room.min.x, room.min.y - needed}, {room.max.x, room.min.y}};
    const auto isFree = [&](const Rect& strip) {
        return std::none_of(project.halls.begin(), project.halls.end(), [&](const Hall& other) {
            const Rect taken{other.origin,
                             {other.origin.x + other.width, other.origin.y + other.depth}};
            return other.id != hall.id && overlaps(strip, taken, metres(0.0));
        });
    };
    if (isFree(above)) return TitlePlace::Above;
    return isFree(below) ? TitlePlace::Below : TitlePlace::Inside;
}

void drawHallFrame(QPainter& painter, const Hall& hall, TitlePlace title,
                   const DrawContext& context) {
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
    if (context.labels) drawTitle(painter, hall, title, context);
}

HallItem::HallItem(HallPart part, const SceneLook& look) : m_part(part), m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(part == HallPart::Floor ? 0 : part == HallPart::Grid ? 2 : 16);
    // New heat repaints the hall many times a second; hundreds of fine lines and a title stay.
    if (part != HallPart::Floor) setCacheMode(DeviceCoordinateCache);
}

void HallItem::display(const Hall& hall, TitlePlace title) {
    if (hall == m_hall && title == m_title) return;
    prepareGeometryChange();
    m_hall = hall;
    m_title = title;
    setPos(bridge::toScene(Point{hall.origin.x, hall.origin.y + hall.depth}));
    update();
}

QRectF HallItem::boundingRect() const {
    const QRectF floor = floorOf(m_hall);
    return m_part == HallPart::Frame ? floor.adjusted(-0.5, -titleRoomM, 0.5, titleRoomM) : floor;
}

void HallItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    switch (m_part) {
        case HallPart::Floor: return drawHallFloor(*painter, m_hall, context);
        case HallPart::Grid: return drawHallGrid(*painter, m_hall, context);
        case HallPart::Frame: return drawHallFrame(*painter, m_hall, m_title, context);
    }
}

}  // namespace halltwin::views::floorplan::items
