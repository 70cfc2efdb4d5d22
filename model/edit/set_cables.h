// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Replaces power links by new values of the same id: feed, phase, cable and breaker. What they
/// join stays. Fails with NotFound on an unknown link, InvalidArgument where an end differs,
/// OutOfRange on a field out of its range, DuplicateId when another link joins the same two on
/// this feed.
struct SetCables {
    std::vector<PowerLink> links;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetCables& edit);
[[nodiscard]] EditLabel label(const SetCables& edit);

}  // namespace halltwin::edit
