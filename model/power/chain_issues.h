// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"
#include "model/power/graph.h"

#include <cstddef>
#include <string>
#include <vector>

namespace halltwin::power {

/// Name for messages; "item 7" where there is none.
[[nodiscard]] std::string displayName(const Element& element);
[[nodiscard]] std::string displayName(const Load& load);

/// What the solved chain breaks, in the order: links, loops, elements, loads.
[[nodiscard]] std::vector<Issue> chainIssues(const ChainInput& input, const Graph& graph,
                                             const std::vector<std::vector<std::size_t>>& loops,
                                             const ChainResult& result);

}  // namespace halltwin::power
