// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/link_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double marginM = 0.3;
constexpr Length largestBranchBore = millimetres(90.0);
constexpr Length largestMainBore = millimetres(230.0);
constexpr double plainBelowPixelsPerMetre = 12.0;  ///< below it a link is a hairline without a dot

QColor colorOf(LinkFamily family, const PlanStyle& style) {
    switch (family) {
        case LinkFamily::FeedA: return style.feedA;
        case LinkFamily::FeedB: return style.feedB;
        case LinkFamily::Cooling:
        case LinkFamily::CoolingMain:
        case LinkFamily::CoolingTrunk: return style.water;
        case LinkFamily::Busy: return style.warning;
        case LinkFamily::Overloaded: return style.danger;
        case LinkFamily::Dead: return style.labelMuted;
    }
    return style.label;
}

double offsetOf(LinkFamily family) {
    switch (family) {
        case LinkFamily::FeedA: return -0.12;
        case LinkFamily::FeedB: return 0.12;
        default: return 0.0;
    }
    return 0.0;
}

bool isState(LinkFamily family) {
    return family == LinkFamily::Busy || family == LinkFamily::Overloaded ||
           family == LinkFamily::Dead;
}

/// Of a link that does not stand out, in pixels.
double widthOf(LinkFamily family, bool isPlain) {
    switch (family) {
        case LinkFamily::CoolingMain: return isPlain ? 1.8 : 2.6;
        case LinkFamily::CoolingTrunk: return isPlain ? 2.8 : 4.2;
        default: return isPlain ? 1.0 : 1.4;
    }
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

/// A straight piece: at `across` on one axis, from…to along the other.
struct Stretch {
    long long row = 0;  ///< `across` in steps of the resolution
    double across = 0;
    double from = 0;
    double to = 0;
};

/// Stretches of one row that touch or overlap become one.
std::vector<Stretch> joined(std::vector<Stretch> stretches, double resolution) {
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
        return a.row != b.row ? a.row < b.row : a.from < b.from;
    });
    std::vector<Stretch> result;
    for (const Stretch& one : stretches) {
        const bool continues = !result.empty() && result.back().row == one.row &&
                               one.from <= result.back().to + resolution;
        if (continues) {
            result.back().to = std::max(result.back().to, one.to);
        } else {
            result.push_back(one);
        }
    }
    return result;
}

}  // namespace

bool isPipe(LinkFamily family) {
    return family == LinkFamily::Cooling || family == LinkFamily::CoolingMain ||
           family == LinkFamily::CoolingTrunk;
}

LinkFamily pipeFamily(Length bore) {
    if (bore > largestMainBore) return LinkFamily::CoolingTrunk;
    return bore > largestBranchBore ? LinkFamily::CoolingMain : LinkFamily::Cooling;
}

QPolygonF linkPath(LinkFamily family, const QPointF& from, const QPointF& to) {
    const double offset = offsetOf(family);
    const QPointF shift(offset, offset);
    const QPointF start = from + shift;
    const QPointF end = to + shift;
    const bool alongX = std::abs(end.x() - start.x()) >= std::abs(end.y() - start.y());
    const QPointF bend = alongX ? QPointF(end.x(), start.y()) : QPointF(start.x(), end.y());
    return QPolygonF({start, bend, end});
}

std::vector<QLineF> joinedRuns(const std::vector<QPolygonF>& paths, double resolution) {
    std::vector<Stretch> level;
    std::vector<Stretch> upright;
    const auto stretch = [&](double across, double from, double to) {
        return Stretch{std::llround(across / resolution), across, std::min(from, to),
                       std::max(from, to)};
    };
    for (const QPolygonF& path : paths) {
        for (qsizetype i = 0; i + 1 < path.size(); ++i) {
            const QPointF a = path[i];
            const QPointF b = path[i + 1];
            if (a == b) continue;
            const bool isLevel = std::abs(a.y() - b.y()) <= std::abs(a.x() - b.x());
            if (isLevel) {
                level.push_back(stretch(a.y(), a.x(), b.x()));
            } else {
                upright.push_back(stretch(a.x(), a.y(), b.y()));
            }
        }
    }
    std::vector<QLineF> runs;
    for (const Stretch& one : joined(std::move(level), resolution)) {
        runs.emplace_back(one.from, one.across, one.to, one.across);
    }
    for (const Stretch& one : joined(std::move(upright), resolution)) {
        runs.emplace_back(one.across, one.from, one.across, one.to);
    }
    return runs;
}

