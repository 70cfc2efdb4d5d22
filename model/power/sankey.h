// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"
#include "model/power/diagram_graph.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

/// All elements or loads of one kind at one place of the way from the sources: boards before the
/// UPS and boards behind it are two.
struct SankeyNode {
    ItemKind kind = ItemKind::Pdu;
    bool isLoad = false;
    int column = 0;  ///< from the sources, 0 on; loads stand in the last
    std::size_t count = 0;
    Power input;      ///< with the losses of the cords that bring it; of sources: what they put in
    Power loss;       ///< of the elements
    Power cableLoss;  ///< of the cords that enter them

    [[nodiscard]] Power output() const { return input - loss - cableLoss; }
};

/// Power from one node to another, at the upper end of the cords.
struct SankeyBand {
    std::size_t from = 0;
    std::size_t to = 0;
    Power power;
};

/// Where the power of a chain goes, and the books: sources = supplied + element losses + cable
/// losses + residual.
struct Sankey {
    std::vector<SankeyNode> nodes;  ///< by column
    std::vector<SankeyBand> bands;
    Power sources;
    Power supplied;
    Power elementLosses;
    Power cableLosses;

    [[nodiscard]] Power residual() const {
        return sources - supplied - elementLosses - cableLosses;
    }
};

/// Adds up a solved chain by kind. `result` is what solveChain made of `input`.
[[nodiscard]] Sankey sankeyOf(const ChainInput& input, const ChainResult& result,
                              const LoadKind& kindOf);

}  // namespace halltwin::power
