// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Adds the trays whose id is zero under fresh ids, replaces the others. Fails with NotFound on an
/// unknown id or hall, OutOfRange on a field out of its range, InvalidArgument on a tray without
/// length or on none.
struct SetTrays {
    std::vector<CableTray> trays;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetTrays& edit);
[[nodiscard]] EditLabel label(const SetTrays& edit);

/// Fails with NotFound on an unknown one.
struct RemoveTrays {
    std::vector<TrayId> ids;
};

[[nodiscard]] Result<Project> apply(const Project& before, const RemoveTrays& edit);
[[nodiscard]] EditLabel label(const RemoveTrays& edit);

}  // namespace halltwin::edit
