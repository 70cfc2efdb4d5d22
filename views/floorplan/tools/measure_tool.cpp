// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <cmath>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double snapPixels = 8.0;

/// Measures between two places, which snap to edges of items, walls and tiles. The figure stays
/// until the next one.
class MeasureTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer& at) override { m_start = snapped(at); }
    void move(const Pointer& at) override;
    void release(const Pointer& at) override {
        move(at);
        m_start.reset();
    }
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Drag to measure · Shift: along one axis · Alt: no snapping · Esc: done");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] Point snapped(const Pointer& at) const;

    std::optional<Point> m_start;
    bool m_isShown = false;
};

Point MeasureTool::snapped(const Pointer& at) const {
    const Project& project = host().session().project();
    const Hall* hall = hallAt(project, at.site);
    if (hall == nullptr || at.keys.testFlag(Qt::AltModifier)) return at.site;
    const Point place = toHall(*hall, at.site);
    const Snap snap =
        snapRect({place, place}, snapTargetsOf(project, host().session().catalog(), *hall, {}),
                 metres(snapPixels / host().pixelsPerMetre()));
    return toSite(*hall, Point{place.x + snap.dx, place.y + snap.dy});
}

void MeasureTool::move(const Pointer& at) {
    if (!m_start) return;
    Point end = snapped(at);
    if (at.keys.testFlag(Qt::ShiftModifier)) {
        const bool alongX =
            std::abs((end.x - m_start->x).in(metres)) >= std::abs((end.y - m_start->y).in(metres));
        (alongX ? end.y : end.x) = alongX ? m_start->y : m_start->x;
    }
    const Length dx = end.x - m_start->x;
    const Length dy = end.y - m_start->y;
    const Length distance = metres(std::hypot(dx.in(metres), dy.in(metres)));
    Overlay overlay;
    overlay.dimensions.push_back({*m_start, end, bridge::formatLength(distance)});
    host().showOverlay(std::move(overlay));
    m_isShown = true;
    host().showStatus(QCoreApplication::translate("PlanView", "Distance %1 (x %2, y %3)")
                          .arg(bridge::formatLength(distance), bridge::formatLength(dx),
                               bridge::formatLength(dy)));
}

bool MeasureTool::cancel() {
    const bool wasShown = m_isShown;
    m_start.reset();
    m_isShown = false;
    host().showOverlay({});
    host().showStatus(hint());
    return wasShown;
}

}  // namespace

std::unique_ptr<Tool> makeMeasureTool(ToolHost& host) {
    return std::make_unique<MeasureTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
