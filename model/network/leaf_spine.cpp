// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/leaf_spine.h"

#include "model/network/clos.h"
#include "model/network/fabric_rules.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halltwin::network {
namespace {

/// The most ports down, in whole hosts where a leaf holds one, with the uplinks that they need.
/// Zero when a leaf has too few ports for any.
int downPortsFor(const FabricInput& input, double oversubscription) {
    const int perHost = std::max(1, mostHostPorts(input));
    for (int down = input.leaf.ports - 1; down > 0; --down) {
        const int whole = down >= perHost ? down - down % perHost : down;
        if (whole + uplinksFor(input, whole, oversubscription) <= input.leaf.ports) return whole;
    }
    return 0;
}

struct ShapedLeaves {
    ClosLeaves leaves;
    ClosShape shape;
};

/// Uplinks from the fewest to all that a leaf has left, the number that needs the fewest switches
/// above: a prime number of uplinks would need a spine each.
std::optional<ShapedLeaves> bestShape(const FabricInput& input, ClosLeaves leaves, int tiers) {
    std::optional<ShapedLeaves> best;
    int fewest = 0;
    for (; leaves.downPorts + leaves.uplinks <= input.leaf.ports; ++leaves.uplinks) {
        const auto shape = shapeClos(leaves, input.spine.ports, tiers);
        if (!shape) continue;
        const int switches = shape->pods * shape->spines + shape->spines * shape->cores;
        if (best && switches >= fewest) continue;
        fewest = switches;
        best = ShapedLeaves{leaves, *shape};
    }
    return best;
}

}  // namespace

int uplinksFor(const FabricInput& input, int down, double oversubscription) {
    const DataRate host = std::min(fastestHost(input), input.leaf.speed);
    const DataRate up = std::min(input.leaf.speed, input.spine.speed);
    constexpr double rounding = 1e-9;
    const double wanted = down * (host / up) / oversubscription;
    constexpr double beyondAnySwitch = 1e6;
    return std::max(1, static_cast<int>(std::ceil(std::min(wanted, beyondAnySwitch) - rounding)));
}

bool fitsOneSwitch(const FabricInput& input) {
    int ports = 0;
    for (const HostEnd& host : input.hosts) {
        ports += host.ports;
        if (ports > input.leaf.ports) return false;
    }
    return true;
}

Graph singleSwitch(const FabricInput& input) {
    Graph graph = hostsOf(input);
    addFilledLeaves(graph, input, fillLeaves(input.hosts, input.leaf.ports), 0);
    return graph;
}

Generated generateLeafSpine(const FabricInput& input, double oversubscription, int tiers) {
    if (tiers == 0 && fitsOneSwitch(input)) return singleSwitch(input);
    const int down = downPortsFor(input, oversubscription);
    if (down == 0)
        return tl::unexpected(radixSmall(input.name, 2, input.leaf.ports, input.leaf.key));
    const LeafFill fill = fillLeaves(input.hosts, down);
    ClosLeaves leaves{fill.leaves, down, uplinksFor(input, down, oversubscription), 1};
    const auto best = bestShape(input, leaves, tiers);
    if (!best) {
        const std::size_t most = mostClosLeaves(leaves, input.spine.ports, tiers);
        return tl::unexpected(
            tooManyHosts(input.name, input.hosts.size(), hostsOn(input, most, down)));
    }
    Graph graph = hostsOf(input);
    const DeviceIndex firstLeaf = addFilledLeaves(graph, input, fill, best->shape.podLeaves);
    addClosTop(graph, input, firstLeaf, best->leaves, best->shape);
    return graph;
}

}  // namespace halltwin::network
