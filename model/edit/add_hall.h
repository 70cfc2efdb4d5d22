// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds a hall. Fails OutOfRange on a field out of its range or a side that is not above zero.
struct AddHall {
    Hall hall;  ///< its id is ignored; a fresh one is given
};

[[nodiscard]] Result<Project> apply(const Project& before, const AddHall& edit);
[[nodiscard]] EditLabel label(const AddHall& edit);

}  // namespace halltwin::edit
