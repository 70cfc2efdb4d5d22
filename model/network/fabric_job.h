// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/network/failures.h"
#include "model/network/network_plan.h"

#include <cstddef>
#include <string_view>

namespace halltwin::network {

/// A collective that all GPUs, or servers, of a fabric run together.
struct FabricJob {
    Collective kind = Collective::AllReduce;
    CollectiveAlgorithm algorithm = CollectiveAlgorithm::Ring;
    double bytes = 1e9;  ///< as in CollectiveInput
    CrossRail crossRail = CrossRail::OverFabric;

    bool operator==(const FabricJob&) const = default;
};

/// One fabric of a planned network. Refers to the plan, which must outlive it.
struct PlannedFabric {
    const NetworkPlan* network = nullptr;
    std::size_t index = 0;

    [[nodiscard]] const FabricPlan& plan() const { return network->fabrics[index]; }
    [[nodiscard]] const FabricCables& cables() const {
        return network->cables.layout.fabrics[index];
    }
    [[nodiscard]] const FabricFigures& figures() const { return network->figures[index]; }
};

/// The fabric of this name, or number; the first compute fabric for an empty text, or the first of
/// all. Fails with NotFound, naming those that exist.
[[nodiscard]] Result<PlannedFabric> findFabric(const NetworkPlan& network, std::string_view wanted);

/// The job with what the fabric brings: the routing that it is set to, the latency of its leaf
/// switch and its mean cable, and the scale-up domain of its servers.
[[nodiscard]] FabricCollectiveInput jobInput(const PlannedFabric& fabric, const Catalog& catalog,
                                             const FabricJob& job);

/// What a name means to lose: a device ("spine-3", "R12 node 1"), the cable of a port
/// ("leaf-2.1:5"), "rail 3", or "tray NAME" with every cable in it (a tray's name or number).
/// Fails with NotFound.
[[nodiscard]] Result<Loss> lossNamed(const PlannedFabric& fabric, const Project& project,
                                     std::string_view text);

/// All cables that run through a tray.
[[nodiscard]] Loss trayLoss(const PlannedFabric& fabric, TrayId tray);

}  // namespace halltwin::network
