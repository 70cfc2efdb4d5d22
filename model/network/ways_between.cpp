// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/ways_between.h"

#include <algorithm>
#include <array>
#include <limits>

namespace halltwin::network {
namespace {

/// Parts of the flow from the source that each arc takes.
std::vector<WayArc> sharesFrom(const Wiring& wiring, const ShortestWays& ways, DeviceIndex from) {
    std::vector<double> part(wiring.deviceCount(), 0.0);
    part[from] = 1.0;
    std::vector<WayArc> taken;
    for (auto arc = ways.arcs().rbegin(); arc != ways.arcs().rend(); ++arc) {
        const double here = part[wiring.tail(*arc)];
        if (here <= 0.0) continue;
        const double share = here * ways.share(wiring, *arc);
        part[wiring.head(*arc)] += share;
        taken.push_back({*arc, share});
    }
    return taken;
}

void findBottleneck(WaysBetween& found, const Wiring& wiring, const FabricStudy* study) {
    constexpr double alike = 1.0 + 1e-9;
    double least = std::numeric_limits<double>::infinity();
    double load = -1.0;
    for (const WayArc& way : found.arcs) {
        const double rate = wiring.rate(way.arc).si() / way.share;
        const double here = study == nullptr ? 0.0 : study->load(way.arc / 2);
        if (rate > least * alike || (rate * alike >= least && here <= load)) continue;
        least = std::min(least, rate);
        load = here;
        found.bottleneck = way.arc;
    }
    found.rate = DataRate::fromSi(least);
}

/// Least and most cable of the ways, from the target back to the source.
void measureCables(WaysBetween& found, const Wiring& wiring, const FabricCables& cables) {
    constexpr double none = -1.0;
    std::vector<std::array<double, 2>> left(wiring.deviceCount(), {none, none});
    left[found.to] = {0.0, 0.0};
    for (auto way = found.arcs.rbegin(); way != found.arcs.rend(); ++way) {
        const LinkIndex link = way->arc / 2;
        const bool isRouted = link < cables.cables.size() && cables.cables[link].route != noRoute;
        if (!isRouted) ++found.unrouted;
        const double lengthM = isRouted ? cables.cables[link].length.si() : 0.0;
        const auto& ahead = left[wiring.head(way->arc)];
        auto& here = left[wiring.tail(way->arc)];
        here = {here[0] < 0.0 ? ahead[0] + lengthM : std::min(here[0], ahead[0] + lengthM),
                std::max(here[1], ahead[1] + lengthM)};
    }
    found.shortest = metres(left[found.from][0]);
    found.longest = metres(left[found.from][1]);
}

}  // namespace

WaysBetween waysBetween(const PlannedFabric& fabric, const FabricStudy* study, DeviceIndex from,
                        DeviceIndex to) {
    WaysBetween found;
    found.from = from;
    found.to = to;
    if (from == to) return found;
    const Graph& graph = fabric.plan().graph;
    const bool isWhole = study == nullptr || study->loss.isEmpty();
    const Wiring wiring = isWhole ? Wiring(graph) : Wiring(without(graph, study->loss));
    ShortestWays ways;
    ways.search(wiring, to, std::array{from});
    if (ways.distance(from) == unreachable) return found;
    found.hops = ways.distance(from);
    found.ways = ways.count(from);
    found.arcs = sharesFrom(wiring, ways, from);
    findBottleneck(found, wiring, study);
    measureCables(found, wiring, fabric.cables());
    return found;
}

}  // namespace halltwin::network
