// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/graph.h"

#include "model/project/connections.h"

#include <fmt/format.h>
#include <unordered_map>

namespace halltwin::power {

namespace {

using Index = std::unordered_map<ItemId, std::size_t>;

Result<Index> indexOf(const ChainInput& input) {
    Index index;
    index.reserve(input.elements.size() + input.loads.size());
    const auto add = [&index](ItemId id) { return index.emplace(id, index.size()).second; };
    const auto duplicate = [](ItemId id) {
        return fail(ErrorCode::DuplicateId, fmt::format("Item {} is given twice", id.value),
                    "power chain", "Give each element and load once");
    };
    for (const Element& element : input.elements) {
        if (!add(element.id)) return duplicate(element.id);
    }
    for (const Load& load : input.loads) {
        if (!add(load.id)) return duplicate(load.id);
    }
    return index;
}

enum class Direction { TowardsLoads, TowardsSources };

/// Nodes reached from `start` along cords; `start` itself only where it lies on a circle.
std::vector<bool> reachable(const Graph& graph, std::size_t start, Direction direction) {
    const bool forwards = direction == Direction::TowardsLoads;
    std::vector<bool> seen(graph.size(), false);
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        for (const std::size_t cord : forwards ? graph.out[node] : graph.in[node]) {
            const std::size_t next = forwards ? graph.cords[cord].to : graph.cords[cord].from;
            if (seen[next]) continue;
            seen[next] = true;
            open.push_back(next);
        }
    }
    return seen;
}

/// Elements that lie on a circle or between two: what is left when ends are peeled off from below.
std::vector<bool> possiblyLooped(const Graph& graph) {
    std::vector<std::size_t> pending(graph.size());
    std::vector<std::size_t> open;
    for (std::size_t node = 0; node < graph.size(); ++node) {
        pending[node] = graph.out[node].size();
        if (pending[node] == 0) open.push_back(node);
    }
    std::vector<bool> left(graph.size(), true);
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        left[node] = false;
        for (const std::size_t cord : graph.in[node]) {
            const std::size_t above = graph.cords[cord].from;
            if (--pending[above] == 0) open.push_back(above);
        }
    }
    return left;
}

}  // namespace

Adjacency::Adjacency(std::size_t nodes, const std::vector<std::size_t>& ends)
    : m_first(nodes + 1, 0),
      m_cords(ends.size()) {
    for (const std::size_t node : ends)
        ++m_first[node + 1];
    for (std::size_t node = 0; node < nodes; ++node)
        m_first[node + 1] += m_first[node];
    std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t cord = 0; cord < ends.size(); ++cord)
        m_cords[next[ends[cord]]++] = cord;
}

Result<Graph> buildGraph(const ChainInput& input) {
    const Result<Index> index = indexOf(input);
    if (!index) return tl::unexpected<Error>(index.error());

    Graph graph;
    graph.elementCount = input.elements.size();
    std::vector<std::size_t> heads;
    std::vector<std::size_t> tails;
    for (std::size_t n = 0; n < input.links.size(); ++n) {
        const Link& link = input.links[n];
        const auto from = index->find(link.from);
        const auto to = index->find(link.to);
        if (from == index->end() || to == index->end()) {
            graph.dangling.push_back(link);
            continue;
        }
        const bool fromLoad = from->second >= graph.elementCount;
        const bool intoSource =
            to->second < graph.elementCount && isPowerSource(input.elements[to->second].kind);
        if (fromLoad || intoSource) {
            graph.ignored.push_back(link);
            continue;
        }
        heads.push_back(from->second);
        tails.push_back(to->second);
        graph.cords.push_back({from->second, to->second, link.feed, n});
    }
    graph.out = Adjacency(index->size(), heads);
    graph.in = Adjacency(index->size(), tails);
    return graph;
}

std::vector<std::vector<std::size_t>> findLoops(const Graph& graph) {
    std::vector<bool> open = possiblyLooped(graph);
    std::vector<std::vector<std::size_t>> loops;
    for (std::size_t node = 0; node < graph.elementCount; ++node) {
        if (!open[node]) continue;
        const std::vector<bool> below = reachable(graph, node, Direction::TowardsLoads);
        if (!below[node]) continue;
        const std::vector<bool> above = reachable(graph, node, Direction::TowardsSources);
        std::vector<std::size_t> loop;
        for (std::size_t other = node; other < graph.elementCount; ++other) {
            if (!below[other] || !above[other]) continue;
            loop.push_back(other);
            open[other] = false;
        }
        loops.push_back(std::move(loop));
    }
    return loops;
}

std::vector<bool> loopNodes(const Graph& graph) {
    std::vector<bool> looped(graph.size(), false);
    for (const auto& loop : findLoops(graph)) {
        for (const std::size_t node : loop)
            looped[node] = true;
    }
    return looped;
}

bool isSource(ItemKind kind, Sources sources) {
    return kind == ItemKind::UtilityFeed || kind == ItemKind::OnSiteSource ||
           (kind == ItemKind::Generator && sources == Sources::WithGenerators);
}

std::vector<bool> reachedFromSources(const ChainInput& input, const Graph& graph,
                                     const std::vector<bool>& blocked, Sources sources) {
    std::vector<bool> reached(graph.size(), false);
    std::vector<std::size_t> open;
    const auto visit = [&](std::size_t node) {
        if (reached[node] || blocked[node]) return;
        reached[node] = true;
        open.push_back(node);
    };
    for (std::size_t node = 0; node < graph.elementCount; ++node) {
        if (isSource(input.elements[node].kind, sources)) visit(node);
    }
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        for (const std::size_t cord : graph.out[node])
            visit(graph.cords[cord].to);
    }
    return reached;
}

}  // namespace halltwin::power
