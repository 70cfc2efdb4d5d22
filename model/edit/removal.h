// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"

#include <unordered_set>

namespace halltwin::edit {

/// The project without these items and without the links and fabric changes that
/// name them.
[[nodiscard]] Project withoutItems(const Project& before, const std::unordered_set<ItemId>& gone);

}  // namespace halltwin::edit
