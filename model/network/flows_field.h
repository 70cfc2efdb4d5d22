// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/flows_ends.h"

namespace halltwin::network {

/// Water-filling with adaptive routing for demands whose links are too many to list: in each round
/// the rates run down the shortest ways of every target at once, so the cost is rounds × targets ×
/// links, whatever the number of demands; rounds are few, since far necks fill up at once. Gives
/// what fillStreams gives with spreadStreams. Runs on all processors; sums have a fixed order.
/// Fails with Cancelled.
[[nodiscard]] Result<FilledFlows> fillField(const FlowEnds& ends, const std::stop_token& stop);

}  // namespace halltwin::network
