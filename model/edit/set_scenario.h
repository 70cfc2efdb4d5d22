// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds the scenario under a fresh id when its own is zero, replaces the one of its id otherwise.
/// Fails with NotFound on an unknown id, OutOfRange on a field out of its range, InvalidArgument on
/// an empty name.
struct SetScenario {
    Scenario scenario;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetScenario& edit);
[[nodiscard]] EditLabel label(const SetScenario& edit);

}  // namespace halltwin::edit
