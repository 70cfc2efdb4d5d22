// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/operating_point.h"
#include "model/twin/twin.h"

#include <vector>

namespace halltwin::twin {

/// One derivation for each key figure of a result, in the order of the tile row, with the numbers
/// that went in, and one of the room air that they rest on.
[[nodiscard]] std::vector<Derivation> deriveKpis(const TwinResult& result,
                                                 const OperatingPoint& point);

}  // namespace halltwin::twin
