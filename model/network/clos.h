// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

#include <optional>
#include <vector>

namespace halltwin::network {

/// Leaves of a folded Clos network before their uplinks: `uplinks` ports of each, from port
/// `downPorts` on, go up.
struct ClosLeaves {
    int count = 0;
    int downPorts = 0;
    int uplinks = 0;
    int unitLeaves = 0;  ///< of a scalable unit, which stays in one pod; 1 where there is none
};

/// What stands above the leaves.
struct ClosShape {
    int spines = 0;     ///< of each pod; of the whole with two tiers
    int podLeaves = 0;  ///< most of one pod; 0 with two tiers
    int pods = 1;
    int spineUplinks = 0;  ///< of each spine of a pod
    int cores = 0;         ///< of each group: spine number s of every pod joins group s
};

/// As few switches of `ports` ports as give each of `below` switches its `uplinks` cables, the same
/// number to each: the smallest divisor of `uplinks` that leaves no switch short of ports. None
/// when there are more switches below than ports. This is the rule behind the spine counts of
/// NVIDIA's DGX SuperPOD reference architecture: 4, 8, 16, 16 spines for 8, 16, 24, 32 leaves.
[[nodiscard]] std::optional<int> evenSwitches(int below, int uplinks, int ports);

/// Two tiers where the leaves fit and `tiers` does not ask for three; otherwise pods of spines that
/// have as much up as down, below cores. None when the leaves are too many.
[[nodiscard]] std::optional<ClosShape> shapeClos(const ClosLeaves& leaves, int spinePorts,
                                                 int tiers);

/// The most leaves that shapeClos accepts.
[[nodiscard]] std::size_t mostClosLeaves(const ClosLeaves& leaves, int spinePorts, int tiers);

/// Adds spines and cores above the leaves, which begin at device `firstLeaf`, and their links.
void addClosTop(Graph& graph, const FabricInput& input, DeviceIndex firstLeaf,
                const ClosLeaves& leaves, const ClosShape& shape);

/// Which leaf each port of each host goes to, where a host keeps to one leaf: leaves fill in the
/// order of the hosts, and a host that does not fit whole begins the next; one with more ports than
/// a leaf has takes several.
struct LeafFill {
    std::vector<std::uint32_t> leafOfPort;  ///< host by host, port by port
    int leaves = 0;
    int mostUsed = 0;  ///< ports of the fullest leaf
};
[[nodiscard]] LeafFill fillLeaves(const std::vector<HostEnd>& hosts, int downPorts);

/// Adds the leaves of a fill, with `pod` = number / podLeaves when that is above 0, and the links
/// of the hosts. Returns the first leaf's index.
DeviceIndex addFilledLeaves(Graph& graph, const FabricInput& input, const LeafFill& fill,
                            int podLeaves);

}  // namespace halltwin::network
