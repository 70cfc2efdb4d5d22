// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"

#include <vector>

namespace halltwin::power {

/// What is wrong with a chain as it is drawn, before any load: power.voltage-mismatch and
/// power.phase-mismatch (two ends of a cord that do not fit), power.voltage-missing (a cable or
/// breaker whose current cannot be told), power.parallel-sources (an element that joins two sources
/// without a tie: neither a transfer switch nor a switchboard, nor behind a rectifier),
/// power.no-charger (a battery that nothing charges), power.rating-negative, power.efficiency (a
/// loss law that gives more than it takes; solved without loss).
[[nodiscard]] std::vector<Issue> wiringIssues(const Network& network);

/// What a solved chain overloads between its elements: power.breaker-overload and
/// power.breaker-continuous (above 80 % of the rated current), power.branch-drop and
/// power.voltage-drop (voltageDropSource), power.imbalance and power.phase-overload (a phase above
/// a third of the rating).
[[nodiscard]] std::vector<Issue> loadingIssues(const Network& network, const ChainResult& result);

}  // namespace halltwin::power
