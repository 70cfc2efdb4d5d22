// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

namespace halltwin::network {

/// Figures of a rail-optimised fabric.
struct RailFigures {
    int unitNodes = 32;             ///< servers of a scalable unit
    double oversubscription = 1.0;  ///< rate down / rate up of a leaf
    int tiers = 0;                  ///< 2 or 3; 0 = two where the leaves fit
};

/// Port i of every server of a scalable unit goes to leaf i of that unit, so that the GPUs of equal
/// number are one switch apart; above the leaves a folded Clos network. A leaf's pod is its unit
/// and its number the rail; with three tiers the pod of a spine is a group of whole units. A unit
/// keeps the cables upward of its full size when it is not full. Source: NVIDIA DGX SuperPOD
/// reference architecture (DGX H100): units of 32 servers, 8 rails. Fails with radix-small or
/// too-many-hosts.
[[nodiscard]] Generated generateRailOptimised(const FabricInput& input, const RailFigures& figures);

}  // namespace halltwin::network
