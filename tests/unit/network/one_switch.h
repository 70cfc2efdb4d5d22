// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network_plan.h"
#include "tests/unit/network/network_project.h"

namespace halltwin::tests {

/// One rack of servers with its lower left corner at (0, 0), centre (0.3, 0.6), and one network
/// rack; a management network with one cable from each server to one switch.
struct OneSwitch {
    NetworkProject builder;
    ItemId servers;
    ItemId network;

    explicit OneSwitch(double xM = 12.0, double yM = 8.0) {
        servers = builder.rack("test.nodes", 0.0, 0.0, "N");
        network = builder.rack("test.network", xM, yM, "NET");
        builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    }
    [[nodiscard]] network::NetworkPlan plan() const {
        return network::planNetwork(builder.build(), aNetworkCatalog());
    }
};

inline const network::Cable& cable(const network::NetworkPlan& plan, network::LinkIndex link) {
    return plan.cables.layout.fabrics[0].cables[link];
}

inline const network::CableRoute& route(const network::NetworkPlan& plan, network::LinkIndex link) {
    return plan.cables.layout.routes[cable(plan, link).route];
}

}  // namespace halltwin::tests
