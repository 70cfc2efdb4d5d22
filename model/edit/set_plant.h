// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces how the cooling plant is run. Fails with OutOfRange on a field that is out of its range.
struct SetPlant {
    PlantControl plant;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetPlant& edit);
[[nodiscard]] EditLabel label(const SetPlant& edit);

}  // namespace halltwin::edit
