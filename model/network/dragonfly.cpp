// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/dragonfly.h"

#include "model/network/clos.h"
#include "model/network/fabric_rules.h"

#include <algorithm>

namespace halltwin::network {
namespace {

struct Groups {
    DragonflyFigures figures;
    int count = 0;
    DeviceIndex firstSwitch = 0;

    [[nodiscard]] DeviceIndex at(int group, int member) const {
        return firstSwitch + static_cast<DeviceIndex>(group * figures.groupSwitches + member);
    }
};

int portsNeeded(const DragonflyFigures& figures) {
    return figures.hostsPerSwitch + figures.groupSwitches - 1 + figures.globalLinks;
}

/// Member m of a group has its port to member n at p + n, less one above its own number.
void joinMembers(Graph& graph, const Groups& groups, int group, DataRate rate) {
    const int p = groups.figures.hostsPerSwitch;
    for (int m = 0; m < groups.figures.groupSwitches; ++m) {
        for (int n = m + 1; n < groups.figures.groupSwitches; ++n) {
            graph.links.push_back({groups.at(group, m), groups.at(group, n),
                                   static_cast<std::uint16_t>(p + n - 1),
                                   static_cast<std::uint16_t>(p + m), rate});
        }
    }
}

/// The a·h global ports of a group are counted across its switches first. Cable number c to the
/// group `distance` further takes port c·(groups − 1) + distance − 1, which no other cable does.
void joinGroups(Graph& graph, const Groups& groups, DataRate rate) {
    const int a = groups.figures.groupSwitches;
    const int first = groups.figures.hostsPerSwitch + a - 1;
    const int others = groups.count - 1;
    const int parallel = others > 0 ? a * groups.figures.globalLinks / others : 0;
    for (int group = 0; group < groups.count; ++group) {
        for (int far = group + 1; far < groups.count; ++far) {
            for (int c = 0; c < parallel; ++c) {
                const int here = c * others + (far - group) - 1;
                const int there = c * others + (groups.count - (far - group)) - 1;
                graph.links.push_back({groups.at(group, here % a), groups.at(far, there % a),
                                       static_cast<std::uint16_t>(first + here / a),
                                       static_cast<std::uint16_t>(first + there / a), rate});
            }
        }
    }
}

}  // namespace

DragonflyFigures balancedDragonfly(const DragonflyFigures& figures, int ports) {
    const bool isFree =
        figures.hostsPerSwitch == 0 && figures.groupSwitches == 0 && figures.globalLinks == 0;
    DragonflyFigures out = figures;
    if (isFree) out.hostsPerSwitch = (ports + 1) / 4;
    if (out.hostsPerSwitch == 0)
        out.hostsPerSwitch = out.globalLinks > 0 ? out.globalLinks : out.groupSwitches / 2;
    if (out.globalLinks == 0) out.globalLinks = out.hostsPerSwitch;
    if (out.groupSwitches == 0) out.groupSwitches = 2 * out.hostsPerSwitch;
    return out;
}

Generated generateDragonfly(const FabricInput& input, const DragonflyFigures& given) {
    Groups groups;
    groups.figures = balancedDragonfly(given, input.leaf.ports);
    DragonflyFigures& figures = groups.figures;
    constexpr int leastPorts = 3;  // p = a − 1 = h = 1
    if (figures.hostsPerSwitch < 1 || portsNeeded(figures) > input.leaf.ports) {
        const int needed = std::max(leastPorts, portsNeeded(figures));
        return tl::unexpected(radixSmall(input.name, needed, input.leaf.ports, input.leaf.key));
    }
    const LeafFill fill = fillLeaves(input.hosts, figures.hostsPerSwitch);
    if (fill.leaves < figures.groupSwitches) figures.groupSwitches = std::max(1, fill.leaves);
    const int a = figures.groupSwitches;
    groups.count = (fill.leaves + a - 1) / a;
    const int most = a * figures.globalLinks + 1;
    if (groups.count > most) {
        const std::size_t switches = static_cast<std::size_t>(most) * static_cast<std::size_t>(a);
        return tl::unexpected(tooManyHosts(input.name, input.hosts.size(),
                                           hostsOn(input, switches, figures.hostsPerSwitch)));
    }
    Graph graph = hostsOf(input);
    LeafFill whole = fill;
    whole.leaves = groups.count * a;
    groups.firstSwitch = addFilledLeaves(graph, input, whole, a);
    for (int group = 0; group < groups.count; ++group)
        joinMembers(graph, groups, group, input.leaf.speed);
    joinGroups(graph, groups, input.leaf.speed);
    return graph;
}

}  // namespace halltwin::network
