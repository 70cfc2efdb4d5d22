// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/flows.h"

namespace halltwin::network {

/// Part of a group's traffic that meets the fabric at a device or passes a link.
template <class Place>
struct PartAt {
    Place place{};
    double share = 0.0;
};

/// Where a group of ports meets the fabric. A named port is its link and the device behind it; a
/// host with any port is itself the place where shortest ways begin.
struct GroupEnds {
    std::vector<ArcIndex> memberArcs;         ///< out of the host, by member; noArc: any port
    std::vector<PartAt<ArcIndex>> arcs;       ///< of named ports; arc ^ 1 leads into the host
    std::vector<PartAt<DeviceIndex>> points;  ///< where paths begin or end; each device once
    DeviceIndex onlyHost = unreachable;       ///< the one host of all members, if there is one
    bool isAlive = false;                     ///< every member has a living link
};

/// A demand's part that ends at one device.
struct PartTo {
    std::uint32_t demand = 0;
    double share = 0.0;
};

/// Traffic as the solvers want it: by the device where it ends.
struct FlowEnds {
    const Traffic& traffic;
    Wiring wiring;
    std::vector<GroupEnds> groups;
    std::vector<DeviceIndex> targets;
    std::vector<std::vector<PartTo>> parts;  ///< by target
    std::vector<std::uint32_t> targetOf;     ///< index into targets, by device; or unreachable
    std::vector<std::vector<DeviceIndex>> sources;  ///< by target: where its parts begin
    std::vector<FlowLimit> limits;                  ///< by demand; Link: to be solved
    std::uint32_t hops = 0;                         ///< links of the longest way
};

/// What a solver hands back; rates by demand, loads by arc.
struct FilledFlows {
    std::vector<double> meanBitPerS;
    std::vector<double> slowestBitPerS;
    std::vector<ArcIndex> bottleneck;
    std::vector<double> loadBitPerS;
    std::vector<double> deviceInBitPerS;  ///< what enters the fabric at a device, less what leaves
};

/// Adds what the members of a group put into the fabric, alike for each.
void addMembers(const std::vector<PortRef>& members, double bitPerS, std::vector<double>& deviceIn);

[[nodiscard]] FlowEnds findEnds(const Graph& graph, const Traffic& traffic);

}  // namespace halltwin::network
