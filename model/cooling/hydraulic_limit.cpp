// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_check.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

/// The links in one line with a link: from its ends on, as long as no third one joins.
std::vector<std::size_t> seriesOf(const HydraulicNetwork& network, std::size_t start) {
    std::vector<std::vector<std::size_t>> linksAt(network.nodes.size());
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        linksAt[network.links[n].from].push_back(n);
        linksAt[network.links[n].to].push_back(n);
    }
    std::vector<std::size_t> series{start};
    for (std::size_t node : {network.links[start].from, network.links[start].to}) {
        std::size_t link = start;
        while (linksAt[node].size() == 2) {
            link = linksAt[node][0] == link ? linksAt[node][1] : linksAt[node][0];
            if (link == start) return series;
            series.push_back(link);
            const HydraulicLink& next = network.links[link];
            node = next.from == node ? next.to : next.from;
        }
    }
    return series;
}

/// The valve in series with the coil that takes most pressure and could open further.
std::optional<std::size_t> throttlingValve(const HydraulicNetwork& network, std::size_t coil,
                                           const HydraulicResult& result) {
    std::optional<std::size_t> found;
    for (const std::size_t n : seriesOf(network, coil)) {
        const auto* valve = std::get_if<HydraulicValve>(&network.links[n].element);
        if (valve == nullptr || valve->opening >= 1.0) continue;
        const bool isMore = !found || std::abs(result.links[n].drop.si()) >
                                          std::abs(result.links[*found].drop.si());
        if (isMore) found = n;
    }
    return found;
}

std::optional<std::size_t> fullestPump(const HydraulicNetwork& network, const HydraulicParts& parts,
                                       std::size_t coil, const HydraulicResult& result) {
    std::optional<std::size_t> found;
    double fullest = -1.0;
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        const HydraulicLink& link = network.links[n];
        const auto* pump = std::get_if<HydraulicPump>(&link.element);
        const bool isNear =
            parts.partOfNode[link.from] == parts.partOfNode[network.links[coil].from];
        if (pump == nullptr || !isNear) continue;
        const double most = mostFlow(*pump).si();
        const double fill = most > 0.0 ? result.links[n].flow.si() / most : 0.0;
        if (fill <= fullest) continue;
        fullest = fill;
        found = n;
    }
    return found;
}

}  // namespace

void findLimit(const HydraulicNetwork& network, const HydraulicParts& parts,
               HydraulicResult& result) {
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        const auto* coil = std::get_if<HydraulicCoil>(&network.links[n].element);
        if (coil == nullptr) continue;
        const double share = std::abs(result.links[n].flow / coil->designFlow);
        if (result.indexCoil && share >= result.indexShare) continue;
        result.indexCoil = n;
        result.indexShare = share;
    }
    constexpr double slack = 1e-6;
    if (!result.indexCoil || result.indexShare >= 1.0 - slack) return;
    result.limitingLink = throttlingValve(network, *result.indexCoil, result);
    if (result.limitingLink) {
        result.limit = FlowLimit::Valve;
        return;
    }
    result.limitingLink = fullestPump(network, parts, *result.indexCoil, result);
    if (result.limitingLink) result.limit = FlowLimit::Pump;
}

}  // namespace halltwin::cooling
