// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_graph.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halltwin::power {

namespace {

using Parents = std::vector<std::pair<ItemId, Feed>>;
using NodeOf = std::unordered_map<ItemId, std::size_t>;

/// Where the cords of each load come from, in an order that does not depend on that of the links.
std::unordered_map<ItemId, Parents> parentsOfLoads(const ChainInput& input) {
    std::unordered_map<ItemId, Parents> parents;
    for (const Load& load : input.loads)
        parents[load.id];
    for (const Link& link : input.links) {
        const auto load = parents.find(link.to);
        if (load != parents.end()) load->second.emplace_back(link.from, link.feed);
    }
    for (auto& [id, list] : parents)
        std::sort(list.begin(), list.end());
    return parents;
}

/// Loads by what they hang on and what they are; groups in the order of their first members.
std::vector<DiagramNode> groupLoads(const ChainInput& input, const LoadKind& kindOf) {
    const auto parents = parentsOfLoads(input);
    std::map<std::pair<Parents, ItemKind>, std::size_t> known;
    std::vector<DiagramNode> groups;
    for (const Load& load : input.loads) {
        const ItemKind kind = kindOf(load.id);
        const auto [at, isNew] = known.try_emplace({parents.at(load.id), kind}, groups.size());
        if (isNew) groups.push_back({{}, kind, true});
        groups[at->second].items.push_back(load.id);
    }
    return groups;
}

void addLoads(const ChainInput& input, const LoadKind& kindOf, const FoldSettings& fold,
              DiagramGraph& graph) {
    for (DiagramNode& group : groupLoads(input, kindOf)) {
        const bool keep =
            group.items.size() >= fold.leastMembers && !fold.unfolded.contains(group.key());
        if (keep) {
            graph.nodes.push_back(std::move(group));
            continue;
        }
        for (const ItemId item : group.items)
            graph.nodes.push_back({{item}, group.kind, true});
    }
}

}  // namespace

DiagramGraph diagramGraph(const ChainInput& input, const LoadKind& kindOf,
                          const FoldSettings& fold) {
    DiagramGraph graph;
    for (const Element& element : input.elements)
        graph.nodes.push_back({{element.id}, element.kind, false});
    addLoads(input, kindOf, fold, graph);
    NodeOf nodeOf;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        for (const ItemId item : graph.nodes[node].items)
            nodeOf.emplace(item, node);
    }
    std::map<std::tuple<std::size_t, std::size_t, Feed>, std::vector<std::size_t>> edges;
    for (std::size_t i = 0; i < input.links.size(); ++i) {
        const Link& link = input.links[i];
        const auto from = nodeOf.find(link.from);
        const auto to = nodeOf.find(link.to);
        if (from == nodeOf.end() || to == nodeOf.end()) continue;
        edges[{from->second, to->second, link.feed}].push_back(i);
    }
    for (auto& [ends, links] : edges)
        graph.edges.push_back(
            {std::get<0>(ends), std::get<1>(ends), std::get<2>(ends), std::move(links)});
    return graph;
}

}  // namespace halltwin::power
