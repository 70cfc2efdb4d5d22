// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces name, author, client and notes. Fails with InvalidArgument on an empty name.
struct SetInfo {
    ProjectInfo info;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetInfo& edit);
[[nodiscard]] EditLabel label(const SetInfo& edit);

}  // namespace halltwin::edit
