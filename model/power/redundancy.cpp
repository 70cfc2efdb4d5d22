// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "model/power/graph.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::power {

Result<Redundancy> redundancyOf(const ChainInput& input, ItemId load) {
    const auto found = std::find_if(input.loads.begin(), input.loads.end(),
                                    [load](const Load& l) { return l.id == load; });
    if (found == input.loads.end()) {
        return fail(ErrorCode::NotFound, fmt::format("There is no load {}", load.value),
                    "power chain", "Choose a rack or a mechanical load");
    }
    const Result<Graph> graph = buildGraph(input);
    if (!graph) return tl::unexpected<Error>(graph.error());

    const auto place = static_cast<std::size_t>(found - input.loads.begin());
    const std::size_t node = graph->elementCount + place;
    std::vector<bool> blocked = loopNodes(*graph);
    const std::vector<bool> reached = reachedFromSources(input, *graph, blocked);
    Redundancy redundancy;
    for (const std::size_t cord : graph->in[node]) {
        if (!reached[graph->cords[cord].from]) continue;
        (graph->cords[cord].feed == Feed::A ? redundancy.feedA : redundancy.feedB) = true;
    }
    if (!reached[node]) return redundancy;
    for (std::size_t element = 0; element < graph->elementCount; ++element) {
        if (!reached[element]) continue;
        blocked[element] = true;
        if (!reachedFromSources(input, *graph, blocked, Sources::WithGenerators)[node]) {
            redundancy.singlePoints.push_back(input.elements[element].id);
        }
        blocked[element] = false;
    }
    return redundancy;
}

ChainInput withoutElements(ChainInput input, std::span<const ItemId> failed) {
    const auto isFailed = [failed](ItemId id) {
        return std::find(failed.begin(), failed.end(), id) != failed.end();
    };
    std::erase_if(input.elements, [&](const Element& element) { return isFailed(element.id); });
    std::erase_if(input.links,
                  [&](const Link& link) { return isFailed(link.from) || isFailed(link.to); });
    return input;
}

}  // namespace halltwin::power
