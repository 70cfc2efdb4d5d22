// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/derivation.h"
#include "model/twin/operating_point.h"
#include "model/twin/twin.h"

namespace halltwin::twin {

/// How the room air of a result was calculated, key "air": its cell size as the value, its method
/// and the limits of that as the formula, and of each hall the grid, the books, how it came to rest
/// and what the grid moved most. The result must hold the air of a hall.
[[nodiscard]] Derivation deriveAir(const TwinResult& result, const OperatingPoint& point);

}  // namespace halltwin::twin
