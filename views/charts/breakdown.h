// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"

#include <optional>
#include <vector>

namespace halltwin::views::charts {

/// Who takes the power that the utility feeds deliver: racks by their draw, plant by its draw,
/// elements of the electrical chain by their loss, the building (ItemKind::Wall) by its lights.
struct PowerPart {
    std::optional<ItemKind> kind;  ///< none: cables, by their loss
    Power power;
};

/// Parts above zero, in the order of ItemKind, cables last. They add up to the facility's power,
/// within the chain's residual, loads without a cord included. Items that are no longer in the
/// project are left out.
[[nodiscard]] std::vector<PowerPart> powerParts(const twin::TwinResult& result,
                                                const Project& project, const Catalog& catalog);

}  // namespace halltwin::views::charts
