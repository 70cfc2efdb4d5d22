// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"

#include <cstddef>
#include <span>
#include <vector>

namespace halltwin::power {

/// A link by node index.
struct Cord {
    std::size_t from = 0;
    std::size_t to = 0;
    Feed feed = Feed::A;
    std::size_t link = 0;  ///< its place in the input
};

/// Cords by node, in the order of the cords.
class Adjacency {
public:
    Adjacency() = default;
    /// `ends` names one node per cord.
    Adjacency(std::size_t nodes, const std::vector<std::size_t>& ends);

    [[nodiscard]] std::span<const std::size_t> operator[](std::size_t node) const {
        return {m_cords.data() + m_first[node], m_first[node + 1] - m_first[node]};
    }
    [[nodiscard]] std::size_t size() const { return m_first.empty() ? 0 : m_first.size() - 1; }

private:
    std::vector<std::size_t> m_first;
    std::vector<std::size_t> m_cords;
};

/// The chain by index: nodes 0…elements−1 are the elements, loads follow, both in the order of the
/// input. `in` and `out` list cords by node. Links into a source, out of a load, and to nothing are
/// left out.
struct Graph {
    std::size_t elementCount = 0;
    std::vector<Cord> cords;
    Adjacency in;
    Adjacency out;
    std::vector<Link> ignored;
    std::vector<Link> dangling;  ///< with an end that is no element or load

    [[nodiscard]] std::size_t size() const { return in.size(); }
};

/// Fails with DuplicateId, naming the item.
[[nodiscard]] Result<Graph> buildGraph(const ChainInput& input);

/// Each group of elements that feed one another in a circle, in node order.
[[nodiscard]] std::vector<std::vector<std::size_t>> findLoops(const Graph& graph);

/// Nodes that lie in such a group.
[[nodiscard]] std::vector<bool> loopNodes(const Graph& graph);

/// What counts as a source: utility feeds and on-site sources, or generators as well. Batteries
/// never do: they run out.
enum class Sources { Live, WithGenerators };

[[nodiscard]] bool isSource(ItemKind kind, Sources sources);

/// Which nodes a source reaches without passing a blocked node; blocked nodes are not reached.
[[nodiscard]] std::vector<bool> reachedFromSources(const ChainInput& input, const Graph& graph,
                                                   const std::vector<bool>& blocked,
                                                   Sources sources = Sources::Live);

}  // namespace halltwin::power
