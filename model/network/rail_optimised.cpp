// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/rail_optimised.h"

#include "model/network/clos.h"
#include "model/network/fabric_rules.h"
#include "model/network/leaf_spine.h"

#include <algorithm>

namespace halltwin::network {
namespace {

DeviceIndex addRails(Graph& graph, const FabricInput& input, int units, int unitNodes) {
    const int rails = std::max(1, mostHostPorts(input));
    const auto firstLeaf = static_cast<DeviceIndex>(graph.devices.size());
    for (int unit = 0; unit < units; ++unit) {
        for (int rail = 0; rail < rails; ++rail) {
            Device leaf;
            leaf.tier = 1;
            leaf.pod = unit;
            leaf.number = rail;
            leaf.ports = static_cast<std::uint16_t>(input.leaf.ports);
            graph.devices.push_back(leaf);
        }
    }
    for (DeviceIndex host = 0; host < input.hosts.size(); ++host) {
        const int unit = static_cast<int>(host) / unitNodes;
        const int place = static_cast<int>(host) % unitNodes;
        graph.devices[host].pod = unit;
        graph.devices[host].number = place;
        const HostEnd& end = input.hosts[host];
        for (std::uint16_t rail = 0; rail < end.ports; ++rail) {
            graph.links.push_back({host, firstLeaf + static_cast<DeviceIndex>(unit * rails + rail),
                                   rail, static_cast<std::uint16_t>(place),
                                   std::min(end.rate, input.leaf.speed)});
        }
    }
    return firstLeaf;
}

}  // namespace

Generated generateRailOptimised(const FabricInput& input, const RailFigures& figures) {
    const int unitNodes = std::max(1, figures.unitNodes);
    const int uplinks = uplinksFor(input, unitNodes, figures.oversubscription);
    if (unitNodes + uplinks > input.leaf.ports) {
        return tl::unexpected(
            radixSmall(input.name, unitNodes + uplinks, input.leaf.ports, input.leaf.key));
    }
    const int rails = std::max(1, mostHostPorts(input));
    const int hosts = static_cast<int>(input.hosts.size());
    const int units = (hosts + unitNodes - 1) / unitNodes;
    const ClosLeaves leaves{units * rails, unitNodes, uplinks, rails};
    const auto shape = shapeClos(leaves, input.spine.ports, figures.tiers);
    if (!shape) {
        if (rails > input.spine.ports / 2)
            return tl::unexpected(
                radixSmall(input.name, 2 * rails, input.spine.ports, input.spine.key));
        const std::size_t most = mostClosLeaves(leaves, input.spine.ports, figures.tiers) /
                                 static_cast<std::size_t>(rails);
        return tl::unexpected(tooManyHosts(input.name, input.hosts.size(),
                                           most * static_cast<std::size_t>(unitNodes)));
    }
    Graph graph = hostsOf(input);
    const DeviceIndex firstLeaf = addRails(graph, input, units, unitNodes);
    addClosTop(graph, input, firstLeaf, leaves, *shape);
    return graph;
}

}  // namespace halltwin::network
