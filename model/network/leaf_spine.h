// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

namespace halltwin::network {

/// Folded Clos network whose leaves have `oversubscription` times as much rate down as up, or less:
/// r²/2 endpoints with two tiers of radix r and none. A host keeps to one leaf where it fits; every
/// leaf has the same number of cables to every spine. `tiers` 0: as few of 1, 2, 3 as hold all
/// hosts; with three, spines have as much up as down.
/// Fails with radix-small or too-many-hosts.
[[nodiscard]] Generated generateLeafSpine(const FabricInput& input, double oversubscription,
                                          int tiers);

[[nodiscard]] bool fitsOneSwitch(const FabricInput& input);

/// All hosts on one leaf; needs fitsOneSwitch.
[[nodiscard]] Graph singleSwitch(const FabricInput& input);

/// Fewest uplinks that keep to the oversubscription when `down` ports of a leaf go to hosts.
[[nodiscard]] int uplinksFor(const FabricInput& input, int down, double oversubscription);

}  // namespace halltwin::network
