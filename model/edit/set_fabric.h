// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds the fabric under a fresh id when its own is zero, replaces the one of its id otherwise.
/// Fails with NotFound on an unknown id or hall, OutOfRange on a field out of its range,
/// InvalidArgument on an empty name.
struct SetFabric {
    Fabric fabric;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetFabric& edit);
[[nodiscard]] EditLabel label(const SetFabric& edit);

/// Removes a fabric with its changes by hand. Fails with NotFound on an unknown one.
struct RemoveFabric {
    FabricId id;
};

[[nodiscard]] Result<Project> apply(const Project& before, const RemoveFabric& edit);
[[nodiscard]] EditLabel label(const RemoveFabric& edit);

}  // namespace halltwin::edit
