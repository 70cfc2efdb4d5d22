// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view traceFormula =
    "at the sources = at the load + Σ of its part of every loss; part of an element's loss = its "
    "output for this load / its output · its loss, part of a cable's loss likewise";

/// What an element does for one load.
struct TracedElement {
    ItemId id;
    Power output;  ///< that ends in this load
    Power loss;    ///< this load's part, as its output's part of the whole
    bool isSource = false;
    int step = 0;  ///< cords between it and the load, at most

    [[nodiscard]] Power input() const { return output + loss; }
};

/// What a cord does for one load.
struct TracedCord {
    std::size_t link = 0;  ///< of the chain, by index
    Power delivered;       ///< at its lower end
    Power loss;
};

/// The way of a load's power from the sources, losses shared out by power.
struct Trace {
    ItemId load;
    Power supplied;
    std::vector<TracedElement> elements;  ///< from the load up, by step, then as in the chain
    std::vector<TracedCord> cords;        ///< in the order of the chain
    Power drawn;                          ///< from all sources, for this load
    Power elementLosses;
    Power cableLosses;

    /// Zero but for rounding.
    [[nodiscard]] Power residual() const { return drawn - supplied - elementLosses - cableLosses; }
    /// Watts at the sources for one watt at the load; 0 where nothing reaches it.
    [[nodiscard]] double perWatt() const { return supplied.si() > 0.0 ? drawn / supplied : 0.0; }
};

/// Follows the power of a load up to the sources. A dark load gives an empty trace. `result` is
/// what solveChain made of `input`. Fails with NotFound where no load has this id.
[[nodiscard]] Result<Trace> traceLoad(const ChainInput& input, const ChainResult& result,
                                      ItemId load);

}  // namespace halltwin::power
