// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_matrix.h"

#include "model/network/cuts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::network {
namespace {

/// Pairs of groups times cables that bandwidthBetweenGroups goes through at most.
constexpr double mostPairLinks = 3e7;
constexpr std::size_t fewestGroups = 4;

/// Members of a group spread evenly over it.
std::vector<DeviceIndex> sampled(const std::vector<DeviceIndex>& hosts, std::size_t most) {
    const std::size_t count = std::min(hosts.size(), std::max<std::size_t>(most, 1));
    std::vector<DeviceIndex> kept;
    kept.reserve(count);
    for (std::size_t n = 0; n < count; ++n)
        kept.push_back(hosts[n * hosts.size() / count]);
    return kept;
}

std::vector<std::vector<DeviceIndex>> membersOf(const HostGroups& groups, std::size_t most) {
    std::vector<std::vector<DeviceIndex>> members;
    for (const HostGroup& group : groups.groups)
        members.push_back(sampled(group.hosts, most));
    return members;
}

/// As many groups as have no more pairs than the cables of the fabric allow.
std::size_t affordableGroups(const Graph& graph, std::size_t most) {
    const double pairs = mostPairLinks / std::max(1.0, static_cast<double>(graph.links.size()));
    const auto groups = static_cast<std::size_t>(std::sqrt(2.0 * pairs) + 0.5);
    return std::min(most, std::max(groups, fewestGroups));
}

}  // namespace

Result<HopMatrix> hopsBetweenGroups(const PlannedFabric& fabric, const Project& project,
                                    const MatrixInput& input, const std::stop_token& stop) {
    auto groups = groupHosts(fabric.plan(), project, input.by, input.mostGroups);
    if (!groups) return tl::unexpected(groups.error());
    const auto members = membersOf(*groups, input.hostsPerGroup);
    auto hops = hopMatrix(without(fabric.plan().graph, input.loss), members, stop);
    if (!hops) return tl::unexpected(hops.error());
    HopMatrix matrix{*std::move(groups), *std::move(hops), false};
    for (std::size_t n = 0; n < members.size(); ++n)
        matrix.isSampled |= members[n].size() < matrix.groups.groups[n].hosts.size();
    return matrix;
}

Result<GroupBandwidth> bandwidthBetweenGroups(const PlannedFabric& fabric, const Project& project,
                                              const MatrixInput& input,
                                              const std::stop_token& stop) {
    const Graph& whole = fabric.plan().graph;
    auto groups =
        groupHosts(fabric.plan(), project, input.by, affordableGroups(whole, input.mostGroups));
    if (!groups) return tl::unexpected(groups.error());
    std::vector<std::vector<DeviceIndex>> members;
    for (const HostGroup& group : groups->groups)
        members.push_back(group.hosts);
    auto rates = bandwidthMatrix(without(whole, input.loss), members, stop);
    if (!rates) return tl::unexpected(rates.error());
    return GroupBandwidth{*std::move(groups), *std::move(rates)};
}

}  // namespace halltwin::network
