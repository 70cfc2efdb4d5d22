// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/plan_coordinates.h"
#include "views/floorplan/plan_scene.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace halltwin::views::floorplan {
namespace {

using bridge::toScene;
using items::LinkFamily;
using items::LinkItem;

constexpr std::array pipeFamilies{LinkFamily::Cooling, LinkFamily::CoolingMain,
                                  LinkFamily::CoolingTrunk};
constexpr std::array stateFamilies{LinkFamily::Busy, LinkFamily::Overloaded, LinkFamily::Dead};

LinkFamily familyOf(Feed feed) {
    return feed == Feed::A ? LinkFamily::FeedA : LinkFamily::FeedB;
}

/// More items than this leave their links as they are: a highlight of everything shows nothing.
constexpr std::size_t mostHighlightedItems = 500;

}  // namespace

void PlanScene::showLinks(const ChangeSet& changes) {
    for (const PowerLinkId id : changes.powerLinks.removed) {
        removePath(LinkFamily::FeedA, id.value);
        removePath(LinkFamily::FeedB, id.value);
    }
    for (const CoolingLinkId id : changes.coolingLinks.removed) {
        for (const LinkFamily family : pipeFamilies)
            removePath(family, id.value);
    }

    std::unordered_set<ItemId> moved(changes.items.changed.begin(), changes.items.changed.end());
    moved.insert(changes.items.added.begin(), changes.items.added.end());
    const bool all = !changes.halls.changed.empty();
    const bool touched = all || !moved.empty();
    const auto isTouched = [&](const auto& link) {
        return all || moved.contains(link.from) || moved.contains(link.to);
    };
    if (touched || !changes.powerLinks.isEmpty()) {
        const std::unordered_set<PowerLinkId> fresh = [&] {
            std::unordered_set<PowerLinkId> ids(changes.powerLinks.added.begin(),
                                                changes.powerLinks.added.end());
            ids.insert(changes.powerLinks.changed.begin(), changes.powerLinks.changed.end());
            return ids;
        }();
        for (const PowerLink& link : m_project->powerLinks) {
            if (fresh.contains(link.id) || isTouched(link)) showLink(link);
        }
    }
    for (const CoolingLink& link : m_project->coolingLinks) {
        if (touched || !changes.coolingLinks.isEmpty()) showLink(link);
    }
    if (!changes.powerLinks.isEmpty() || !changes.coolingLinks.isEmpty()) highlightLinks();
    if (touched || !changes.powerLinks.isEmpty()) showCordStates();
}

void PlanScene::setCordStates(items::CordStates states) {
    if (states == m_cordStates) return;
    m_cordStates = std::move(states);
    showCordStates();
}

void PlanScene::showCordStates() {
    for (LinkItem* item : m_states)
        item->clear();
    for (const auto& [id, family] : m_cordStates) {
        const bool onA = partsOf(LinkFamily::FeedA).all->contains(id.value);
        const LinkParts& parts = partsOf(onA ? LinkFamily::FeedA : LinkFamily::FeedB);
        if (!parts.all->contains(id.value)) continue;
        const auto at = std::find(stateFamilies.begin(), stateFamilies.end(), family);
        m_states[static_cast<std::size_t>(at - stateFamilies.begin())]->set(
            id.value, parts.all->pathOf(id.value));
    }
}

std::optional<QPolygonF> PlanScene::linkPath(LinkFamily family, ItemId from, ItemId to) const {
    const auto start = centreOf(from);
    const auto end = centreOf(to);
    if (!start || !end) return std::nullopt;
    return items::linkPath(family, *start, *end);
}

void PlanScene::showPath(LinkFamily family, std::int64_t id, const QPolygonF& path) {
    const LinkParts& parts = partsOf(family);
    parts.all->set(id, path);
    if (parts.highlighted->contains(id)) parts.highlighted->set(id, path);
}

void PlanScene::removePath(LinkFamily family, std::int64_t id) {
    partsOf(family).all->remove(id);
    partsOf(family).highlighted->remove(id);
}

