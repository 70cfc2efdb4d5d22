// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/host_groups.h"

#include "model/network/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <utility>

namespace halltwin::network {
namespace {

constexpr DeviceIndex none = std::numeric_limits<DeviceIndex>::max();

/// The switch at the lowest wired port of each device that leads to a higher tier.
std::vector<DeviceIndex> switchesAbove(const Graph& graph) {
    std::vector<DeviceIndex> above(graph.devices.size(), none);
    std::vector<int> port(graph.devices.size(), std::numeric_limits<int>::max());
    for (const Link& link : graph.links) {
        if (graph.devices[link.a].tier >= graph.devices[link.b].tier || link.portA >= port[link.a])
            continue;
        above[link.a] = link.b;
        port[link.a] = link.portA;
    }
    return above;
}

/// Pods of hosts, −1 where they stand in none.
class Pods {
public:
    explicit Pods(const Graph& graph) : m_graph(graph), m_above(switchesAbove(graph)) {}

    [[nodiscard]] int unitOf(DeviceIndex host) const {
        const DeviceIndex leaf = m_above[host];
        return m_graph.devices[leaf == none ? host : leaf].pod;
    }
    [[nodiscard]] int podOf(DeviceIndex host) const {
        const DeviceIndex leaf = m_above[host];
        const DeviceIndex spine = leaf == none ? none : m_above[leaf];
        const int pod = spine == none ? -1 : m_graph.devices[spine].pod;
        return pod >= 0 ? pod : unitOf(host);
    }

private:
    const Graph& m_graph;
    std::vector<DeviceIndex> m_above;
};

/// Groups by a key, in the order in which keys first come.
class Grouping {
public:
    void add(std::int64_t key, DeviceIndex host, const std::string& name) {
        const auto [at, isNew] = m_places.emplace(key, m_groups.size());
        if (isNew) m_groups.push_back({name, {}});
        m_groups[at->second].hosts.push_back(host);
    }
    std::vector<HostGroup> take() { return std::move(m_groups); }

private:
    std::map<std::int64_t, std::size_t> m_places;
    std::vector<HostGroup> m_groups;
};

std::vector<HostGroup> groupsByPlace(const FabricPlan& plan, const Project& project,
                                     HostGrouping by) {
    const DeviceNames names(plan.graph, plan.hosts);
    Grouping grouping;
    for (const HostRack& rack : plan.hosts.racks) {
        const Hall* hall = project.halls.find(rack.hall);
        for (int node = 0; node < rack.nodes; ++node) {
            const DeviceIndex host = rack.firstHost + static_cast<DeviceIndex>(node);
            if (by == HostGrouping::Server)
                grouping.add(host, host, names.name(host));
            else if (by == HostGrouping::Rack)
                grouping.add(rack.item.value, host, rack.name);
            else
                grouping.add(rack.hall.value, host, hall == nullptr ? std::string{} : hall->name);
        }
    }
    return grouping.take();
}

/// Empty where a host stands in no unit, or pod.
std::vector<HostGroup> groupsByPod(const FabricPlan& plan, HostGrouping by) {
    const Pods pods(plan.graph);
    Grouping grouping;
    for (DeviceIndex host = 0; host < plan.hostCount(); ++host) {
        const int pod = by == HostGrouping::Unit ? pods.unitOf(host) : pods.podOf(host);
        if (pod < 0) return {};
        grouping.add(pod, host,
                     fmt::format("{} {}", by == HostGrouping::Unit ? "unit" : "pod", pod + 1));
    }
    return grouping.take();
}

std::vector<HostGroup> groupsBy(const FabricPlan& plan, const Project& project, HostGrouping by) {
    const bool isByPod = by == HostGrouping::Unit || by == HostGrouping::Pod;
    return isByPod ? groupsByPod(plan, by) : groupsByPlace(plan, project, by);
}

HostGroups keepTo(std::size_t most, HostGrouping by, std::vector<HostGroup> groups) {
    HostGroups kept{by, {}, groups.size()};
    const std::size_t count = std::min(groups.size(), std::max<std::size_t>(most, 1));
    for (std::size_t n = 0; n < count; ++n)
        kept.groups.push_back(std::move(groups[n * groups.size() / count]));
    return kept;
}

HostGroups automaticGroups(const FabricPlan& plan, const Project& project, std::size_t most) {
    auto racks = groupsBy(plan, project, HostGrouping::Rack);
    if (racks.size() == 1)
        return keepTo(most, HostGrouping::Server, groupsBy(plan, project, HostGrouping::Server));
    if (racks.size() <= most) return keepTo(most, HostGrouping::Rack, std::move(racks));
    for (const HostGrouping by : {HostGrouping::Unit, HostGrouping::Pod, HostGrouping::Hall}) {
        auto groups = groupsBy(plan, project, by);
        if (groups.size() > 1 && groups.size() <= most) return keepTo(most, by, std::move(groups));
    }
    return keepTo(most, HostGrouping::Rack, std::move(racks));
}

}  // namespace

Result<HostGroups> groupHosts(const FabricPlan& plan, const Project& project, HostGrouping by,
                              std::size_t most) {
    if (plan.hostCount() == 0)
        return fail(ErrorCode::NotFound, "The fabric joins no servers", plan.fabric.name,
                    "Place racks whose servers have such ports");
    if (by == HostGrouping::Automatic) return automaticGroups(plan, project, most);
    auto groups = groupsBy(plan, project, by);
    if (groups.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("The fabric has no {}s", hostGroupingNames[std::size_t(by)]),
                    plan.fabric.name, "Group its servers by rack or hall");
    return keepTo(most, by, std::move(groups));
}

}  // namespace halltwin::network
