// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces prices and rates. Fails with OutOfRange on a field that is out of its range.
struct SetEconomics {
    Economics economics;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetEconomics& edit);
[[nodiscard]] EditLabel label(const SetEconomics& edit);

}  // namespace halltwin::edit
