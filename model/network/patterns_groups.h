// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/patterns.h"

#include <map>
#include <set>
#include <utility>

namespace halltwin::network {

/// Ranks that no figure of a uniform pattern tells apart, in groups: same leaf, link speed and
/// number of ranks on the port, of hosts whose ranks reach the same leaves at the same speeds.
class LikePorts {
public:
    LikePorts(const Graph& graph, const Ranks& ranks, Joining joining, CrossRail crossRail);

    [[nodiscard]] const std::vector<std::vector<PortRef>>& groups() const { return m_groups; }
    /// Number of ranks on each host of the group.
    [[nodiscard]] std::size_t ranksPerHost(std::size_t group) const { return m_perHost[group]; }
    /// Number of ranks on the port of each member, itself included.
    [[nodiscard]] std::size_t sharers(std::size_t group) const { return m_sharers[group]; }
    /// Whether hosts of the group have a rank on that port.
    [[nodiscard]] bool hasPort(std::size_t group, std::int32_t port) const {
        return m_ports[group].count(port) > 0;
    }
    /// Number of members on each host that has any.
    [[nodiscard]] const std::vector<std::pair<DeviceIndex, double>>&
    members(std::size_t group) const {
        return m_members[group];
    }

private:
    void countMembers();

    std::vector<std::vector<PortRef>> m_groups;
    std::vector<std::size_t> m_perHost;
    std::vector<std::size_t> m_sharers;
    std::vector<std::set<std::int32_t>> m_ports;
    std::vector<std::vector<std::pair<DeviceIndex, double>>> m_members;
};

/// Pairs of members of two groups that are on one host.
class SharedHosts {
public:
    SharedHosts(const LikePorts& from, const LikePorts& to);

    [[nodiscard]] double pairs(std::size_t from, std::size_t to) const {
        const auto found = m_pairs.find({from, to});
        return found == m_pairs.end() ? 0.0 : found->second;
    }

private:
    std::map<std::pair<std::size_t, std::size_t>, double> m_pairs;
};

}  // namespace halltwin::network
