// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"

#include <optional>
#include <vector>

namespace halltwin::network {

/// Applies the changes by hand in turn to a generated plan and notes the difference. A change that
/// cannot be made is passed over and becomes an issue; the others count. Names are those of the
/// graph as the changes before have left it. An end without a port takes its lowest free one.
/// A link that is removed and added again as it was is no difference.
void applyFabricEdits(FabricPlan& plan, const Catalog& catalog,
                      const std::vector<FabricEdit>& edits);

/// What keeps one more change from being made after those that the plan has; none: it can be.
[[nodiscard]] std::optional<Issue> whyRefused(FabricPlan plan, const Catalog& catalog,
                                              const FabricEdit& edit);

}  // namespace halltwin::network
