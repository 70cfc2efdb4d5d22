// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds a chilled-water link, in the direction of the supply. Fails with NotFound on an unknown
/// item, InvalidArgument on a link to itself, DuplicateId when the two are joined already.
struct ConnectCooling {
    ItemId from;
    ItemId to;
};

[[nodiscard]] Result<Project> apply(const Project& before, const ConnectCooling& edit);
[[nodiscard]] EditLabel label(const ConnectCooling& edit);

}  // namespace halltwin::edit
