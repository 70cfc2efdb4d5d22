// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/contingency.h"
#include "model/power/hall_availability.h"
#include "model/power/redundancy_level.h"
#include "model/power/sizing.h"

#include <stop_token>
#include <vector>

namespace halltwin::views::diagram {

/// How a chain stands losses: what the tables of the window and the sheets of the report show, each
/// part with its own reason where there is none.
struct Resilience {
    Result<std::vector<power::Contingency>> failures;  ///< every single element out
    Result<power::RedundancyReport> redundancy;
    Result<std::vector<power::Headroom>> headroom;  ///< the fullest first
    Result<power::HallAvailability> availability;
};

/// Takes some tenths of a second for a hall of ten thousand processors; any thread. Parts that were
/// not reached when asked to stop fail with Cancelled.
[[nodiscard]] Resilience resilienceOf(const power::ChainInput& chain,
                                      const std::stop_token& stop = {});

}  // namespace halltwin::views::diagram
