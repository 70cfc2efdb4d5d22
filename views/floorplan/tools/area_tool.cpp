// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/labels.h"
#include "model/project/footprint.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double snapPixels = 10.0;
constexpr double shortestM = 0.1;

/// Draws a wall as a straight line along one axis, or a containment as a rectangle, by dragging
/// between two corners. The catalogue's first entry of the kind gives height, leakage and the
/// wall's thickness.
class AreaTool final : public Tool {
public:
    AreaTool(ToolHost& host, ItemKind kind) : Tool(host), m_kind(kind) {}

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] const CatalogEntry* entry() const;
    [[nodiscard]] Point snapped(const Hall& hall, const Pointer& at) const;
    [[nodiscard]] std::optional<Item> itemTo(const Pointer& at) const;
    [[nodiscard]] Item wallTo(const CatalogEntry& wall, const Point& end) const;
    [[nodiscard]] Item containmentTo(const Point& end) const;

    ItemKind m_kind;
    HallId m_hall;
    std::optional<Point> m_start;  ///< in the hall
};

const CatalogEntry* AreaTool::entry() const {
    for (const auto& [key, one] : host().session().catalog().entries()) {
        if (one.kind == m_kind) return &one;
    }
    return nullptr;
}

Point AreaTool::snapped(const Hall& hall, const Pointer& at) const {
    const Point place = toHall(hall, at.site);
    if (at.keys.testFlag(Qt::AltModifier)) return place;
    const SnapTargets targets =
        snapTargetsOf(host().session().project(), host().session().catalog(), hall, {});
    const Snap snap =
        snapRect({place, place}, targets, metres(snapPixels / host().pixelsPerMetre()));
    return {place.x + snap.dx, place.y + snap.dy};
}

void AreaTool::press(const Pointer& at) {
    const Hall* hall = hallAt(host().session().project(), at.site);
    if (hall == nullptr || entry() == nullptr) {
        host().showStatus(
            hall == nullptr
                ? QCoreApplication::translate("PlanView", "Start inside a hall")
                : QCoreApplication::translate("PlanView", "The catalogue has no such part"));
        return;
    }
    m_hall = hall->id;
    m_start = snapped(*hall, at);
}

Item AreaTool::wallTo(const CatalogEntry& wall, const Point& end) const {
    const Length dx = end.x - m_start->x;
    const Length dy = end.y - m_start->y;
    const bool alongX = std::abs(dx.in(metres)) >= std::abs(dy.in(metres));
    const Length half = wall.size.depth * 0.5;
    Item item;
    item.width = metres(std::abs((alongX ? dx : dy).in(metres)));
    item.rotation = alongX ? Rotation::R0 : Rotation::R90;
    item.position = alongX ? Point{std::min(m_start->x, end.x), m_start->y - half}
                           : Point{m_start->x - half, std::min(m_start->y, end.y)};
    return item;
}

Item AreaTool::containmentTo(const Point& end) const {
    const Rect area = spanning(*m_start, end);
    const bool alongX = area.width() >= area.depth();
    Item item;
    item.width = alongX ? area.width() : area.depth();
    item.depth = alongX ? area.depth() : area.width();
    item.rotation = alongX ? Rotation::R0 : Rotation::R90;
    item.position = area.min;
    return item;
}

std::optional<Item> AreaTool::itemTo(const Pointer& at) const {
    const Hall* hall = host().session().project().halls.find(m_hall);
    const CatalogEntry* part = entry();
    if (!m_start || hall == nullptr || part == nullptr) return std::nullopt;
    const Point end = snapped(*hall, at);
    Item item = m_kind == ItemKind::Wall ? wallTo(*part, end) : containmentTo(end);
    item.hall = m_hall;
    item.catalogKey = part->key;
    const bool isLong = item.width.value_or(part->size.width) >= metres(shortestM) &&
                        item.depth.value_or(part->size.depth) >= metres(0.01);
    return isLong ? std::optional(item) : std::nullopt;
}

void AreaTool::move(const Pointer& at) {
    if (!m_start) return;
    const std::optional<Item> item = itemTo(at);
    const Hall* hall = host().session().project().halls.find(m_hall);
    if (!item || hall == nullptr) return host().showOverlay({});
    const Rect area = toSite(*hall, footprintOf(*item, *entry()));
    const QString size = m_kind == ItemKind::Wall
                             ? bridge::formatLength(*item->width)
                             : QStringLiteral("%1 × %2").arg(bridge::formatLength(area.width()),
                                                             bridge::formatLength(area.depth()));
    Overlay overlay;
    overlay.ghosts.push_back({area, GhostLook::Filled, std::nullopt});
    overlay.dimensions.push_back({area.centre(), area.centre(), size});
    host().showOverlay(std::move(overlay));
    host().showStatus(size);
}

void AreaTool::release(const Pointer& at) {
    std::optional<Item> item = itemTo(at);
    cancel();
    if (!item) return;
    const std::vector<ItemId> ids = edit::nextItemIds(host().session().project(), 1);
    if (host().session().apply(edit::PlaceItems{{std::move(*item)}})) {
        host().selection().setItems({ids.begin(), ids.end()});
    }
}

bool AreaTool::cancel() {
    const bool wasActive = m_start.has_value();
    m_start.reset();
    host().showOverlay({});
    host().showStatus(hint());
    return wasActive;
}

QString AreaTool::hint() const {
    return m_kind == ItemKind::Wall
               ? QCoreApplication::translate("PlanView", "Drag to draw a wall · Esc: done")
               : QCoreApplication::translate(
                     "PlanView", "Drag a rectangle over the aisle to contain · Esc: done");
}

}  // namespace

std::unique_ptr<Tool> makeAreaTool(ToolHost& host, ToolKind wallOrContainment) {
    const ItemKind kind =
        wallOrContainment == ToolKind::Wall ? ItemKind::Wall : ItemKind::Containment;
    return std::make_unique<AreaTool>(host, kind);
}

}  // namespace halltwin::views::floorplan::tools
