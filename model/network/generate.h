// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::network {

/// The fabric over the racks of the project with its changes by hand; switches are not placed yet
/// (placement.h). Never fails: what cannot be built says why in the plan's issues.
[[nodiscard]] FabricPlan generateFabric(const Project& project, const Catalog& catalog,
                                        const Fabric& fabric);

/// As above without the changes by hand: what the fabric's figures alone give.
[[nodiscard]] FabricPlan generateUnedited(const Project& project, const Catalog& catalog,
                                          const Fabric& fabric);

/// Changes by hand of the fabric in the order in which they apply.
[[nodiscard]] std::vector<FabricEdit> editsOf(const Project& project, const Fabric& fabric);

/// All fabrics of the project in the order of their ids.
[[nodiscard]] std::vector<FabricPlan> generateFabrics(const Project& project,
                                                      const Catalog& catalog);

}  // namespace halltwin::network
