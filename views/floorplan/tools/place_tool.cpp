// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/labels.h"
#include "model/project/footprint.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double snapPixels = 10.0;

/// Puts down one catalogue entry with each click. R turns it by a quarter, Alt turns snapping off.
class PlaceTool final : public Tool {
public:
    PlaceTool(ToolHost& host, std::string key) : Tool(host), m_key(std::move(key)) {}

    void press(const Pointer& at) override { move(at); }
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool key(int key, Qt::KeyboardModifiers keys) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Click to place · R: turn · Alt: no snapping · Esc: done");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] const CatalogEntry* entry() const {
        return host().session().catalog().find(m_key);
    }
    void place();

    std::string m_key;
    Rotation m_rotation = Rotation::R0;
    std::optional<Pointer> m_last;
    std::optional<Item> m_item;  ///< what a click would put down
};

void PlaceTool::move(const Pointer& at) {
    m_last = at;
    m_item.reset();
    const Project& project = host().session().project();
    const Hall* hall = hallAt(project, at.site);
    if (entry() == nullptr || hall == nullptr) {
        host().showOverlay({});
        host().showStatus(QCoreApplication::translate("PlanView", "Move over a hall to place"));
        return;
    }
    Item item;
    item.hall = hall->id;
    item.catalogKey = m_key;
    item.rotation = m_rotation;
    Rect area = footprintOf(item, *entry());
    const Point cursor = toHall(*hall, at.site);
    item.position = {cursor.x - area.width() * 0.5, cursor.y - area.depth() * 0.5};
    area = footprintOf(item, *entry());

    Overlay overlay;
    if (!at.keys.testFlag(Qt::AltModifier)) {
        const Snap snap =
            snapRect(area, snapTargetsOf(project, host().session().catalog(), *hall, {}),
                     metres(snapPixels / host().pixelsPerMetre()));
        item.position.x += snap.dx;
        item.position.y += snap.dy;
        area = footprintOf(item, *entry());
        for (const auto& [from, to] : snap.guides) {
            overlay.guides.emplace_back(toSite(*hall, from), toSite(*hall, to));
        }
    }
    overlay.ghosts.push_back(
        {toSite(*hall, area), GhostLook::Filled, frontDirection(item.rotation)});
    m_item = std::move(item);
    host().showOverlay(std::move(overlay));
    host().showStatus(hint());
}

void PlaceTool::release(const Pointer& at) {
    move(at);
    if (m_item) place();
}

void PlaceTool::place() {
    const Project& project = host().session().project();
    const std::string_view prefix = edit::labelPrefix(entry()->kind);
    if (!prefix.empty()) m_item->label = edit::LabelMaker(project).next(prefix);
    const std::vector<ItemId> ids = edit::nextItemIds(project, 1);
    if (host().session().apply(edit::PlaceItems{{*m_item}})) {
        host().selection().setItems({ids.begin(), ids.end()});
    }
}

bool PlaceTool::key(int key, Qt::KeyboardModifiers keys) {
    if (key != Qt::Key_R || (keys & ~Qt::ShiftModifier) != 0) return false;
    m_rotation = rotated(m_rotation, keys.testFlag(Qt::ShiftModifier) ? -1 : 1);
    if (m_last) move(*m_last);
    return true;
}

bool PlaceTool::cancel() {
    m_item.reset();
    host().showOverlay({});
    return false;  // nothing is half done between clicks: Esc ends the tool
}

}  // namespace

std::unique_ptr<Tool> makePlaceTool(ToolHost& host, const std::string& catalogKey) {
    return std::make_unique<PlaceTool>(host, catalogKey);
}

}  // namespace halltwin::views::floorplan::tools
