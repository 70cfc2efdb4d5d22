// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/selection.h"

#include "model/project/project.h"

#include <utility>

namespace halltwin::views::bridge {

void Selection::setItems(std::set<ItemId> ids) {
    assign({.items = std::move(ids)});
}

void Selection::setPowerLink(PowerLinkId id) {
    assign({.cable = id});
}

void Selection::setCoolingLink(CoolingLinkId id) {
    assign({.pipe = id});
}

void Selection::setTray(TrayId id) {
    assign({.tray = id});
}

void Selection::toggle(ItemId id) {
    std::set<ItemId> ids = m_picked.items;
    if (ids.erase(id) == 0) ids.insert(id);
    setItems(std::move(ids));
}

void Selection::clear() {
    setItems({});
}

void Selection::keepOnly(const Project& project) {
    Picked picked = m_picked;
    std::erase_if(picked.items, [&](ItemId id) { return !project.items.contains(id); });
    if (picked.cable && !project.powerLinks.contains(*picked.cable)) picked.cable.reset();
    if (picked.pipe && !project.coolingLinks.contains(*picked.pipe)) picked.pipe.reset();
    if (picked.tray && !project.trays.contains(*picked.tray)) picked.tray.reset();
    assign(std::move(picked));
}

void Selection::assign(Picked picked) {
    if (picked == m_picked) return;
    m_picked = std::move(picked);
    emit changed();
}

}  // namespace halltwin::views::bridge
