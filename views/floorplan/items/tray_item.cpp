// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/tray_item.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"
#include "views/floorplan/items/drawing.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTransform>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double rungM = 0.5;
constexpr double rungsFromPixels = 22.0;  ///< per metre; below they would be a grey smear
constexpr double namesFromPixels = 18.0;
constexpr double nearFull = 0.75;    ///< of the limit
constexpr double boundsRoomM = 3.0;  ///< for names

double distanceTo(const TrayFace& tray, const QPointF& place) {
    const QPointF way = tray.to - tray.from;
    const double square = QPointF::dotProduct(way, way);
    const double share =
        square > 0.0 ? std::clamp(QPointF::dotProduct(place - tray.from, way) / square, 0.0, 1.0)
                     : 0.0;
    return QLineF(place, tray.from + way * share).length();
}

/// Grey while there is room or nothing is known, a warning close to the limit, danger above it.
QColor colorOf(std::optional<double> fill, double limit, const PlanStyle& style) {
    if (!fill || *fill <= nearFull * limit) return style.labelMuted;
    return *fill > limit ? style.danger : style.warning;
}

}  // namespace

TrayFills trayFills(const twin::TwinResult* result) {
    TrayFills fills;
    if (result == nullptr || result->network == nullptr) return fills;
    for (const network::TrayLoad& load : result->network->cables.layout.trays)
        fills.emplace(load.tray, load.fill);
    return fills;
}

TrayItem::TrayItem(const SceneLook& look) : m_look(look) {
    constexpr double overEquipment = 44.0;  // above racks, below marks and what a tool shows
    setZValue(overEquipment);
}

void TrayItem::display(std::vector<TrayFace> trays) {
    prepareGeometryChange();
    m_trays = std::move(trays);
    m_bounds = {};
    for (const TrayFace& tray : m_trays) {
        const double room = boundsRoomM + tray.widthM;
        m_bounds |= QRectF(tray.from, tray.to).normalized().adjusted(-room, -room, room, room);
    }
    update();
}

void TrayItem::setFills(TrayFills fills) {
    if (fills == m_fills) return;
    m_fills = std::move(fills);
    update();
}

void TrayItem::setHighlighted(std::optional<TrayId> id) {
    if (id == m_highlighted) return;
    m_highlighted = id;
    update();
}

std::optional<TrayId> TrayItem::trayAt(const QPointF& place, double reachM) const {
    const TrayFace* best = nullptr;
    for (const TrayFace& tray : m_trays) {
        if (distanceTo(tray, place) > 0.5 * tray.widthM + reachM) continue;
        if (best == nullptr || tray.widthM < best->widthM) best = &tray;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

std::optional<double> TrayItem::fillOf(TrayId id) const {
    const auto found = m_fills.find(id);
    return found == m_fills.end() ? std::nullopt : std::optional(found->second);
}

void TrayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels,
                              m_look.heat,  false, m_look.tileFlow};
    for (const TrayFace& tray : m_trays)
        drawTray(*painter, tray, context);
    if (!m_look.labels || scale < namesFromPixels) return;
    for (const TrayFace& tray : m_trays)
        drawName(*painter, tray, context);
}

void TrayItem::drawTray(QPainter& painter, const TrayFace& tray, const DrawContext& context) const {
    const bool isPicked = m_highlighted == tray.id;
    const QColor color =
        isPicked ? context.style.accent : colorOf(fillOf(tray.id), tray.fillLimit, context.style);
    const QLineF line(tray.from, tray.to);
    painter.save();
    painter.translate(tray.from);
    painter.rotate(-line.angle());
    const QRectF box(0.0, -0.5 * tray.widthM, line.length(), tray.widthM);
    painter.setBrush(withAlpha(color, isPicked ? 0.35 : 0.16));
    painter.setPen(linePen(color, isPicked ? 2.5 : 1.5, context));
    painter.drawRect(box);
    if (context.pixelsPerMetre >= rungsFromPixels) {
        painter.setPen(linePen(withAlpha(color, 0.6), 1.0, context));
        for (double at = rungM; at < line.length(); at += rungM)
            painter.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom()));
    }
    painter.restore();
}

/// The name in the middle of the run, along it and never upside down, with the fill.
void TrayItem::drawName(QPainter& painter, const TrayFace& tray, const DrawContext& context) const {
    QString text = tray.name;
    if (const auto fill = fillOf(tray.id))
        text += QStringLiteral(" %1").arg(bridge::formatShare(*fill));
    const QLineF line(tray.from, tray.to);
    const QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 10.0;
    if (text.isEmpty() || width > line.length() * context.pixelsPerMetre) return;
    painter.save();
    enterPixels(painter, line.center(), context);
    const double angle = std::fmod(-line.angle() + 360.0, 180.0);
    painter.rotate(angle > 90.0 ? angle - 180.0 : angle);
    const QRectF plate(-0.5 * width, -9.0, width, 18.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(context.style.paper, 0.9));
    painter.drawRoundedRect(plate, 3.0, 3.0);
    painter.setFont(font);
    painter.setPen(context.style.label);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace halltwin::views::floorplan::items
