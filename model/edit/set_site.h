// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces the site. Fails with OutOfRange on a field that is out of its range.
struct SetSite {
    Site site;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetSite& edit);
[[nodiscard]] EditLabel label(const SetSite& edit);

}  // namespace halltwin::edit
