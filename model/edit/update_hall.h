// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces the hall of the same id. Its items keep their positions: the rules report what now
/// stands outside. Fails with NotFound on an unknown hall, otherwise as AddHall does.
struct UpdateHall {
    Hall hall;
};

[[nodiscard]] Result<Project> apply(const Project& before, const UpdateHall& edit);
[[nodiscard]] EditLabel label(const UpdateHall& edit);

}  // namespace halltwin::edit
