// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_study.h"
#include "model/network/paths.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::network {

/// A link on a way and its part of what one end sends the other.
struct WayArc {
    ArcIndex arc = 0;
    double share = 0.0;  ///< when all shortest ways get the same

    bool operator==(const WayArc&) const = default;
};

/// All shortest ways from one device to another.
struct WaysBetween {
    DeviceIndex from = 0;
    DeviceIndex to = 0;
    std::uint32_t hops = 0;       ///< cables of a way; 0: there is none
    double ways = 0.0;            ///< parallel cables count apart
    DataRate rate;                ///< with all ways used evenly and nothing else on the fabric
    ArcIndex bottleneck = noArc;  ///< the link that is full at that rate, of equals the most loaded
    std::vector<WayArc> arcs;     ///< nearest to `from` first
    Length shortest;              ///< cable of the way with least of it
    Length longest;
    std::size_t unrouted = 0;  ///< links on the ways whose cable has no length

    [[nodiscard]] bool isReachable() const { return hops > 0; }
};

/// The ways on the fabric without what is lost. `study` says how loaded links are; none: not at
/// all. 100,000 GPUs take some milliseconds: call it in a worker. `from` and `to` are devices of
/// the fabric.
[[nodiscard]] WaysBetween waysBetween(const PlannedFabric& fabric, const FabricStudy* study,
                                      DeviceIndex from, DeviceIndex to);

}  // namespace halltwin::network
