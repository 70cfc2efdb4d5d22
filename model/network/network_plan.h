// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_bill.h"
#include "model/network/cable_layout.h"
#include "model/network/fabric_figures.h"
#include "model/network/fabric_plan.h"
#include "model/network/rack_elevation.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::network {

/// All networks of a project: generated, changed by hand, placed and cabled. `fabrics`,
/// `cables.layout.fabrics` and `figures` are in the order of the project's fabrics.
struct NetworkPlan {
    std::vector<FabricPlan> fabrics;
    RoutedCables cables;
    std::vector<RackElevation> racks;
    std::vector<BillLine> bill;
    std::vector<FabricFigures> figures;

    /// What is wrong: fabric by fabric, then the cables.
    [[nodiscard]] std::vector<Issue> issues() const;
};

/// Never fails. A fabric of 100,000 GPUs takes some seconds: call it in a worker.
[[nodiscard]] NetworkPlan planNetwork(const Project& project, const Catalog& catalog);

/// planNetwork(after), the quick way where `previous` is that of `before`: where racks have moved
/// without a change of their order, wiring and places of switches stay and only the cables of those
/// racks are routed anew; where only trays differ, all cables are; otherwise all is planned anew.
/// After a move, switches keep the racks that they had even if the placement rule would now choose
/// others: machines do not change racks by themselves.
[[nodiscard]] NetworkPlan updateNetwork(NetworkPlan previous, const Project& before,
                                        const Project& after, const Catalog& catalog);

}  // namespace halltwin::network
