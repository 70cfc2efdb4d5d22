// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_cuts.h"

#include "model/network/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace halltwin::views::network {

namespace net = halltwin::network;

std::vector<std::string> cutsOfNode(const FabricPicture& picture, std::uint32_t node) {
    if (picture.diagram.nodes[node].count > mostCuts) return {};
    const net::FabricPlan& plan = picture.answer->plan();
    const net::DeviceNames names(plan.graph, plan.hosts);
    std::vector<std::string> cuts;
    for (const net::DeviceIndex device : picture.devicesOf(node))
        cuts.push_back(names.name(device));
    return cuts;
}

std::vector<std::string> cutsOfEdge(const FabricPicture& picture, std::uint32_t edge) {
    if (picture.diagram.edges[edge].links > mostCuts) return {};
    const net::FabricPlan& plan = picture.answer->plan();
    const net::DeviceNames names(plan.graph, plan.hosts);
    std::vector<std::string> cuts;
    for (const net::LinkIndex link : picture.linksOf(edge)) {
        const net::Link& at = plan.graph.links[link];
        cuts.push_back(names.end(at.b, at.portB));
    }
    return cuts;
}

std::string railOfNode(const FabricPicture& picture, std::uint32_t node) {
    const net::FabricPlan& plan = picture.answer->plan();
    const net::DiagramNode& at = picture.diagram.nodes[node];
    const bool isRail = plan.fabric.topology == Topology::RailOptimised && at.tier == 1;
    if (!isRail || at.count != 1) return {};
    return "rail " + std::to_string(plan.graph.devices[at.first].number + 1);
}

std::vector<TrayOnWay> traysOfEdge(const FabricPicture& picture, std::uint32_t edge) {
    constexpr std::size_t most = 10;
    const net::PlannedFabric fabric = picture.answer->planned();
    const net::RoutedCables& routed = fabric.network->cables;
    const std::vector<net::Cable>& cables = fabric.cables().cables;
    std::map<std::uint32_t, std::size_t> counts;
    for (const net::LinkIndex link : picture.linksOf(edge)) {
        if (link >= cables.size() || cables[link].route == net::noRoute) continue;
        std::set<std::uint32_t> seen;
        for (const net::TrayStretch& part :
             routed.layout.stretchesOf(routed.layout.routes[cables[link].route]))
            if (seen.insert(part.tray).second) ++counts[part.tray];
    }
    std::vector<TrayOnWay> trays;
    for (const auto& [index, count] : counts) {
        const TrayId id = routed.trays.trays()[index].id;
        const CableTray* tray = picture.answer->project->trays.find(id);
        const std::string number = std::to_string(id.value);
        const bool isNamed = tray != nullptr && !tray->name.empty();
        const std::string& name = isNamed ? tray->name : number;
        trays.push_back({id, QString::fromStdString(name), "tray " + name, count});
    }
    std::ranges::stable_sort(trays, std::greater{}, &TrayOnWay::cables);
    if (trays.size() > most) trays.resize(most);
    return trays;
}

}  // namespace halltwin::views::network
