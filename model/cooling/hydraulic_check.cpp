// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_check.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace halltwin::cooling {

namespace {

tl::unexpected<Error> faulty(std::string_view what, const std::string& where,
                             const char* remedy = "Correct the element's figures") {
    return fail(ErrorCode::InvalidArgument, std::string(what), where, remedy);
}

/// Disjoint sets of nodes that grow together.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t of(std::size_t node) {
        while (m_parent[node] != node)
            node = m_parent[node] = m_parent[m_parent[node]];
        return node;
    }
    void join(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// What can move water in a part.
struct Drive {
    bool hasPump = false;
    int fixedNodes = 0;
    int demands = 0;
    double demandM3S = 0.0;

    [[nodiscard]] bool crossesBorder() const { return fixedNodes + demands > 1; }
    [[nodiscard]] bool isAny() const { return hasPump || crossesBorder(); }
};

std::vector<Drive> drivesOf(const HydraulicNetwork& network, const HydraulicParts& parts) {
    std::vector<Drive> drives(parts.count);
    for (std::size_t n = 0; n < network.nodes.size(); ++n) {
        Drive& drive = drives[parts.partOfNode[n]];
        drive.fixedNodes += network.nodes[n].fixed.has_value() ? 1 : 0;
        drive.demands += network.nodes[n].demand.si() != 0.0 ? 1 : 0;
        drive.demandM3S += network.nodes[n].demand.si();
    }
    for (const HydraulicLink& link : network.links) {
        if (std::holds_alternative<HydraulicPump>(link.element))
            drives[parts.partOfNode[link.from]].hasPump = true;
    }
    return drives;
}

/// Whether water can come back to a link's start without it: through other links, or through the
/// world outside where the part has several openings to it.
bool isOnLoop(const HydraulicNetwork& network, std::size_t without, bool crossesBorder) {
    const std::size_t outside = network.nodes.size();
    Groups groups(outside + 1);
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        if (n != without) groups.join(network.links[n].from, network.links[n].to);
    }
    for (std::size_t n = 0; crossesBorder && n < outside; ++n) {
        const HydraulicNode& node = network.nodes[n];
        if (node.fixed || node.demand.si() != 0.0) groups.join(n, outside);
    }
    return groups.of(network.links[without].from) == groups.of(network.links[without].to);
}

}  // namespace

Result<void> checkFigures(const HydraulicNetwork& network) {
    if (!(network.fluid.density.si() > 0.0) || !(network.fluid.viscosityPaS > 0.0))
        return faulty("The fluid needs a density and a viscosity above zero", "fluid");
    for (const HydraulicNode& node : network.nodes) {
        if (!std::isfinite(node.demand.si()) || (node.fixed && !std::isfinite(node.fixed->si())))
            return faulty("A demand or a fixed pressure is not a number", node.name);
    }
    for (const HydraulicLink& link : network.links) {
        if (std::max(link.from, link.to) >= network.nodes.size())
            return fail(ErrorCode::DanglingReference,
                        "The element leads to a node that is not there", link.name,
                        "Connect both of its ends");
        if (link.from == link.to)
            return faulty("The element leads from a node to itself", link.name,
                          "Connect its ends to two nodes");
        if (const std::string_view fault = faultOf(link.element); !fault.empty())
            return faulty(fault, link.name);
    }
    return {};
}

HydraulicParts partsOf(const HydraulicNetwork& network) {
    Groups groups(network.nodes.size());
    for (const HydraulicLink& link : network.links)
        groups.join(link.from, link.to);
    HydraulicParts parts;
    parts.partOfNode.resize(network.nodes.size());
    std::vector<std::size_t> number(network.nodes.size(), network.nodes.size());
    for (std::size_t n = 0; n < network.nodes.size(); ++n) {
        std::size_t& part = number[groups.of(n)];
        if (part == network.nodes.size()) part = parts.count++;
        parts.partOfNode[n] = part;
    }
    return parts;
}

Result<void> checkHydraulics(const HydraulicNetwork& network, const HydraulicParts& parts) {
    const std::vector<Drive> drives = drivesOf(network, parts);
    for (std::size_t n = 0; n < network.nodes.size(); ++n) {
        const Drive& drive = drives[parts.partOfNode[n]];
        constexpr double slackM3S = 1e-12;
        if (drive.fixedNodes == 0 && std::abs(drive.demandM3S) > slackM3S)
            return faulty("Water is drawn here and comes in nowhere", network.nodes[n].name,
                          "Fix a pressure in this part of the network or balance its demands");
    }
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        const HydraulicLink& link = network.links[n];
        if (!std::holds_alternative<HydraulicCoil>(link.element)) continue;
        const Drive& drive = drives[parts.partOfNode[link.from]];
        if (!isOnLoop(network, n, drive.crossesBorder()))
            return faulty("The coil is not on any loop: no water can come back from it", link.name,
                          "Connect both its supply and its return");
        if (!drive.isAny())
            return faulty("Nothing drives water through the coil: its loop has no pump", link.name,
                          "Put a pump into the loop");
    }
    return {};
}

}  // namespace halltwin::cooling
