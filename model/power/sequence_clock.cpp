// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence_parts.h"

namespace halltwin::power {

ItemId SequenceClock::causeFor(std::size_t node) const {
    const Graph& graph = network.graph();
    std::vector<std::uint8_t> seen(graph.size(), 0);
    std::vector<std::size_t> open{node};
    ItemId nearest;
    for (std::size_t n = 0; n < open.size(); ++n) {
        for (const std::size_t cord : graph.in[open[n]]) {
            const std::size_t above = graph.cords[cord].from;
            if (seen[above]) continue;
            seen[above] = 1;
            open.push_back(above);
            const ItemId id = network.input().elements[above].id;
            if (id == cause) return cause;
            if (state.gone[above] && !nearest.isValid()) nearest = id;
        }
    }
    return nearest.isValid() ? nearest : cause;
}

}  // namespace halltwin::power
