// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/overlay_item.h"

#include "views/bridge/plan_coordinates.h"
#include "views/bridge/theme.h"
#include "views/floorplan/items/drawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace halltwin::views::floorplan::items {
namespace {

using bridge::toScene;

constexpr double textRoomPixels = 90.0;

QRectF spanned(const Point& a, const Point& b) {
    return QRectF(toScene(a), toScene(b)).normalized();
}

QRectF boundsOf(const Overlay& overlay) {
    QRectF bounds;
    for (const Ghost& ghost : overlay.ghosts)
        bounds |= toScene(ghost.area);
    for (const Rect& target : overlay.targets)
        bounds |= toScene(target);
    if (overlay.rubberBand) bounds |= toScene(*overlay.rubberBand);
    const auto include = [&bounds](const Point& a, const Point& b) {
        bounds |= spanned(a, b).adjusted(-0.01, -0.01, 0.01, 0.01);  // a line has no area to unite
    };
    for (const auto& [from, to] : overlay.guides)
        include(from, to);
    for (const DimensionLine& line : overlay.dimensions)
        include(line.from, line.to);
    if (overlay.rubberLine) include(overlay.rubberLine->from, overlay.rubberLine->to);
    return bounds;
}

QColor colorOf(LinkColor color, const PlanStyle& style) {
    switch (color) {
        case LinkColor::FeedA: return style.feedA;
        case LinkColor::FeedB: return style.feedB;
        case LinkColor::Water: return style.water;
    }
    return style.accent;
}

/// Text on a rounded plate, centred.
void drawPlate(QPainter& painter, const QPointF& at, const QString& text,
               const DrawContext& context) {
    painter.save();
    enterPixels(painter, at, context);
    const QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    painter.setFont(font);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 12.0;
    const QRectF plate(-0.5 * width, -9.0, width, 18.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(context.style.accent);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(textColorOn(context.style.accent));
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace

OverlayItem::OverlayItem(const SceneLook& look) : m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(100);
}

void OverlayItem::display(Overlay overlay, double pixelsPerMetre) {
    if (overlay.isEmpty() && m_overlay.isEmpty()) return;
    prepareGeometryChange();
    m_overlay = std::move(overlay);
    const double room = textRoomPixels / pixelsPerMetre;
    m_bounds =
        m_overlay.isEmpty() ? QRectF() : boundsOf(m_overlay).adjusted(-room, -room, room, room);
    update();
}

void OverlayItem::drawGhosts(QPainter& painter, const DrawContext& context) const {
    for (const Ghost& ghost : m_overlay.ghosts) {
        const QColor color =
            ghost.look == GhostLook::Refused ? context.style.danger : context.style.accent;
        QPen outline = linePen(color, 1.4, context);
        if (ghost.look == GhostLook::Outline) outline.setDashPattern({4, 3});
        painter.setPen(outline);
        painter.setBrush(ghost.look == GhostLook::Outline ? QBrush(Qt::NoBrush)
                                                          : QBrush(withAlpha(color, 0.22)));
        const QRectF box = toScene(ghost.area);
        painter.drawRect(box);
        if (ghost.front) painter.fillRect(frontStrip(box, *ghost.front, 0.10).strip, color);
    }
    painter.setBrush(withAlpha(context.style.accent, 0.15));
    painter.setPen(linePen(context.style.accent, 2.2, context));
    for (const Rect& target : m_overlay.targets)
        painter.drawRect(toScene(target));
    if (m_overlay.rubberBand) {
        painter.setPen(linePen(context.style.accent, 1.0, context));
        painter.setBrush(withAlpha(context.style.accent, 0.12));
        painter.drawRect(toScene(*m_overlay.rubberBand));
    }
}

void OverlayItem::drawGuides(QPainter& painter, const DrawContext& context) const {
    QPen pen = linePen(context.style.accent, 1.0, context);
    pen.setDashPattern({6, 4});
    painter.setPen(pen);
    for (const auto& [from, to] : m_overlay.guides)
        painter.drawLine(toScene(from), toScene(to));
    if (!m_overlay.rubberLine) return;
    const RubberLine& line = *m_overlay.rubberLine;
    const QColor color = colorOf(line.color, context.style);
    painter.setPen(linePen(color, line.isOnTarget ? 2.6 : 1.6, context));
    painter.drawLine(toScene(line.from), toScene(line.to));
    painter.setBrush(color);
    const double radius = context.metresOf(4.0);
    painter.drawEllipse(toScene(line.from), radius, radius);
    painter.drawEllipse(toScene(line.to), radius, radius);
}

void OverlayItem::drawDimensions(QPainter& painter, const DrawContext& context) const {
    for (const DimensionLine& line : m_overlay.dimensions) {
        const QLineF way(toScene(line.from), toScene(line.to));
        painter.setPen(linePen(context.style.accent, 1.4, context));
        painter.drawLine(way);
        if (way.length() > 0.0) {
            QLineF tick = way.normalVector();
            tick.setLength(context.metresOf(5.0));
            const QPointF half(tick.dx(), tick.dy());
            painter.drawLine(way.p1() - half, way.p1() + half);
            painter.drawLine(way.p2() - half, way.p2() + half);
        }
        drawPlate(painter, way.center(), line.text, context);
    }
}

void OverlayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    painter->setRenderHint(QPainter::Antialiasing);
    drawGhosts(*painter, context);
    drawGuides(*painter, context);
    drawDimensions(*painter, context);
}

}  // namespace halltwin::views::floorplan::items
