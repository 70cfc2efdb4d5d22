// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Replaces items by new values of the same id, as the inspector does. Fails with NotFound on an
/// unknown item or hall, with OutOfRange on a field that is out of its range.
struct UpdateItems {
    std::vector<Item> items;
};

[[nodiscard]] Result<Project> apply(const Project& before, const UpdateItems& edit);
[[nodiscard]] EditLabel label(const UpdateItems& edit);

}  // namespace halltwin::edit
