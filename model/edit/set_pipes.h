// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Replaces cooling links by new values of the same id: length, bore and insulation of their pipes.
/// What they join stays. Fails with NotFound on an unknown link, InvalidArgument where an end
/// differs, OutOfRange on a field out of its range.
struct SetPipes {
    std::vector<CoolingLink> links;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetPipes& edit);
[[nodiscard]] EditLabel label(const SetPipes& edit);

}  // namespace halltwin::edit
