// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"

#include <map>

namespace halltwin {

/// Rear doors by the rack on which each hangs: same rotation, its front within 50 mm of the rack's
/// rear, and at least half of the rack covered. Of several doors at one rack the first by id
/// counts.
[[nodiscard]] std::map<ItemId, ItemId> rearDoorsByRack(const Project& project,
                                                       const Catalog& catalog);

}  // namespace halltwin
