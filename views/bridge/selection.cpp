// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/selection.h"

#include "model/project/project.h"

#include <utility>

namespace halltwin::views::bridge {

void Selection::setItems(std::set<ItemId> ids) {
    assign(std::move(ids), std::nullopt);
}

void Selection::setPowerLink(PowerLinkId id) {
    assign({}, id);
}

void Selection::toggle(ItemId id) {
    std::set<ItemId> ids = m_items;
    if (ids.erase(id) == 0) ids.insert(id);
    assign(std::move(ids), std::nullopt);
}

void Selection::clear() {
    assign({}, std::nullopt);
}

void Selection::keepOnly(const Project& project) {
    std::set<ItemId> ids = m_items;
    std::erase_if(ids, [&](ItemId id) { return !project.items.contains(id); });
    std::optional<PowerLinkId> link = m_powerLink;
    if (link && !project.powerLinks.contains(*link)) link.reset();
    assign(std::move(ids), link);
}

void Selection::assign(std::set<ItemId> ids, std::optional<PowerLinkId> link) {
    if (ids == m_items && link == m_powerLink) return;
    m_items = std::move(ids);
    m_powerLink = link;
    emit changed();
}

}  // namespace halltwin::views::bridge
