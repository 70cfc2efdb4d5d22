// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/heat_layer.h"

#include "views/bridge/plan_coordinates.h"
#include "views/heatmap/heat_images.h"

#include <QMetaObject>
#include <QPainter>
#include <utility>

namespace halltwin::views::heatmap {
namespace {

/// The planes with light arrows where the pictures are dark.
FlowPlanes shaded(std::vector<FlowPlane> planes, const std::map<HallId, FieldSlice>& slices,
                  const bridge::ColorScale& scale) {
    for (FlowPlane& plane : planes) {
        const auto picture = slices.find(plane.hall);
        if (picture != slices.end()) shade(plane, picture->second, scale);
    }
    return std::make_shared<const std::vector<FlowPlane>>(std::move(planes));
}

}  // namespace

HeatLayer::HeatLayer(QGraphicsItem* parent) : QGraphicsObject(parent) {
    m_wish.scale = bridge::temperatureScale();
    m_worker.setMaxThreadCount(1);
    setAcceptedMouseButtons(Qt::NoButton);
}

void HeatLayer::setResult(bridge::TwinResultPtr result, const Project& project) {
    m_wish.result = std::move(result);
    forgetPlanes();
    m_wish.areas.clear();
    for (const Hall& hall : project.halls) {
        const Rect site{hall.origin, {hall.origin.x + hall.width, hall.origin.y + hall.depth}};
        m_wish.areas.emplace(hall.id, bridge::toScene(site));
    }
    redraw();
}

void HeatLayer::setSliceHeight(Length height) {
    if (height == m_wish.height) return;
    m_wish.height = height;
    forgetPlanes();
    redraw();
}

void HeatLayer::setQuantity(bridge::AirQuantity quantity) {
    if (quantity == m_wish.quantity) return;
    m_wish.quantity = quantity;
    m_wish.scale = scaleOf(quantity);
    m_wish.slices.reset();
    changeLook();
}

void HeatLayer::setFlowWanted(bool wanted) {
    if (wanted == m_wish.wantsFlow) return;
    m_wish.wantsFlow = wanted;
    redraw();
}

void HeatLayer::forgetPlanes() {
    m_wish.slices.reset();
    m_wish.flow.reset();
}

void HeatLayer::setScale(const bridge::ColorScale& scale) {
    m_wish.scale = scale;
    changeLook();
}

void HeatLayer::pinRange(double minimum, double maximum) {
    m_wish.rangeMode = RangeMode::Pinned;
    m_wish.scale = m_wish.scale.withRange(minimum, maximum);
    changeLook();
}

void HeatLayer::unpinRange() {
    m_wish.rangeMode = RangeMode::Automatic;
    changeLook();
}

void HeatLayer::changeLook() {
    ++m_wish.look;
    redraw();
    emit scaleChanged();
}

void HeatLayer::redraw() {
    if (m_wish.result == nullptr) {
        ++m_wish.look;  // what the worker is at is not to be shown
        m_flow.reset();
        showPictures({});
        emit pictureChanged();
    }
    m_waiting = m_wish.result != nullptr;
    if (m_waiting && !m_drawing) start();
}

void HeatLayer::start() {
    m_waiting = false;
    m_drawing = true;
    m_worker.start([this, wish = m_wish] {
        auto drawing = std::make_shared<Drawing>(draw(wish));
        QMetaObject::invokeMethod(
            this, [this, drawing] { take(std::move(*drawing)); }, Qt::QueuedConnection);
    });
}

/// Runs on the worker.
HeatLayer::Drawing HeatLayer::draw(Wish wish) {
    if (wish.slices == nullptr) {
        wish.slices = std::make_shared<const std::map<HallId, FieldSlice>>(
            slicesAt(*wish.result, wish.height, wish.quantity));
    }
    if (wish.wantsFlow && wish.flow == nullptr)
        wish.flow = flowPlanesAt(*wish.result, wish.areas, wish.height);
    if (wish.rangeMode == RangeMode::Automatic && !wish.scale.isDiscrete()) {
        const bridge::QuantityLook& look = lookOf(wish.quantity);
        const auto range = automaticRange(*wish.slices, {look.rangeStep, look.leastSpan});
        if (range) wish.scale = wish.scale.withRange(range->minimum, range->maximum);
    }
    if (wish.flow != nullptr) wish.flow = shaded(*wish.flow, *wish.slices, wish.scale);
    std::vector<Picture> pictures;
    for (const auto& [hall, slice] : *wish.slices) {
        const auto area = wish.areas.find(hall);
        QImage image = imageOf(slice, wish.scale);
        if (area == wish.areas.end() || image.isNull()) continue;
        pictures.push_back({area->second, std::move(image)});
    }
    return {std::move(wish), std::move(pictures)};
}

void HeatLayer::take(Drawing drawing) {
    m_drawing = false;
    if (m_waiting) start();
    const Wish& drawn = drawing.wish;
    // A picture in other colours than the legend's says something else; of another project, too.
    if (m_wish.result == nullptr || drawn.look != m_wish.look) return;
    if (drawn.result == m_wish.result && drawn.height == m_wish.height) {
        m_wish.slices = drawn.slices;
        m_wish.flow = drawn.flow;
    }
    m_flow = m_wish.wantsFlow ? drawn.flow : nullptr;
    const bool sameRange = drawn.scale.minimum() == m_wish.scale.minimum() &&
                           drawn.scale.maximum() == m_wish.scale.maximum();
    m_wish.scale = drawn.scale;
    showPictures(std::move(drawing.pictures));
    if (!sameRange) emit scaleChanged();
    emit pictureChanged();
}

void HeatLayer::showPictures(std::vector<Picture> pictures) {
    QRectF bounds;
    for (const Picture& picture : pictures)
        bounds |= picture.area;
    if (bounds != m_bounds) prepareGeometryChange();
    m_bounds = bounds;
    m_pictures = std::move(pictures);
    update();
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
