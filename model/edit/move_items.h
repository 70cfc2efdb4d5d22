// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Moves items within their halls. Fails with NotFound on an unknown item, OutOfRange when one
/// would end up off the range of positions, InvalidArgument when nothing is named or the distance
/// is not a number.
struct MoveItems {
    std::vector<ItemId> ids;
    Length dx;
    Length dy;
};

[[nodiscard]] Result<Project> apply(const Project& before, const MoveItems& edit);
[[nodiscard]] EditLabel label(const MoveItems& edit);

}  // namespace halltwin::edit
