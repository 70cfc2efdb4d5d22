// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/piping.h"

#include <vector>

namespace halltwin::twin {

/// What the heads of a loop's pumps are found from.
struct PumpHeadSource {
    const Project& project;
    const Catalog& catalog;
    const TwinResult& result;
    const std::vector<PipeAnswer>& pipes;
};

/// The loop as a network of pumps at full speed, pipes, control valves and coils. Empty where a
/// running pump of the loop states no rated head, or nothing flows.
[[nodiscard]] std::vector<PumpHead> pumpHeads(const cooling::LoopResult& loop,
                                              const PumpHeadSource& source);

}  // namespace halltwin::twin
