// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/hydraulic_network.h"

#include <string>
#include <utility>

namespace halltwin::test {

/// A hydraulic network, node by node and link by link.
class HydraulicBuilder {
public:
    explicit HydraulicBuilder(std::size_t nodes) {
        for (std::size_t n = 0; n < nodes; ++n)
            node("node " + std::to_string(n));
    }
    HydraulicBuilder& node(std::string name) {
        cooling::HydraulicNode added;
        added.name = std::move(name);
        m_network.nodes.push_back(std::move(added));
        return *this;
    }
    HydraulicBuilder& link(std::string name, std::size_t from, std::size_t to,
                           cooling::HydraulicElement element) {
        m_network.links.push_back({std::move(name), from, to, element});
        return *this;
    }
    HydraulicBuilder& fix(std::size_t node, double pressurePa) {
        m_network.nodes[node].fixed = pascals(pressurePa);
        return *this;
    }
    HydraulicBuilder& demand(std::size_t node, double flowM3S) {
        m_network.nodes[node].demand = cubicMetresPerSecond(flowM3S);
        return *this;
    }
    [[nodiscard]] const cooling::HydraulicNetwork& network() const { return m_network; }

private:
    cooling::HydraulicNetwork m_network;
};

}  // namespace halltwin::test
