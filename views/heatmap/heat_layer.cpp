// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/heat_layer.h"

#include "views/bridge/plan_coordinates.h"
#include "views/heatmap/heat_images.h"

#include <QPainter>

namespace halltwin::views::heatmap {

HeatLayer::HeatLayer(QGraphicsItem* parent)
    : QGraphicsObject(parent),
      m_scale(bridge::temperatureScale()) {
    setAcceptedMouseButtons(Qt::NoButton);
}

void HeatLayer::setResult(bridge::TwinResultPtr result, const Project& project) {
    m_result = std::move(result);
    m_areas.clear();
    for (const Hall& hall : project.halls) {
        const Rect site{hall.origin, {hall.origin.x + hall.width, hall.origin.y + hall.depth}};
        m_areas.emplace(hall.id, bridge::toScene(site));
    }
    rebuild();
}

void HeatLayer::setSliceHeight(Length height) {
    if (height == m_height) return;
    m_height = height;
    rebuild();
}

void HeatLayer::setScale(const bridge::ColorScale& scale) {
    m_scale = scale;
    recolor();
    emit scaleChanged();
}

void HeatLayer::pinRange(double minimumC, double maximumC) {
    m_rangeMode = RangeMode::Pinned;
    m_scale = m_scale.withRange(minimumC, maximumC);
    recolor();
    emit scaleChanged();
}

void HeatLayer::unpinRange() {
    m_rangeMode = RangeMode::Automatic;
    recolor();
    emit scaleChanged();
}

void HeatLayer::rebuild() {
    m_slices.clear();
    if (m_result) m_slices = slicesAt(*m_result, m_height);
    recolor();
}

void HeatLayer::recolor() {
    if (m_rangeMode == RangeMode::Automatic && !m_scale.isDiscrete()) followRange();
    prepareGeometryChange();
    m_pictures.clear();
    m_bounds = {};
    for (const auto& [hall, slice] : m_slices) {
        const auto area = m_areas.find(hall);
        QImage image = imageOf(slice, m_scale);
        if (area == m_areas.end() || image.isNull()) continue;
        m_pictures.push_back({area->second, std::move(image)});
        m_bounds |= area->second;
    }
    update();
}

void HeatLayer::followRange() {
    const auto range = automaticRange(m_slices);
    if (!range) return;
    const bool same =
        range->minimumC == m_scale.minimumC() && range->maximumC == m_scale.maximumC();
    if (same) return;
    m_scale = m_scale.withRange(range->minimumC, range->maximumC);
    emit scaleChanged();
}

QRectF HeatLayer::boundingRect() const {
    return m_bounds;
}

void HeatLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Picture& picture : m_pictures)
        painter->drawImage(picture.area, picture.image);
}

}  // namespace halltwin::views::heatmap
