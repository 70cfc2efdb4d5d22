// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/selection.h"

#include "model/project/project.h"

#include <utility>

namespace halltwin::views::bridge {

void Selection::setItems(std::set<ItemId> ids) {
    assign(std::move(ids), std::nullopt, std::nullopt);
}

void Selection::setPowerLink(PowerLinkId id) {
    assign({}, id, std::nullopt);
}

void Selection::setCoolingLink(CoolingLinkId id) {
    assign({}, std::nullopt, id);
}

void Selection::toggle(ItemId id) {
    std::set<ItemId> ids = m_items;
    if (ids.erase(id) == 0) ids.insert(id);
    setItems(std::move(ids));
}

void Selection::clear() {
    setItems({});
}

void Selection::keepOnly(const Project& project) {
    std::set<ItemId> ids = m_items;
    std::erase_if(ids, [&](ItemId id) { return !project.items.contains(id); });
    std::optional<PowerLinkId> cable = m_powerLink;
    if (cable && !project.powerLinks.contains(*cable)) cable.reset();
    std::optional<CoolingLinkId> pipe = m_coolingLink;
    if (pipe && !project.coolingLinks.contains(*pipe)) pipe.reset();
    assign(std::move(ids), cable, pipe);
}

void Selection::assign(std::set<ItemId> ids, std::optional<PowerLinkId> cable,
                       std::optional<CoolingLinkId> pipe) {
    if (ids == m_items && cable == m_powerLink && pipe == m_coolingLink) return;
    m_items = std::move(ids);
    m_powerLink = cable;
    m_coolingLink = pipe;
    emit changed();
}

}  // namespace halltwin::views::bridge
