// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/edit/item_group.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds copied items, with the links among them, moved by (dx, dy), into a hall. Taken labels count
/// on. `group` may come from another project. Fails as insertGroup does.
struct PasteItems {
    ItemGroup group;
    HallId hall;  ///< target; invalid: each item's own hall
    Length dx;
    Length dy;
};

[[nodiscard]] Result<Project> apply(const Project& before, const PasteItems& edit);
[[nodiscard]] EditLabel label(const PasteItems& edit);

}  // namespace halltwin::edit
