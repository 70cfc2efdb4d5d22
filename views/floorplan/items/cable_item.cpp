// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/cable_item.h"

#include "views/bridge/loading_scale.h"
#include "views/bridge/plan_coordinates.h"
#include "views/bridge/theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double countsFromPixels = 26.0;  ///< per metre
constexpr double haloPixels = 1.6;
constexpr double boundsRoomM = 1.0;

QLineF lineOf(const halltwin::network::CableBundle& bundle) {
    return {bridge::toScene(bundle.from), bridge::toScene(bundle.to)};
}

double distanceTo(const QLineF& line, const QPointF& place) {
    const QPointF way = line.p2() - line.p1();
    const double square = QPointF::dotProduct(way, way);
    const double share =
        square > 0.0 ? std::clamp(QPointF::dotProduct(place - line.p1(), way) / square, 0.0, 1.0)
                     : 0.0;
    return QLineF(place, line.p1() + way * share).length();
}

QPen penOf(const halltwin::network::CableBundle& bundle, const QColor& color, double pixels) {
    QPen pen(color, pixels);
    pen.setCosmetic(true);
    pen.setCapStyle(bundle.isEstimated ? Qt::FlatCap : Qt::RoundCap);
    if (bundle.isEstimated) pen.setDashPattern({1.5, 1.5});
    return pen;
}

}  // namespace

double bundlePixels(int cables) {
    return std::min(1.4 + 0.55 * std::log2(std::max(cables, 1)), 8.0);
}

CableItem::CableItem(const bridge::Theme& theme) : m_theme(theme) {}

void CableItem::setBundles(const std::vector<halltwin::network::CableBundle>& bundles) {
    prepareGeometryChange();
    m_bundles = bundles;
    std::stable_sort(m_bundles.begin(), m_bundles.end(),
                     [](const auto& a, const auto& b) { return a.cables > b.cables; });
    m_bounds = {};
    for (const halltwin::network::CableBundle& bundle : m_bundles) {
        const QLineF line = lineOf(bundle);
        m_bounds |= QRectF(line.p1(), line.p2())
                        .normalized()
                        .adjusted(-boundsRoomM, -boundsRoomM, boundsRoomM, boundsRoomM);
    }
    update();
}

const halltwin::network::CableBundle* CableItem::bundleAt(const QPointF& place,
                                                          double reachM) const {
    for (auto bundle = m_bundles.rbegin(); bundle != m_bundles.rend(); ++bundle)
        if (distanceTo(lineOf(*bundle), place) <= reachM) return &*bundle;
    return nullptr;
}

void CableItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor halo = m_theme.colors().planOutside;
    for (const halltwin::network::CableBundle& bundle : m_bundles) {
        const QLineF line = lineOf(bundle);
        const QRectF box = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
        if (!box.intersects(option->exposedRect)) continue;
        const double pixels = bundlePixels(bundle.cables);
        if (!bundle.isEstimated) {
            painter->setPen(penOf(bundle, halo, pixels + haloPixels));
            painter->drawLine(line);
        }
        const auto loading = bridge::loadingClass(bundle.load);
        painter->setPen(penOf(bundle, bridge::loadingColor(loading, m_theme), pixels));
        painter->drawLine(line);
    }
    if (scale < countsFromPixels) return;
    const QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    for (const halltwin::network::CableBundle& bundle : m_bundles) {
        const QLineF line = lineOf(bundle);
        const QString text = QString::number(bundle.cables);
        const double width = QFontMetricsF(font).horizontalAdvance(text) + 8.0;
        if (line.length() * scale < 2.0 * width) continue;
        painter->save();
        painter->translate(line.center());
        painter->scale(1.0 / scale, 1.0 / scale);
        const QRectF plate(-0.5 * width, -8.0, width, 16.0);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.colors().planOutside);
        painter->drawRoundedRect(plate, 4, 4);
        painter->setPen(m_theme.colors().planLabel);
        painter->setFont(font);
        painter->drawText(plate, Qt::AlignCenter, text);
        painter->restore();
    }
}

}  // namespace halltwin::views::floorplan::items
