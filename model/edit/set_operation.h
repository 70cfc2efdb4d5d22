// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Set-points of coolers and of what cools water, with the control of the plant, in one step. Only
/// `supplyTemperature` is taken from the items. Fails with NotFound on an unknown item and with
/// OutOfRange on a field that is out of its range.
struct SetOperation {
    std::vector<Item> items;
    PlantControl plant;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetOperation& edit);
[[nodiscard]] EditLabel label(const SetOperation& edit);

/// What leads from one project to another in set-points and control of the plant.
[[nodiscard]] SetOperation operationOf(const Project& before, const Project& after);

}  // namespace halltwin::edit
