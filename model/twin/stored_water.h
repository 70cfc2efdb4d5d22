// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

namespace halltwin::twin {

/// Cold water that tanks hold for a hall: of all tanks upstream of what takes cooling in it, along
/// the cooling links of its own loops, each counted once.
[[nodiscard]] Volume storedWater(const Project& project, const Catalog& catalog, HallId hall);

}  // namespace halltwin::twin
