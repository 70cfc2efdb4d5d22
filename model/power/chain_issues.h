// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"

#include <string>
#include <vector>

namespace halltwin::power {

/// Name for messages; "item 7" where there is none.
[[nodiscard]] std::string displayName(const Element& element);
[[nodiscard]] std::string displayName(const Load& load);

/// What the solved chain breaks, in the order: links, loops, wiring (chain_rules.h), elements,
/// cords, loads.
[[nodiscard]] std::vector<Issue> chainIssues(const Network& network, const ChainResult& result);

}  // namespace halltwin::power
