// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

/// A link by node index.
struct Cord {
    std::size_t from = 0;
    std::size_t to = 0;
    Feed feed = Feed::A;
};

/// The chain by index: nodes 0…elements−1 are the elements, loads follow, both in the order of the
/// input. `in` and `out` list cords by node. Links into a source and out of a load are left out.
struct Graph {
    std::size_t elementCount = 0;
    std::vector<Cord> cords;
    std::vector<std::vector<std::size_t>> in;
    std::vector<std::vector<std::size_t>> out;
    std::vector<Link> ignored;

    [[nodiscard]] std::size_t size() const { return in.size(); }
};

/// Fails with DuplicateId or DanglingReference, naming the item.
[[nodiscard]] Result<Graph> buildGraph(const ChainInput& input);

/// Each group of elements that feed one another in a circle, in node order.
[[nodiscard]] std::vector<std::vector<std::size_t>> findLoops(const Graph& graph);

/// Which nodes a source reaches without passing a blocked node; blocked nodes are not reached.
[[nodiscard]] std::vector<bool> reachedFromSources(const ChainInput& input, const Graph& graph,
                                                   const std::vector<bool>& blocked);

}  // namespace halltwin::power
