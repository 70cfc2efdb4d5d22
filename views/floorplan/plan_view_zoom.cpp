// SPDX-License-Identifier: GPL-3.0-or-later
// What part of the site the plan shows, and how large.
#include "views/bridge/plan_coordinates.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/floorplan/plan_scene.h"
#include "views/floorplan/plan_view.h"
#include "views/floorplan/rack_legend.h"
#include "views/floorplan/scale_bar.h"

#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan {
namespace {

constexpr double leastPixelsPerMetre = 0.5;
constexpr double mostPixelsPerMetre = 800.0;
constexpr double mostFitPixelsPerMetre = 200.0;
constexpr double zoomStep = 1.25;
constexpr int fitMarginPixels = 28;
constexpr double hallTitleM = 0.9;

}  // namespace

double PlanView::pixelsPerMetre() const {
    return transform().m11();
}

void PlanView::zoomToFit() {
    m_fit = Fit::Site;
    zoomTo(m_scene->contentRect());
}

void PlanView::zoomToHalls() {
    m_fit = Fit::Halls;
    QRectF halls;
    for (const Hall& hall : m_context.session.shown()->halls) {
        if (hall.kind != HallKind::DataHall) continue;
        const Point far{hall.origin.x + hall.width, hall.origin.y + hall.depth};
        halls |= bridge::toScene(Rect{hall.origin, far});
    }
    // Above each hall stands its name.
    zoomTo(halls.isEmpty() ? m_scene->contentRect() : halls.adjusted(0.0, -hallTitleM, 0.0, 0.0));
}

/// The view keeps what it was fitted to until somebody zooms or pans.
void PlanView::keepFit() {
    if (m_fit == Fit::Halls) zoomToHalls();
    if (m_fit == Fit::Site) zoomToFit();
}

/// The content in the middle of an area of the viewport, as large as it can be.
PlanView::Placing PlanView::placed(const QRectF& content, const QRect& area) const {
    const double wanted =
        std::min(area.width() / content.width(), area.height() / content.height());
    const double factor = std::clamp(wanted, leastPixelsPerMetre, mostFitPixelsPerMetre);
    const QPointF aside = QRectF(viewport()->rect()).center() - QRectF(area).center();
    QRectF pixels(QPointF(), content.size() * factor);
    pixels.moveCenter(QRectF(area).center());
    return {factor, content.center() + aside / factor, pixels};
}

void PlanView::zoomTo(const QRectF& content) {
    QRect area = viewport()->rect().adjusted(fitMarginPixels, fitMarginPixels, -fitMarginPixels,
                                             -fitMarginPixels);
    if (content.isEmpty() || area.width() < 10 || area.height() < 10) return;
    Placing placing = placed(content, area);
    const QRect legend = m_rackLegend->geometry().translated(-viewport()->pos());
    if (m_rackLegend->isVisible() && placing.pixels.intersects(legend)) {
        area.setTop(legend.bottom() + bridge::space::s);
        if (area.height() >= 10) placing = placed(content, area);
    }
    setTransform(QTransform::fromScale(placing.factor, placing.factor));
    centerOn(placing.centre);
    updateScaleBar();
}

void PlanView::zoomIn() {
    zoomBy(zoomStep, viewport()->rect().center());
}

void PlanView::zoomOut() {
    zoomBy(1.0 / zoomStep, viewport()->rect().center());
}

void PlanView::zoomBy(double factor, const QPoint& anchor) {
    m_fit = Fit::None;
    const double now = pixelsPerMetre();
    const double bounded = std::clamp(now * factor, leastPixelsPerMetre, mostPixelsPerMetre) / now;
    const QPointF before = mapToScene(anchor);
    scale(bounded, bounded);
    const QPointF shift = mapFromScene(before) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(shift.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(shift.y()));
    updateScaleBar();
}

void PlanView::updateScaleBar() {
    m_scaleBar->setScale(pixelsPerMetre());
    m_scaleBar->move(12, viewport()->height() - m_scaleBar->height() - 12);
    if (m_corner != nullptr) m_corner->move(m_scaleBar->geometry().right() + 9, m_scaleBar->y());
    m_scene->setMarksScale(pixelsPerMetre());
    emit zoomChanged(pixelsPerMetre());
}

void PlanView::showItems(const std::vector<ItemId>& ids) {
    m_context.selection.setItems({ids.begin(), ids.end()});
    const std::optional<Rect> area = siteRectOfItems(ids);
    if (!area) return;
    m_fit = Fit::None;
    const QRectF target = bridge::toScene(*area).adjusted(-1.5, -1.5, 1.5, 1.5);
    const QSizeF room = viewport()->size();
    const double most = std::min(room.width() / target.width(), room.height() / target.height());
    const double readable = 45.0;
    const double wanted = std::min(most, std::max(readable, pixelsPerMetre()));
    setTransform(QTransform::fromScale(wanted, wanted));
    centerOn(target.center());
    updateScaleBar();
}

}  // namespace halltwin::views::floorplan
