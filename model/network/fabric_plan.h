// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/graph.h"
#include "model/network/hosts.h"
#include "model/project/issue.h"
#include "model/project/network_entities.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::network {

/// A link of the generated fabric that a change by hand took away; its ends as names.h writes them.
struct RemovedLink {
    std::string first;
    std::string second;
    DataRate rate;

    bool operator==(const RemovedLink&) const = default;
};

/// What the changes by hand made of the generated fabric.
struct FabricDifference {
    std::vector<std::string> addedSwitches;
    std::vector<std::string> removedSwitches;
    std::vector<std::string> movedSwitches;
    std::vector<LinkIndex> addedLinks;  ///< of Graph::links; Link::byHand is set on them
    std::vector<RemovedLink> removedLinks;

    bool operator==(const FabricDifference&) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == FabricDifference{}; }
};

/// A change by hand that could not be made, and why.
struct RefusedEdit {
    FabricEditId edit;
    Issue reason;
};

/// Where a change by hand puts a switch.
struct SwitchSeat {
    DeviceIndex device = 0;
    ItemId rack;
    std::optional<int> unit;  ///< lowest rack unit, from 1 at the foot; none: the highest free
};

/// A fabric as generated from the project, with its changes by hand. Host number i of the graph is
/// the i-th server of `hosts.racks`; a host's port number is its rail. Where the fabric cannot be
/// built, `issues` say why and the graph has hosts without links.
struct FabricPlan {
    Fabric fabric;
    HostList hosts;
    Graph graph;
    FabricDifference difference;
    std::vector<RefusedEdit> refused;  ///< their reasons are in `issues` too
    std::vector<SwitchSeat> seats;
    std::vector<Issue> issues;

    [[nodiscard]] std::size_t hostCount() const { return hosts.hostCount(); }

    /// The rack that a host stands in. `host` is below hostCount().
    [[nodiscard]] const HostRack& rackOf(DeviceIndex host) const;
};

}  // namespace halltwin::network
