// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"

#include <vector>

namespace halltwin::network {

/// What is wrong with a layout: racks that no tray passes and racks between which trays do not lead
/// (network.rack-off-trays, network.no-tray-way), cables that no medium can be (network.no-medium),
/// trays above their limit (network.tray-full), and halls without trays, whose lengths are
/// estimates (network.lengths-estimated).
[[nodiscard]] std::vector<Issue> cableIssues(const RoutedCables& routed, const Project& project,
                                             const std::vector<FabricPlan>& plans);

}  // namespace halltwin::network
