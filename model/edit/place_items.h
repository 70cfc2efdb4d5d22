// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <cstddef>
#include <vector>

namespace halltwin::edit {

/// Adds items; ids in the list are ignored, fresh ones are given in its order (see nextItemIds).
/// Fails with NotFound on an unknown hall, with OutOfRange on a field that is out of its range.
struct PlaceItems {
    std::vector<Item> items;
};

[[nodiscard]] Result<Project> apply(const Project& before, const PlaceItems& edit);
[[nodiscard]] EditLabel label(const PlaceItems& edit);

/// The ids that the next `count` items added to the project get, in order. The change set of an
/// applied edit lists them too, as `items.added`.
[[nodiscard]] std::vector<ItemId> nextItemIds(const Project& project, std::size_t count);

}  // namespace halltwin::edit
