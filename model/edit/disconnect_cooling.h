// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Removes chilled-water links. Fails with NotFound on an unknown link.
struct DisconnectCooling {
    std::vector<CoolingLinkId> ids;
};

[[nodiscard]] Result<Project> apply(const Project& before, const DisconnectCooling& edit);
[[nodiscard]] EditLabel label(const DisconnectCooling& edit);

}  // namespace halltwin::edit
