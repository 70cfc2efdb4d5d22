// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <cstddef>
#include <vector>

namespace halltwin::edit {

/// Items with the links among them: what a clipboard holds. Links to anything else are not part of
/// it.
struct ItemGroup {
    std::vector<Item> items;
    std::vector<PowerLink> powerLinks;
    std::vector<CoolingLink> coolingLinks;

    bool operator==(const ItemGroup&) const = default;
};

/// The named items, in the order of their ids. Unknown ids are passed over.
[[nodiscard]] ItemGroup copyItems(const Project& project, const std::vector<ItemId>& ids);

/// Where a copy of a group goes: `hall` replaces each item's own hall when it is valid.
struct GroupPlacement {
    HallId hall;
    Length dx;
    Length dy;
};

inline constexpr std::size_t maximumItemsPerEdit = 100000;

/// Adds a copy of the group for each placement, under fresh ids, its links joined to the copies.
/// Labels that are taken count on to the next free one ("R12" → "R13"). Fails as PlaceItems does,
/// with DanglingReference on a link out of the group, and with OverLimit above maximumItemsPerEdit.
[[nodiscard]] Result<Project> insertGroup(const Project& before, const ItemGroup& group,
                                          const std::vector<GroupPlacement>& placements);

}  // namespace halltwin::edit
