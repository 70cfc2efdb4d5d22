// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/issue.h"
#include "model/twin/coupling.h"
#include "model/twin/piping.h"

#include <vector>

namespace halltwin::twin {

/// The pipes and heads of a result; empty where no pump that runs states a rated head.
[[nodiscard]] Piping drivenPiping(const OperatingPoint& point, const TwinResult& result);

/// Water of coolers and rear doors that get less than they ask for.
[[nodiscard]] WaterFlows starvedCoils(const OperatingPoint& point, const Piping& piping);

/// One for each pump set whose branches get less than they ask for, cooling.starved-branch: the
/// worst branch and its share, how many there are, and what limits.
[[nodiscard]] std::vector<Issue> starvedIssues(const OperatingPoint& point, const Piping& piping);

}  // namespace halltwin::twin