void drawRuns(QPainter& painter, LinkFamily family, const std::vector<QLineF>& runs,
              LinkEmphasis emphasis, const DrawContext& context) {
    const bool strong =
        emphasis == LinkEmphasis::Highlighted || (isState(family) && family != LinkFamily::Dead);
    const bool isPlain = !strong && context.pixelsPerMetre < plainBelowPixelsPerMetre;
    QPen pen =
        linePen(withAlpha(colorOf(family, context.style), strong ? 1.0 : 0.4),
                strong ? std::max(2.6, widthOf(family, false)) : widthOf(family, isPlain), context);
    if (family == LinkFamily::Dead) pen.setDashPattern({1, 2});
    if (family == LinkFamily::FeedB && !isPlain) pen.setDashPattern({5, 2.5});
    painter.setPen(pen);
    painter.drawLines(runs.data(), static_cast<int>(runs.size()));
}

void drawLinkEnd(QPainter& painter, LinkFamily family, const QPointF& end, LinkEmphasis emphasis,
                 const DrawContext& context) {
    const bool strong = emphasis == LinkEmphasis::Highlighted;
    if (!strong && context.pixelsPerMetre < plainBelowPixelsPerMetre) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(family, context.style));
    const double radius = context.metresOf(strong ? 3.5 : 2.4);
    painter.drawEllipse(end, radius, radius);
}

LinkItem::LinkItem(LinkFamily family, LinkEmphasis emphasis, const SceneLook& look)
    : m_family(family),
      m_emphasis(emphasis),
      m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption);
    // Heat below them changes many times a second, the links do not: dashes and dots are kept as a
    // picture. The few highlighted ones are not worth its memory.
    if (emphasis == LinkEmphasis::Normal) setCacheMode(DeviceCoordinateCache);
    const double below = isState(family) ? 16 : 15;
    setZValue(emphasis == LinkEmphasis::Highlighted ? 50 : below);
}

void LinkItem::set(std::int64_t id, const QPolygonF& path) {
    Link& link = m_links[id];
    if (link.path == path) return;
    if (!link.bounds.isNull()) update(link.bounds);
    link.path = path;
    m_runsScale = 0.0;
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
    m_runsScale = 0.0;
}

void LinkItem::clear() {
    prepareGeometryChange();
    m_links.clear();
    m_bounds = {};
    m_runsScale = 0.0;
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

void LinkItem::updateRuns(double scale) {
    if (m_runsScale == scale) return;
    std::vector<QPolygonF> paths;
    paths.reserve(m_links.size());
    for (const auto& [id, link] : m_links)
        paths.push_back(link.path);
    m_runs = joinedRuns(paths, 1.0 / scale);
    m_runsScale = scale;
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    updateRuns(scale);
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    const QRectF exposed = option->exposedRect.adjusted(-marginM, -marginM, marginM, marginM);
    std::vector<QLineF> visible;
    for (const QLineF& run : m_runs) {
        const QRectF box = QRectF(run.p1(), run.p2()).adjusted(-0.01, -0.01, 0.01, 0.01);
        if (box.intersects(exposed)) visible.push_back(run);
    }
    drawRuns(*painter, m_family, visible, m_emphasis, context);
    const bool hasEnds =
        m_emphasis == LinkEmphasis::Highlighted || scale >= plainBelowPixelsPerMetre;
    if (!hasEnds) return;
    for (const auto& [id, link] : m_links) {
        const QPointF end = link.path.last();
        if (exposed.contains(end)) drawLinkEnd(*painter, m_family, end, m_emphasis, context);
    }
}

}  // namespace halltwin::views::floorplan::items
