// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::edit {

/// Turns items counter-clockwise by quarter turns. One item keeps the lower-left corner of its
/// footprint, so it stays on the tile grid; several of one hall turn together about the centre of
/// the rectangle around them. Four turns, in one edit or in four, give the first layout back (to
/// rounding). Fails as MoveItems does.
struct RotateItems {
    std::vector<ItemId> ids;
    int quarterTurns = 1;
    const Catalog* catalog =
        nullptr;  ///< for the footprints; read during apply only. Null: stand-in sizes
};

[[nodiscard]] Result<Project> apply(const Project& before, const RotateItems& edit);
[[nodiscard]] EditLabel label(const RotateItems& edit);

}  // namespace halltwin::edit
