// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/link_item.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "views/floorplan/items/drawing.h"

namespace halltwin::views::floorplan::items {
namespace {

constexpr double marginM = 0.3;
constexpr double plainBelowPixelsPerMetre = 12.0;  ///< below it a link is a hairline without a dot

QColor colorOf(LinkFamily family, const PlanStyle& style) {
    switch (family) {
        case LinkFamily::FeedA: return style.feedA;
        case LinkFamily::FeedB: return style.feedB;
        case LinkFamily::Cooling: return style.water;
    }
    return style.label;
}

double offsetOf(LinkFamily family) {
    switch (family) {
        case LinkFamily::FeedA: return -0.12;
        case LinkFamily::FeedB: return 0.12;
        case LinkFamily::Cooling: return 0.0;
    }
    return 0.0;
}

double distanceTo(const QPolygonF& path, const QPointF& place) {
    double nearest = 1e9;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const QPointF a = path[i];
        const QPointF along = path[i + 1] - a;
        const double squared = QPointF::dotProduct(along, along);
        const double share =
            squared > 0.0 ? std::clamp(QPointF::dotProduct(place - a, along) / squared, 0.0, 1.0)
                          : 0.0;
        const QPointF gap = place - (a + share * along);
        nearest = std::min(nearest, std::hypot(gap.x(), gap.y()));
    }
    return nearest;
}

}  // namespace

QPolygonF linkPath(LinkFamily family, const QPointF& from, const QPointF& to) {
    const double offset = offsetOf(family);
    const QPointF shift(offset, offset);
    const QPointF start = from + shift;
    const QPointF end = to + shift;
    const bool alongX = std::abs(end.x() - start.x()) >= std::abs(end.y() - start.y());
    const QPointF bend = alongX ? QPointF(end.x(), start.y()) : QPointF(start.x(), end.y());
    return QPolygonF({start, bend, end});
}

void drawLink(QPainter& painter, LinkFamily family, const QPolygonF& path, LinkEmphasis emphasis,
              const DrawContext& context) {
    const bool strong = emphasis == LinkEmphasis::Highlighted;
    const QColor color = withAlpha(colorOf(family, context.style), strong ? 1.0 : 0.6);
    QPen pen = linePen(color, strong ? 2.6 : 1.3, context);
    if (family == LinkFamily::FeedB) pen.setDashPattern({5, 2.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(path);
    if (context.pixelsPerMetre < plainBelowPixelsPerMetre && !strong) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double radius = context.metresOf(strong ? 3.5 : 2.4);
    painter.drawEllipse(path.last(), radius, radius);
}

LinkItem::LinkItem(LinkFamily family, LinkEmphasis emphasis, const SceneLook& look)
    : m_family(family), m_emphasis(emphasis), m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(emphasis == LinkEmphasis::Highlighted ? 50 : 15);
}

void LinkItem::set(std::int64_t id, const QPolygonF& path) {
    Link& link = m_links[id];
    if (link.path == path) return;
    if (!link.bounds.isNull()) update(link.bounds);
    link.path = path;
    link.bounds = path.boundingRect().adjusted(-marginM, -marginM, marginM, marginM);
    if (!m_bounds.contains(link.bounds)) {
        prepareGeometryChange();
        m_bounds |= link.bounds;
    }
    update(link.bounds);
}

void LinkItem::remove(std::int64_t id) {
    const auto found = m_links.find(id);
    if (found == m_links.end()) return;
    update(found->second.bounds);
    m_links.erase(found);
}

void LinkItem::clear() {
    prepareGeometryChange();
    m_links.clear();
    m_bounds = {};
}

QPolygonF LinkItem::pathOf(std::int64_t id) const {
    const auto found = m_links.find(id);
    return found == m_links.end() ? QPolygonF() : found->second.path;
}

std::int64_t LinkItem::linkAt(const QPointF& place, double reach) const {
    std::int64_t nearest = 0;
    double distance = reach;
    for (const auto& [id, link] : m_links) {
        if (!link.bounds.adjusted(-reach, -reach, reach, reach).contains(place)) continue;
        const double one = distanceTo(link.path, place);
        const bool isNearer = one < distance || (one == distance && id < nearest);
        if (!isNearer) continue;
        distance = one;
        nearest = id;
    }
    return nearest;
}

/// Far out there may be tens of thousands: one call draws them all, without smoothing.
void LinkItem::paintHairlines(QPainter& painter, const QRectF& exposed) const {
    QList<QLineF> lines;
    for (const auto& [id, link] : m_links) {
        if (!link.bounds.intersects(exposed)) continue;
        for (qsizetype i = 0; i + 1 < link.path.size(); ++i) {
            lines.append(QLineF(link.path[i], link.path[i + 1]));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(withAlpha(colorOf(m_family, m_look.style), 0.6), 0));
    painter.drawLines(lines);
    painter.setRenderHint(QPainter::Antialiasing);
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    const bool isPlain =
        m_emphasis == LinkEmphasis::Normal && scale < plainBelowPixelsPerMetre;
    if (isPlain) return paintHairlines(*painter, option->exposedRect);
    for (const auto& [id, link] : m_links) {
        if (!link.bounds.intersects(option->exposedRect)) continue;
        drawLink(*painter, m_family, link.path, m_emphasis, context);
    }
}

}  // namespace halltwin::views::floorplan::items
