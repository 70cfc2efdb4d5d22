// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

namespace halltwin::network {

/// Figures of a dragonfly; what is 0 is balanced: a = 2p = 2h, with the largest p that the ports of
/// the switches allow (p + a − 1 + h = 4p − 1) or that fits what is given.
struct DragonflyFigures {
    int hostsPerSwitch = 0;  ///< p: host ports of a switch
    int groupSwitches = 0;   ///< a
    int globalLinks = 0;     ///< h: of a switch to other groups
};

/// Groups whose switches are all joined to each other; every two groups have the same number of
/// cables between them, at most a·h/(groups − 1). Up to a·h + 1 groups of a·p host ports.
/// Source: J. Kim, W. J. Dally, S. Scott, D. Abts, Technology-Driven, Highly-Scalable Dragonfly
/// Topology, ISCA 2008. Every switch is a leaf, its pod the group; a host keeps to one switch.
/// Fails with radix-small or too-many-hosts.
[[nodiscard]] Generated generateDragonfly(const FabricInput& input,
                                          const DragonflyFigures& figures);

/// The figures with what is 0 balanced for switches of `ports` ports.
[[nodiscard]] DragonflyFigures balancedDragonfly(const DragonflyFigures& figures, int ports);

}  // namespace halltwin::network
