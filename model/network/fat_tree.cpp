// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fat_tree.h"

#include "model/network/clos.h"
#include "model/network/fabric_rules.h"
#include "model/network/leaf_spine.h"

#include <algorithm>

namespace halltwin::network {

Generated generateFatTree(const FabricInput& input, int tiers) {
    constexpr int leastPorts = 4;
    const int radix = input.leaf.ports;
    for (const SwitchKind* kind : {&input.leaf, &input.spine}) {
        if (kind->ports < leastPorts)
            return tl::unexpected(radixSmall(input.name, leastPorts, kind->ports, kind->key));
        if (kind->ports % 2 != 0) return tl::unexpected(oddRadix(input.name, kind->ports));
    }
    if (tiers == 0 && fitsOneSwitch(input)) return singleSwitch(input);
    const LeafFill fill = fillLeaves(input.hosts, radix / 2);
    const ClosLeaves leaves{fill.leaves, radix / 2, radix / 2, 1};
    const auto shape = shapeClos(leaves, input.spine.ports, tiers);
    if (!shape) {
        const std::size_t most = mostClosLeaves(leaves, input.spine.ports, tiers);
        return tl::unexpected(
            tooManyHosts(input.name, input.hosts.size(), hostsOn(input, most, radix / 2)));
    }
    Graph graph = hostsOf(input);
    const DeviceIndex firstLeaf = addFilledLeaves(graph, input, fill, shape->podLeaves);
    addClosTop(graph, input, firstLeaf, leaves, *shape);
    return graph;
}

}  // namespace halltwin::network
