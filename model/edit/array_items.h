// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Repeats items: `copies` more of each, the n-th moved by n · (dx, dy), with the links among them.
/// Taken labels count on ("R12" → "R13"). Fails as MoveItems does, with OutOfRange on copies
/// outside 1…maximumCopies, and with InvalidArgument when the pitch is zero, for the copies would
/// lie on each other.
struct ArrayItems {
    std::vector<ItemId> ids;
    int copies = 1;
    Length dx;
    Length dy;
};

inline constexpr int maximumCopies = 10000;

[[nodiscard]] Result<Project> apply(const Project& before, const ArrayItems& edit);
[[nodiscard]] EditLabel label(const ArrayItems& edit);

}  // namespace halltwin::edit
