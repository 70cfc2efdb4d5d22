// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"

#include <string>

namespace halltwin::cli {

/// The item's label as scripts see it; empty when it has none or there is no such item.
[[nodiscard]] inline std::string labelOf(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    return item == nullptr ? std::string{} : item->label;
}

}  // namespace halltwin::cli
