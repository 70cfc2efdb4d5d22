// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/issue.h"
#include "model/twin/coupling.h"

#include <vector>

namespace halltwin::twin {

/// Rule checks, then what the power chain, the rooms and the plant found, each with the hall to
/// look in.
[[nodiscard]] std::vector<Issue> collectIssues(const OperatingPoint& point,
                                               const CoupledState& state);

}  // namespace halltwin::twin
