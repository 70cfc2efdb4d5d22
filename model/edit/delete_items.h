// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Removes items and the power and cooling links that touch them. Fails with NotFound on an unknown
/// item.
struct DeleteItems {
    std::vector<ItemId> ids;
};

[[nodiscard]] Result<Project> apply(const Project& before, const DeleteItems& edit);
[[nodiscard]] EditLabel label(const DeleteItems& edit);

}  // namespace halltwin::edit