void PlanScene::showLink(const PowerLink& link) {
    removePath(familyOf(link.feed == Feed::A ? Feed::B : Feed::A), link.id.value);
    const LinkFamily family = familyOf(link.feed);
    const auto path = linkPath(family, link.from, link.to);
    if (path) showPath(family, link.id.value, *path);
}

void PlanScene::showLink(const CoolingLink& link) {
    const LinkFamily family = pipeFamilyOf(link);
    for (const LinkFamily other : pipeFamilies) {
        if (other != family) removePath(other, link.id.value);
    }
    const auto path = linkPath(family, link.from, link.to);
    if (path) showPath(family, link.id.value, *path);
}

LinkFamily PlanScene::pipeFamilyOf(const CoolingLink& link) const {
    if (link.bore) return items::pipeFamily(*link.bore);
    const auto found = m_bores.find(link.id);
    return found == m_bores.end() ? LinkFamily::Cooling : items::pipeFamily(found->second);
}

void PlanScene::setPipeBores(items::PipeBores bores) {
    m_bores = std::move(bores);
    bool isOther = false;
    for (const CoolingLink& link : m_project->coolingLinks) {
        if (partsOf(pipeFamilyOf(link)).all->contains(link.id.value)) continue;
        showLink(link);
        isOther = true;
    }
    if (isOther) highlightLinks();
}

void PlanScene::highlightLinks() {
    const bool few = m_highlighted.size() <= mostHighlightedItems;
    const auto touches = [&](const auto& link) {
        return few && (m_highlighted.contains(link.from) || m_highlighted.contains(link.to));
    };
    for (const LinkFamily family : items::drawnFamilies)
        partsOf(family).highlighted->clear();
    const auto raise = [this](LinkFamily family, std::int64_t id) {
        const LinkParts& parts = partsOf(family);
        if (parts.all->contains(id)) parts.highlighted->set(id, parts.all->pathOf(id));
    };
    for (const PowerLink& link : m_project->powerLinks) {
        const bool isSelected = m_highlightedLink == link.id;
        if (isSelected || touches(link)) raise(familyOf(link.feed), link.id.value);
    }
    for (const CoolingLink& link : m_project->coolingLinks) {
        if (m_highlightedPipe == link.id || touches(link)) raise(pipeFamilyOf(link), link.id.value);
    }
}

std::optional<PowerLinkId> PlanScene::powerLinkAt(const Point& site, Length reach) const {
    if (!m_layers.has(Layer::Power)) return std::nullopt;
    for (const LinkFamily family : {LinkFamily::FeedA, LinkFamily::FeedB}) {
        const std::int64_t id = partsOf(family).all->linkAt(toScene(site), reach.in(metres));
        if (id != 0) return PowerLinkId{id};
    }
    return std::nullopt;
}

std::optional<CoolingLinkId> PlanScene::coolingLinkAt(const Point& site, Length reach) const {
    if (!m_layers.has(Layer::Cooling)) return std::nullopt;
    for (const LinkFamily family : pipeFamilies) {
        const std::int64_t id = partsOf(family).all->linkAt(toScene(site), reach.in(metres));
        if (id != 0) return CoolingLinkId{id};
    }
    return std::nullopt;
}

void PlanScene::showTrays() {
    std::vector<items::TrayFace> faces;
    for (const CableTray& tray : m_project->trays) {
        const Hall* hall = m_project->halls.find(tray.hall);
        if (hall == nullptr) continue;
        const auto place = [&](const Point& at) {
            return toScene(Point{hall->origin.x + at.x, hall->origin.y + at.y});
        };
        faces.push_back({tray.id, place(tray.from), place(tray.to), tray.width.in(metres),
                         tray.fillLimit, QString::fromStdString(tray.name)});
    }
    m_trays->display(std::move(faces));
}

std::optional<TrayId> PlanScene::trayAt(const Point& site, Length reach) const {
    if (!m_layers.has(Layer::Trays)) return std::nullopt;
    return m_trays->trayAt(toScene(site), reach.in(metres));
}

}  // namespace halltwin::views::floorplan
