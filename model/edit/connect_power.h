// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Adds a power link from a source to what it supplies. Fails with NotFound on an unknown item,
/// InvalidArgument on a link to itself, DuplicateId when the two are joined on this feed already.
/// Whether the kinds fit is a design rule (checkRules), not an error: a designer may draw in any
/// order.
struct ConnectPower {
    ItemId from;
    ItemId to;
    Feed feed = Feed::A;
};

[[nodiscard]] Result<Project> apply(const Project& before, const ConnectPower& edit);
[[nodiscard]] EditLabel label(const ConnectPower& edit);

}  // namespace halltwin::edit
