// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Adds a copy of each item, and of the links among them, moved by (dx, dy) in the same hall. Taken
/// labels count on. Fails as MoveItems does.
struct DuplicateItems {
    std::vector<ItemId> ids;
    Length dx;
    Length dy;
};

[[nodiscard]] Result<Project> apply(const Project& before, const DuplicateItems& edit);
[[nodiscard]] EditLabel label(const DuplicateItems& edit);

}  // namespace halltwin::edit
