// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/patterns_groups.h"

#include <algorithm>
#include <tuple>

namespace halltwin::network {

namespace {

/// What is behind a rank's port: leaf (or the host itself), bit/s, port number, ranks on that port.
using PortKind = std::tuple<DeviceIndex, double, std::int32_t, std::size_t>;

std::vector<PortKind> kindsOf(const Graph& graph, const Ranks& ranks) {
    const Wiring wiring(graph);
    std::map<std::pair<DeviceIndex, std::int32_t>, std::size_t> onPort;
    for (const PortRef& rank : ranks)
        ++onPort[{rank.host, rank.port}];
    std::vector<PortKind> kinds;
    for (const PortRef& rank : ranks) {
        const bool isPort = rank.port != anyPort && rank.host < graph.devices.size();
        const ArcIndex arc = isPort ? wiring.arcOfPort(graph, rank.host, rank.port) : noArc;
        const std::size_t sharers = onPort[{rank.host, rank.port}];
        if (arc == noArc)
            kinds.emplace_back(rank.host, 0.0, rank.port, sharers);
        else
            kinds.emplace_back(wiring.head(arc), wiring.rate(arc).si(), rank.port, sharers);
    }
    return kinds;
}

}  // namespace

LikePorts::LikePorts(const Graph& graph, const Ranks& ranks, Joining joining, CrossRail crossRail) {
    const std::vector<PortKind> kinds = kindsOf(graph, ranks);
    std::map<DeviceIndex, std::vector<PortKind>> byHost;
    for (std::size_t r = 0; r < ranks.size(); ++r)
        byHost[ranks[r].host].push_back(kinds[r]);
    std::map<std::vector<PortKind>, std::size_t> hostKind;
    for (auto& [host, ports] : byHost) {
        std::sort(ports.begin(), ports.end());
        hostKind.emplace(ports, hostKind.size());
    }
    using Key = std::tuple<std::size_t, std::size_t, PortKind>;
    std::map<Key, std::size_t> groupOf;
    for (std::size_t r = 0; r < ranks.size(); ++r) {
        const auto& ports = byHost[ranks[r].host];
        PortKind kind = kinds[r];
        if (crossRail == CrossRail::OverFabric) std::get<2>(kind) = 0;
        const Key key{joining == Joining::None ? r : 0, hostKind[ports], kind};
        const auto [place, isNew] = groupOf.emplace(key, m_groups.size());
        if (isNew) {
            m_groups.emplace_back();
            m_perHost.push_back(ports.size());
            m_sharers.push_back(std::get<3>(kind));
            m_ports.emplace_back();
            for (const PortKind& port : ports)
                m_ports.back().insert(std::get<2>(port));
        }
        m_groups[place->second].push_back(ranks[r]);
    }
    countMembers();
}

void LikePorts::countMembers() {
    for (const auto& group : m_groups) {
        std::map<DeviceIndex, double> count;
        for (const PortRef& port : group)
            count[port.host] += 1.0;
        m_members.emplace_back(count.begin(), count.end());
    }
}

SharedHosts::SharedHosts(const LikePorts& from, const LikePorts& to) {
    std::map<DeviceIndex, std::vector<std::pair<std::size_t, double>>> onHost;
    for (std::size_t g = 0; g < to.groups().size(); ++g)
        for (const auto& [host, count] : to.members(g))
            onHost[host].emplace_back(g, count);
    for (std::size_t g = 0; g < from.groups().size(); ++g)
        for (const auto& [host, count] : from.members(g)) {
            const auto found = onHost.find(host);
            if (found == onHost.end()) continue;
            for (const auto& [other, otherCount] : found->second)
                m_pairs[{g, other}] += count * otherCount;
        }
}

}  // namespace halltwin::network
