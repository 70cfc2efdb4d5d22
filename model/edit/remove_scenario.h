// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Removes a scenario. Fails with NotFound on an unknown one.
struct RemoveScenario {
    ScenarioId id;
};

[[nodiscard]] Result<Project> apply(const Project& before, const RemoveScenario& edit);
[[nodiscard]] EditLabel label(const RemoveScenario& edit);

}  // namespace halltwin::edit
