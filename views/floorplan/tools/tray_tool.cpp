// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/axis_line.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double grabPixels = 12.0;
constexpr double shortestM = 0.3;
constexpr double stepM = 0.1;

double distanceM(const Point& a, const Point& b) {
    return std::hypot((b.x - a.x).in(metres), (b.y - a.y).in(metres));
}

/// Draws a run of cable tray by dragging from end to end, the next one on from its end, or drags an
/// end of a run that was selected by a click. Ends snap to the ends of other runs, else to tenths of
/// a metre; Alt leaves them free.
class TrayTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Drag a run of cable tray · drag an end of the selected one to move it");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] bool grab(const Point& site);
    [[nodiscard]] Point snapped(const Pointer& at) const;
    [[nodiscard]] Point endFor(const Pointer& at) const;
    [[nodiscard]] const Hall* hallFor(const CableTray& tray) const;
    [[nodiscard]] CableTray trayTo(const Point& end) const;

    std::optional<Point> m_fixed;      ///< the other end, on the site, while the button is held
    std::optional<CableTray> m_moved;  ///< the run whose end is dragged
    bool m_isFrom = false;             ///< its first end
    std::optional<TrayId> m_drawn;     ///< just now: a drag from its end goes on from there
};

/// Calls visit(end on the site) for both ends of every tray but one.
template <class Visit>
void forEnds(const Project& project, TrayId except, const Visit& visit) {
    for (const CableTray& tray : project.trays) {
        const Hall* hall = project.halls.find(tray.hall);
        if (hall == nullptr || tray.id == except) continue;
        for (const Point& end : {tray.from, tray.to})
            visit(toSite(*hall, end));
    }
}

const Hall* TrayTool::hallFor(const CableTray& tray) const {
    return host().session().project().halls.find(tray.hall);
}

bool TrayTool::grab(const Point& site) {
    const auto id = host().selection().tray();
    if (id == m_drawn) return false;
    const CableTray* tray = id ? host().session().project().trays.find(*id) : nullptr;
    const Hall* hall = tray == nullptr ? nullptr : hallFor(*tray);
    if (hall == nullptr) return false;
    const std::array ends{toSite(*hall, tray->from), toSite(*hall, tray->to)};
    for (std::size_t n = 0; n < ends.size(); ++n) {
        if (distanceM(site, ends[n]) * host().pixelsPerMetre() > grabPixels) continue;
        m_moved = *tray;
        m_isFrom = n == 0;
        m_fixed = ends[1 - n];
        return true;
    }
    return false;
}

Point TrayTool::snapped(const Pointer& at) const {
    if (at.keys.testFlag(Qt::AltModifier)) return at.site;
    double nearest = grabPixels / host().pixelsPerMetre();
    std::optional<Point> end;
    forEnds(host().session().project(), m_moved ? m_moved->id : TrayId{}, [&](const Point& other) {
        if (distanceM(other, at.site) > nearest) return;
        nearest = distanceM(other, at.site);
        end = other;
    });
    if (end) return *end;
    const auto rounded = [](Length length) {
        return metres(stepM * std::round(length.in(metres) / stepM));
    };
    return {rounded(at.site.x), rounded(at.site.y)};
}

Point TrayTool::endFor(const Pointer& at) const {
    const Point end = snapped(at);
    return alongAxis(*m_fixed, end, at.keys);
}

void TrayTool::press(const Pointer& at) {
    m_moved.reset();
    if (!grab(at.site)) m_fixed = snapped(at);
}

void TrayTool::move(const Pointer& at) {
    if (!m_fixed) return;
    const Point end = endFor(at);
    Overlay overlay;
    overlay.dimensions.push_back(
        {*m_fixed, end, bridge::formatLength(metres(distanceM(*m_fixed, end)))});
    host().showOverlay(std::move(overlay));
}

/// What the gesture makes: the run that was grabbed with another end, or a new one.
CableTray TrayTool::trayTo(const Point& end) const {
    const Project& project = host().session().project();
    if (m_moved) {
        CableTray tray = *m_moved;
        (m_isFrom ? tray.from : tray.to) = toHall(*hallFor(tray), end);
        return tray;
    }
    CableTray tray;
    const Hall* hall = hallAt(project, *m_fixed);
    if (hall == nullptr) hall = hallAt(project, end);
    if (hall == nullptr) return tray;
    tray.hall = hall->id;
    tray.name = QCoreApplication::translate("PlanView", "Tray %1")
                    .arg(project.trays.size() + 1)
                    .toStdString();
    tray.from = toHall(*hall, *m_fixed);
    tray.to = toHall(*hall, end);
    return tray;
}

void TrayTool::release(const Pointer& at) {
    if (!m_fixed) return;
    const Point end = endFor(at);
    host().showOverlay({});
    const bool isLong = distanceM(*m_fixed, end) >= shortestM;
    const CableTray tray = trayTo(end);
    m_fixed.reset();
    m_moved.reset();
    if (!isLong) {
        m_drawn.reset();
        if (const auto under = host().trayAt(at.site)) host().selection().setTray(*under);
        return;
    }
    if (!tray.hall.isValid()) {
        host().showStatus(
            QCoreApplication::translate("PlanView", "A tray begins or ends in a hall"));
        return;
    }
    const TrayId next = host().session().project().trays.nextId();
    if (!host().session().apply(edit::SetTrays{{tray}})) return;
    if (!tray.id.isValid()) m_drawn = next;
    host().selection().setTray(tray.id.isValid() ? tray.id : next);
}

bool TrayTool::cancel() {
    if (!m_fixed) return false;
    m_fixed.reset();
    m_moved.reset();
    host().showOverlay({});
    return true;
}

}  // namespace

std::unique_ptr<Tool> makeTrayTool(ToolHost& host) {
    return std::make_unique<TrayTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
