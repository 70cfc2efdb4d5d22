// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/plan_commands.h"

#include "model/project/footprint.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/site_geometry.h"

#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan {

PlanCommands::PlanCommands(bridge::ProjectSession& session, bridge::Selection& selection)
    : m_session(session),
      m_selection(selection) {}

std::vector<ItemId> PlanCommands::ids() const {
    return {m_selection.items().begin(), m_selection.items().end()};
}

void PlanCommands::applyAndSelectNew(const auto& edit) {
    const ItemId first = m_session.project().items.nextId();
    if (!m_session.apply(edit)) return;
    std::set<ItemId> added;
    const auto& rows = m_session.project().items.rows();
    for (auto row = rows.rbegin(); row != rows.rend() && (*row)->id >= first; ++row) {
        added.insert((*row)->id);
    }
    m_selection.setItems(std::move(added));
}

void PlanCommands::selectAll() {
    std::set<ItemId> all;
    for (const Item& item : m_session.project().items)
        all.insert(all.end(), item.id);
    m_selection.setItems(std::move(all));
}

void PlanCommands::remove() {
    if (const auto link = m_selection.powerLink()) {
        m_session.apply(edit::DisconnectPower{{*link}});
        m_selection.clear();
        return;
    }
    if (const auto pipe = m_selection.coolingLink()) {
        m_session.apply(edit::DisconnectCooling{{*pipe}});
        m_selection.clear();
        return;
    }
    if (const auto tray = m_selection.tray()) {
        m_session.apply(edit::RemoveTrays{{*tray}});
        m_selection.clear();
        return;
    }
    if (ids().empty()) return;
    m_session.apply(edit::DeleteItems{ids()});
    m_selection.keepOnly(m_session.project());
}

void PlanCommands::copy() {
    if (ids().empty()) return;
    m_clipboard = edit::copyItems(m_session.project(), ids());
    m_pastes = 0;
}

void PlanCommands::cut() {
    if (ids().empty()) return;
    copy();
    remove();
}

void PlanCommands::paste(const std::optional<Point>& site) {
    if (!canPaste()) return;
    const Project& project = m_session.project();
    const Hall* hall = site ? hallAt(project, *site) : nullptr;
    if (hall == nullptr) {
        ++m_pastes;
        const Length step = metres(0.6 * m_pastes);
        return applyAndSelectNew(edit::PasteItems{m_clipboard, HallId{}, step, -step});
    }
    Rect extent = footprintOf(m_clipboard.items.front(), m_session.catalog());
    for (const Item& item : m_clipboard.items) {
        extent = united(extent, footprintOf(item, m_session.catalog()));
    }
    const Point place = toHall(*hall, *site);
    const auto onGrid = [&](Length at) {
        const double tile = std::max(0.05, hall->tile.in(metres));
        return metres(std::round(at.in(metres) / tile) * tile);
    };
    applyAndSelectNew(edit::PasteItems{m_clipboard, hall->id, onGrid(place.x) - extent.min.x,
                                       onGrid(place.y) - extent.min.y});
}

std::optional<Rect> PlanCommands::extentInHall() const {
    std::optional<Rect> extent;
    for (const ItemId id : m_selection.items()) {
        const Item* item = m_session.project().items.find(id);
        if (item == nullptr) continue;
        const Rect rect = footprintOf(*item, m_session.catalog());
        extent = extent ? united(*extent, rect) : rect;
    }
    return extent;
}

Length PlanCommands::selectionWidth() const {
    const auto extent = extentInHall();
    return extent ? extent->width() : Length{};
}

void PlanCommands::duplicate() {
    const auto extent = extentInHall();
    if (!extent) return;
    applyAndSelectNew(edit::DuplicateItems{ids(), extent->width(), Length{}});
}

void PlanCommands::rotate(int quarterTurns) {
    if (ids().empty()) return;
    m_session.apply(edit::RotateItems{ids(), quarterTurns, &m_session.catalog()});
}

void PlanCommands::nudge(double tilesX, double tilesY) {
    const std::vector<ItemId> moving = ids();
    if (moving.empty()) return;
    const Item* first = m_session.project().items.find(moving.front());
    const Hall* hall = first == nullptr ? nullptr : m_session.project().halls.find(first->hall);
    if (hall == nullptr) return;
    // Presses of the arrow keys in a row make one undo step, as long as the same items move.
    std::string key = "nudge";
    for (const ItemId id : moving) {
        key += ' ';
        key += std::to_string(id.value);
    }
    m_session.apply(edit::MoveItems{moving, hall->tile * tilesX, hall->tile * tilesY}, key);
}

void PlanCommands::array(const ArrayPitch& pitch) {
    if (ids().empty()) return;
    applyAndSelectNew(edit::ArrayItems{ids(), pitch.copies, pitch.dx, pitch.dy});
}

}  // namespace halltwin::views::floorplan
