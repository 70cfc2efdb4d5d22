// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"

#include <array>

namespace halltwin::network {

/// Nodes along x, y, z.
using TorusSides = std::array<int, 3>;

/// Three-dimensional torus without switches: port 2d of a server goes to its neighbour before it
/// along dimension d, port 2d + 1 to the one after it, round every line. A line of two is one
/// cable. Servers fill x first, then y, then z; where the last plane is not full the rings close
/// over the gaps. A host's pod is its plane.  Source of the form: N. Jouppi et al., TPU v4: An
/// Optically Reconfigurable Supercomputer for Machine Learning, ISCA 2023. Fails with radix-small
/// (a server has too few ports) or too-many-hosts.
[[nodiscard]] Generated generateTorus(const FabricInput& input, TorusSides sides);

/// As given; all 0: the most even sides that hold `hosts`. A single 0 counts as 1.
[[nodiscard]] TorusSides torusSides(std::size_t hosts, TorusSides given);

}  // namespace halltwin::network
