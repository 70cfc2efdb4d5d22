// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Adds changes by hand, under fresh ids in the given order. Fails with NotFound on an unknown
/// fabric or rack, OutOfRange on a field out of its range, InvalidArgument on none. Whether a name
/// is one of the fabric's is known when the fabric is generated (model/network).
struct AddFabricEdits {
    std::vector<FabricEdit> edits;
};

[[nodiscard]] Result<Project> apply(const Project& before, const AddFabricEdits& edit);
[[nodiscard]] EditLabel label(const AddFabricEdits& edit);

/// Takes changes by hand back. Fails with NotFound on an unknown one.
struct RemoveFabricEdits {
    std::vector<FabricEditId> ids;
};

[[nodiscard]] Result<Project> apply(const Project& before, const RemoveFabricEdits& edit);
[[nodiscard]] EditLabel label(const RemoveFabricEdits& edit);

}  // namespace halltwin::edit
