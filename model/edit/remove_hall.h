// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Removes a hall with all items in it, the links that touch them, its trays and the fabrics that
/// are of this hall alone. Fails with NotFound on an
/// unknown hall.
struct RemoveHall {
    HallId id;
};

[[nodiscard]] Result<Project> apply(const Project& before, const RemoveHall& edit);
[[nodiscard]] EditLabel label(const RemoveHall& edit);

}  // namespace halltwin::edit
