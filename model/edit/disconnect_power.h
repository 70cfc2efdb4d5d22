// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Removes power links. Fails with NotFound on an unknown link.
struct DisconnectPower {
    std::vector<PowerLinkId> ids;
};

[[nodiscard]] Result<Project> apply(const Project& before, const DisconnectPower& edit);
[[nodiscard]] EditLabel label(const DisconnectPower& edit);

}  // namespace halltwin::edit
