// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/network/graph.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace halltwin::network {

/// The most that two groups of hosts can send each other at once, each way: the narrowest cut
/// between them. Ways need not be the shortest. Rates count in whole Mbit/s. Fails with
/// InvalidArgument where a group is empty, names no host, or shares a host with the other.
/// Source: L. Ford, D. Fulkerson, Canadian J. Mathematics 8 (1956); push-relabel of Boost.Graph.
[[nodiscard]] Result<DataRate> bandwidthBetween(const Graph& graph,
                                                const std::vector<DeviceIndex>& one,
                                                const std::vector<DeviceIndex>& other);

/// The same between all pairs of groups; the diagonal is 0. Fails with Cancelled too.
[[nodiscard]] Result<std::vector<std::vector<DataRate>>>
bandwidthMatrix(const Graph& graph, const std::vector<std::vector<DeviceIndex>>& groups,
                const std::stop_token& stop = {});

/// Bandwidth between the halves when only links from `tier` up have a limit. Parts of the fabric
/// below that tier that hold hosts of both halves are left out.
struct TierBisection {
    int tier = 0;  ///< of the lower end of the lowest links that count: 0 hosts, 1 leaves…
    std::optional<DataRate> rate;  ///< none: nothing is left of a half
};

struct Bisection {
    DataRate rate;  ///< each way
    DataRate full;  ///< what the ports of the smaller half can send
    std::vector<TierBisection> tiers;

    /// 1: non-blocking between the halves.
    [[nodiscard]] double share() const { return full.si() > 0.0 ? rate / full : 0.0; }
};

/// Bandwidth between the first and the second half of the hosts in their order, which generators
/// give by place. The worst of all ways to halve the hosts can be lower (to find it is NP-hard).
/// Fails with InvalidArgument on fewer than two hosts.
[[nodiscard]] Result<Bisection> bisection(const Graph& graph);

/// Rates of the switches of one tier, each way, summed over the tier.
struct TierRates {
    int tier = 0;
    std::size_t switches = 0;
    DataRate down;                           ///< to lower tiers
    DataRate up;                             ///< to higher tiers
    DataRate level;                          ///< to switches of the same tier, counted at both ends
    std::optional<double> oversubscription;  ///< down / up; none: nothing goes up
    std::optional<double> worst;             ///< of a single switch with links down and up
    DeviceIndex worstSwitch = 0;
};

/// By tier, from the leaves up.
[[nodiscard]] std::vector<TierRates> oversubscription(const Graph& graph);

}  // namespace halltwin::network
