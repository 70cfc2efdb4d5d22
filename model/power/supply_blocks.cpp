// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/supply_blocks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

namespace halltwin::power {

namespace {

using Nodes = std::vector<std::size_t>;

/// Sets of elements that only ever grow together.
class Unions {
public:
    explicit Unions(std::size_t size) : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t find(std::size_t node) {
        while (m_parent[node] != node)
            node = m_parent[node] = m_parent[m_parent[node]];
        return node;
    }
    void join(std::size_t a, std::size_t b) { m_parent[find(b)] = find(a); }

private:
    Nodes m_parent;
};

/// Elements above some cords, those cords' own upper ends included.
Nodes above(const Network& network, const std::vector<bool>& reached, const Nodes& cords) {
    const Graph& graph = network.graph();
    Nodes found;
    std::vector<bool> seen(graph.elementCount, false);
    const auto visit = [&](std::size_t cord) {
        const std::size_t node = graph.cords[cord].from;
        if (seen[node] || !reached[node]) return;
        seen[node] = true;
        found.push_back(node);
    };
    for (const std::size_t cord : cords)
        visit(cord);
    for (std::size_t n = 0; n < found.size(); ++n)
        for (const std::size_t cord : graph.in[found[n]])
            visit(cord);
    std::sort(found.begin(), found.end());
    return found;
}

std::array<Nodes, 2> cordsBySide(const Network& network, const std::vector<bool>& reached,
                                 std::size_t node) {
    const Graph& graph = network.graph();
    std::array<Nodes, 2> byFeed;
    Nodes living;
    for (const std::size_t cord : graph.in[node]) {
        if (!reached[graph.cords[cord].from]) continue;
        living.push_back(cord);
        byFeed[graph.cords[cord].feed == Feed::A ? 0 : 1].push_back(cord);
    }
    if (!byFeed[0].empty() && !byFeed[1].empty()) return byFeed;
    if (living.empty()) return {};
    return {Nodes{living.front()}, Nodes(living.begin() + 1, living.end())};
}

/// Elements that both sides of some load hang on.
std::vector<bool> commonElements(std::size_t elements, const std::vector<LoadSides>& loads) {
    std::vector<bool> common(elements, false);
    for (const LoadSides& load : loads) {
        if (!load.areTwo()) continue;
        for (const std::size_t node : load.common)
            common[node] = true;
    }
    return common;
}

std::size_t firstOwn(const Nodes& side, const std::vector<bool>& common) {
    const auto at =
        std::find_if(side.begin(), side.end(), [&](std::size_t n) { return !common[n]; });
    return at == side.end() ? side.front() : *at;
}

void joinSide(const Nodes& side, const std::vector<bool>& common, Unions& unions) {
    const std::size_t first = firstOwn(side, common);
    for (const std::size_t node : side)
        if (!common[node]) unions.join(first, node);
}

/// The two blocks of a load are of different halves. True when that coloured a block; none when a
/// block would have to be of both.
std::optional<bool> colour(const std::array<std::size_t, 2>& pair,
                           std::map<std::size_t, int>& half) {
    bool added = false;
    for (std::size_t side = 0; side < 2; ++side) {
        const auto known = half.find(pair[side]);
        if (known == half.end()) continue;
        const int wanted = 1 - known->second;
        const auto [other, isNew] = half.emplace(pair[1 - side], wanted);
        if (other->second != wanted) return std::nullopt;
        added = added || isNew;
    }
    return added;
}

}  // namespace

std::vector<LoadSides> sidesOfLoads(const Network& network) {
    const Graph& graph = network.graph();
    const std::vector<bool> reached =
        reachedFromSources(network.input(), graph, loopNodes(graph), Sources::WithGenerators);
    std::vector<LoadSides> loads;
    for (std::size_t n = graph.elementCount; n < graph.size(); ++n) {
        const auto cords = cordsBySide(network, reached, n);
        const Nodes a = above(network, reached, cords[0]);
        const Nodes b = above(network, reached, cords[1]);
        LoadSides& load = loads.emplace_back();
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                              std::back_inserter(load.common));
        std::set_difference(a.begin(), a.end(), load.common.begin(), load.common.end(),
                            std::back_inserter(load.sides[0]));
        std::set_difference(b.begin(), b.end(), load.common.begin(), load.common.end(),
                            std::back_inserter(load.sides[1]));
    }
    return loads;
}

SupplyBlocks findBlocks(const Network& network, const std::vector<LoadSides>& loads) {
    const std::size_t elements = network.graph().elementCount;
    const std::vector<bool> common = commonElements(elements, loads);
    Unions unions(elements);
    for (const LoadSides& load : loads) {
        if (!load.areTwo()) continue;
        joinSide(load.sides[0], common, unions);
        joinSide(load.sides[1], common, unions);
    }
    SupplyBlocks blocks;
    std::map<std::size_t, std::size_t> blockOf;
    const auto place = [&](std::size_t node) {
        return blockOf.emplace(unions.find(node), blockOf.size()).first->second;
    };
    for (const LoadSides& load : loads) {
        blocks.ofLoad.push_back({});
        for (std::size_t side = 0; side < 2 && load.areTwo(); ++side)
            blocks.ofLoad.back()[side] = place(firstOwn(load.sides[side], common));
    }
    blocks.members.resize(blockOf.size());
    for (std::size_t node = 0; node < elements; ++node) {
        const auto at = blockOf.find(unions.find(node));
        if (at != blockOf.end()) blocks.members[at->second].push_back(node);
    }
    Unions groups(blocks.members.size());
    for (std::size_t n = 0; n < loads.size(); ++n)
        if (loads[n].areTwo()) groups.join(blocks.ofLoad[n][0], blocks.ofLoad[n][1]);
    std::map<std::size_t, std::size_t> groupOf;
    for (std::size_t block = 0; block < blocks.members.size(); ++block) {
        const std::size_t group = groupOf.emplace(groups.find(block), groupOf.size()).first->second;
        blocks.groupOf.push_back(group);
        blocks.connected.resize(groupOf.size());
        blocks.connected[group].push_back(block);
    }
    return blocks;
}

std::array<std::vector<std::size_t>, 2> halvesOf(const SupplyBlocks& blocks, std::size_t group,
                                                 const std::vector<LoadSides>& loads) {
    std::map<std::size_t, int> half;
    half[blocks.connected[group].front()] = 0;
    // Loads pair blocks: colours spread until nothing is new, or a block would get both.
    for (bool spread = true; spread;) {
        spread = false;
        for (std::size_t n = 0; n < loads.size(); ++n) {
            if (!loads[n].areTwo() || blocks.groupOf[blocks.ofLoad[n][0]] != group) continue;
            const std::optional<bool> coloured = colour(blocks.ofLoad[n], half);
            if (!coloured) return {};
            spread = spread || *coloured;
        }
    }
    std::array<std::vector<std::size_t>, 2> halves;
    for (const auto& [block, which] : half)
        halves[static_cast<std::size_t>(which)].push_back(block);
    return halves;
}

}  // namespace halltwin::power
