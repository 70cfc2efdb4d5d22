// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/hydraulic_network.h"

#include <cstddef>
#include <vector>

namespace halltwin::cooling {

/// The separate parts of a network: for each node the number of its part.
struct HydraulicParts {
    std::vector<std::size_t> partOfNode;
    std::size_t count = 0;
};

[[nodiscard]] HydraulicParts partsOf(const HydraulicNetwork& network);

/// Everything that can be told before solving; see solveHydraulics.
[[nodiscard]] Result<void> checkHydraulics(const HydraulicNetwork& network,
                                           const HydraulicParts& parts);

/// Figures, node numbers and links, which partsOf relies on.
[[nodiscard]] Result<void> checkFigures(const HydraulicNetwork& network);

/// Finds the coil that is served worst and what keeps it so.
void findLimit(const HydraulicNetwork& network, const HydraulicParts& parts,
               HydraulicResult& result);

}  // namespace halltwin::cooling
