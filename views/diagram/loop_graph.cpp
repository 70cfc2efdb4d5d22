// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/loop_graph.h"

#include "model/project/connections.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halltwin::views::diagram {

namespace {

constexpr std::size_t leastEqualUnits = 9;

using Ids = std::vector<ItemId>;

bool isUnit(ItemKind kind) {
    return coolsWater(kind) || kind == ItemKind::PumpSet;
}

class Making {
public:
    Making(const Project& project, const Catalog& catalog, const power::FoldSettings& fold)
        : m_project(project),
          m_catalog(catalog),
          m_fold(fold) {
        for (const CoolingLink& link : project.coolingLinks) {
            m_above[link.to].push_back(link.from);
            m_below[link.from].push_back(link.to);
        }
        for (auto* ends : {&m_above, &m_below}) {
            for (auto& [id, list] : *ends)
                std::sort(list.begin(), list.end());
        }
    }

    power::DiagramGraph make() {
        addUnits();
        addConsumers(false);
        addConsumers(true);
        addEdges();
        return std::move(m_graph);
    }

private:
    [[nodiscard]] const CatalogEntry* entryOf(const Item& item) const {
        return m_catalog.find(item.catalogKey);
    }

    void addUnits() {
        std::map<std::tuple<ItemKind, Ids, Ids>, Ids> groups;
        std::vector<std::tuple<ItemKind, Ids, Ids>> order;
        for (const Item& item : m_project.items) {
            const CatalogEntry* entry = entryOf(item);
            if (entry == nullptr || !isUnit(entry->kind)) continue;
            std::tuple key(entry->kind, endsOf(m_above, item.id), endsOf(m_below, item.id));
            Ids& members = groups[key];
            if (members.empty()) order.push_back(std::move(key));
            members.push_back(item.id);
        }
        for (const auto& key : order)
            addGroup(groups[key], std::get<0>(key), false, leastEqualUnits);
    }

    /// Racks and tanks hang on distribution units, which have to be there first.
    void addConsumers(bool areBelowUnits) {
        std::map<std::tuple<ItemKind, std::vector<std::size_t>, bool>, Ids> groups;
        std::vector<std::tuple<ItemKind, std::vector<std::size_t>, bool>> order;
        for (const Item& item : m_project.items) {
            const CatalogEntry* entry = entryOf(item);
            if (entry == nullptr || !takesWater(*entry)) continue;
            if (isLiquidCooled(*entry) != areBelowUnits) continue;
            std::tuple key(entry->kind, parentNodes(item.id), !m_below.contains(item.id));
            Ids& members = groups[key];
            if (members.empty()) order.push_back(std::move(key));
            members.push_back(item.id);
        }
        for (const auto& key : order)
            addGroup(groups[key], std::get<0>(key), std::get<2>(key), m_fold.leastMembers);
    }

    void addGroup(const Ids& members, ItemKind kind, bool isLoad, std::size_t least) {
        const bool keep = members.size() >= least && !m_fold.unfolded.contains(members.front());
        if (keep) return addNode(members, kind, isLoad);
        for (const ItemId id : members)
            addNode({id}, kind, isLoad);
    }

    void addNode(const Ids& members, ItemKind kind, bool isLoad) {
        for (const ItemId id : members)
            m_nodeOf.emplace(id, m_graph.nodes.size());
        m_graph.nodes.push_back({members, kind, isLoad});
    }

    void addEdges() {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> edges;
        std::size_t place = 0;
        for (const CoolingLink& link : m_project.coolingLinks) {
            const auto from = m_nodeOf.find(link.from);
            const auto to = m_nodeOf.find(link.to);
            if (from != m_nodeOf.end() && to != m_nodeOf.end())
                edges[{from->second, to->second}].push_back(place);
            ++place;
        }
        for (auto& [ends, links] : edges)
            m_graph.edges.push_back({ends.first, ends.second, Feed::A, std::move(links)});
    }

    [[nodiscard]] static Ids endsOf(const std::unordered_map<ItemId, Ids>& ends, ItemId id) {
        const auto at = ends.find(id);
        return at == ends.end() ? Ids{} : at->second;
    }

    [[nodiscard]] std::vector<std::size_t> parentNodes(ItemId id) const {
        std::vector<std::size_t> parents;
        for (const ItemId above : endsOf(m_above, id)) {
            const auto at = m_nodeOf.find(above);
            if (at != m_nodeOf.end()) parents.push_back(at->second);
        }
        std::sort(parents.begin(), parents.end());
        parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
        return parents;
    }

    const Project& m_project;
    const Catalog& m_catalog;
    const power::FoldSettings& m_fold;
    std::unordered_map<ItemId, Ids> m_above;
    std::unordered_map<ItemId, Ids> m_below;
    std::unordered_map<ItemId, std::size_t> m_nodeOf;
    power::DiagramGraph m_graph;
};

}  // namespace

power::DiagramGraph loopGraph(const Project& project, const Catalog& catalog,
                              const power::FoldSettings& fold) {
    return Making(project, catalog, fold).make();
}

power::DiagramSizes loopSizes() {
    power::DiagramSizes sizes;
    sizes.nodeWidth = 164.0;
    sizes.gapDown = 32.0;
    sizes.lane = 12.0;
    return sizes;
}

}  // namespace halltwin::views::diagram
