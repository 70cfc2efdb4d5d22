// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

namespace halltwin::network {

/// Folded Clos network of switches with k ports, half of them down and half up: with three tiers it
/// holds k³/4 hosts of one port with 5k²/4 switches.  Source: M. Al-Fares, A. Loukissas, A. Vahdat,
/// A Scalable, Commodity Data Center Network Architecture, SIGCOMM 2008.
/// A host keeps to one leaf where it fits. Fewer hosts get fewer pods, and each group of cores as
/// few switches as keep the cables even (clos.h). `tiers` 0: as few of 1, 2, 3 as hold all hosts.
/// Fails with radix-small, odd-radix or too-many-hosts.
[[nodiscard]] Generated generateFatTree(const FabricInput& input, int tiers);

}  // namespace halltwin::network
