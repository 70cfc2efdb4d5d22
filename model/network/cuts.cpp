// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cuts.h"

#include "model/network/paths.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>
#include <tbb/parallel_for.h>
#include <utility>

namespace halltwin::network {

namespace {

using Capacity = long long;  // Mbit/s: whole numbers keep push-relabel exact

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeFigures = boost::property<
    boost::edge_capacity_t, Capacity,
    boost::property<boost::edge_residual_capacity_t, Capacity,
                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
using FlowGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                        boost::no_property, EdgeFigures>;

Capacity capacityOf(DataRate rate) {
    return std::llround(rate.in(gigabitsPerSecond)*1000.0);
}

/// Devices that unlimited links join count as one.
class Merging {
public:
    explicit Merging(std::size_t devices) : m_parent(devices) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    DeviceIndex rootOf(DeviceIndex device) {
        while (m_parent[device] != device)
            device = m_parent[device] = m_parent[m_parent[device]];
        return device;
    }

    void merge(DeviceIndex a, DeviceIndex b) { m_parent[rootOf(a)] = rootOf(b); }

private:
    std::vector<DeviceIndex> m_parent;
};

/// With its reverse, which push-relabel knows by its capacity of 0.
void addArc(FlowGraph& graph, std::size_t from, std::size_t to, Capacity capacity) {
    const auto there = boost::add_edge(from, to, graph).first;
    const auto back = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, there, capacity);
    boost::put(boost::edge_capacity, graph, back, Capacity{0});
    boost::put(boost::edge_reverse, graph, there, back);
    boost::put(boost::edge_reverse, graph, back, there);
}

/// Max-flow between merged devices.
Capacity maxFlow(const std::map<std::pair<DeviceIndex, DeviceIndex>, Capacity>& edges,
                 DeviceIndex from, DeviceIndex to) {
    std::map<DeviceIndex, std::size_t> vertexOf{{from, 0}, {to, 1}};
    for (const auto& [ends, capacity] : edges) {
        vertexOf.emplace(ends.first, vertexOf.size());
        vertexOf.emplace(ends.second, vertexOf.size());
    }
    FlowGraph graph(vertexOf.size());
    for (const auto& [ends, capacity] : edges) {
        addArc(graph, vertexOf[ends.first], vertexOf[ends.second], capacity);
        addArc(graph, vertexOf[ends.second], vertexOf[ends.first], capacity);
    }
    return boost::push_relabel_max_flow(graph, std::size_t{0}, std::size_t{1});
}

/// A fabric in which links whose lower end is below a tier have no limit.
class LimitedFrom {
public:
    LimitedFrom(const Graph& graph, int tier)
        : m_graph(graph),
          m_wiring(graph),
          m_tier(tier),
          m_merging(graph.devices.size()) {}

    /// None where the groups meet below the tier.
    std::optional<DataRate> cut(std::vector<DeviceIndex> one, std::vector<DeviceIndex> other) {
        mark(one, other);
        mergeUnlimited();
        leaveOutShared(one, other);
        if (one.empty() || other.empty()) return std::nullopt;
        mark(one, other);
        for (const auto* group : {&one, &other})
            for (const DeviceIndex host : *group)
                m_merging.merge(host, group->front());
        const DeviceIndex from = m_merging.rootOf(one.front());
        const DeviceIndex to = m_merging.rootOf(other.front());
        std::map<std::pair<DeviceIndex, DeviceIndex>, Capacity> edges;
        for (ArcIndex arc = 0; arc < m_wiring.arcCount(); arc += 2) {
            if (!isUsed(arc) || !isLimited(arc)) continue;
            const DeviceIndex a = m_merging.rootOf(m_wiring.tail(arc));
            const DeviceIndex b = m_merging.rootOf(m_wiring.head(arc));
            if (a != b) edges[std::minmax(a, b)] += capacityOf(m_wiring.rate(arc));
        }
        return gigabitsPerSecond(static_cast<double>(maxFlow(edges, from, to)) / 1000.0);
    }

private:
    /// Hosts of other groups pass nothing on, unless they are wired to hosts.
    void mark(const std::vector<DeviceIndex>& one, const std::vector<DeviceIndex>& other) {
        m_isEnd.assign(m_graph.devices.size(), 0);
        for (const auto* group : {&one, &other})
            for (const DeviceIndex host : *group)
                m_isEnd[host] = 1;
    }

    void mergeUnlimited() {
        for (ArcIndex arc = 0; arc < m_wiring.arcCount(); arc += 2)
            if (isUsed(arc) && !isLimited(arc))
                m_merging.merge(m_wiring.tail(arc), m_wiring.head(arc));
    }

    /// Drops hosts that unlimited links join to hosts of the other group.
    void leaveOutShared(std::vector<DeviceIndex>& one, std::vector<DeviceIndex>& other) {
        std::set<DeviceIndex> roots;
        std::set<DeviceIndex> shared;
        for (const DeviceIndex host : one)
            roots.insert(m_merging.rootOf(host));
        for (const DeviceIndex host : other)
            if (roots.count(m_merging.rootOf(host)) > 0) shared.insert(m_merging.rootOf(host));
        const auto isShared = [&](DeviceIndex host) {
            return shared.count(m_merging.rootOf(host)) > 0;
        };
        std::erase_if(one, isShared);
        std::erase_if(other, isShared);
    }

    [[nodiscard]] bool takesPart(DeviceIndex device) const {
        return m_isEnd[device] != 0 || m_wiring.isRelay(device);
    }

    [[nodiscard]] bool isUsed(ArcIndex arc) const {
        return m_wiring.isAlive(arc) && takesPart(m_wiring.tail(arc)) &&
               takesPart(m_wiring.head(arc));
    }

    [[nodiscard]] bool isLimited(ArcIndex arc) const {
        return std::min(m_graph.devices[m_wiring.tail(arc)].tier,
                        m_graph.devices[m_wiring.head(arc)].tier) >= m_tier;
    }

    const Graph& m_graph;
    Wiring m_wiring;
    int m_tier = 0;
    Merging m_merging;
    std::vector<std::uint8_t> m_isEnd;
};

Result<void> checkGroups(const Graph& graph, const std::vector<DeviceIndex>& one,
                         const std::vector<DeviceIndex>& other) {
    const auto refuse = [](std::string message) {
        return fail(ErrorCode::InvalidArgument, std::move(message), "bandwidth between groups",
                    "Name two groups of hosts that have none in common");
    };
    if (one.empty() || other.empty()) return refuse("A group has no host");
    for (const auto* group : {&one, &other})
        for (const DeviceIndex host : *group)
            if (host >= graph.devices.size() || graph.devices[host].role != DeviceRole::Host)
                return refuse(fmt::format("Device {} is no host of the fabric", host));
    const std::set<DeviceIndex> first(one.begin(), one.end());
    for (const DeviceIndex host : other)
        if (first.count(host) > 0) return refuse(fmt::format("Host {} is in both groups", host));
    return {};
}

/// What the ports of hosts can send.
DataRate portRate(const Graph& graph, const std::vector<DeviceIndex>& hosts) {
    const Wiring wiring(graph);
    DataRate sum;
    for (const DeviceIndex host : hosts)
        for (const ArcIndex arc : wiring.out(host))
            sum += wiring.rate(arc);
    return sum;
}

struct SwitchRates {
    DataRate down;
    DataRate up;
    DataRate level;
};

std::vector<SwitchRates> ratesOfSwitches(const Graph& graph) {
    const Wiring wiring(graph);
    std::vector<SwitchRates> rates(graph.devices.size());
    for (ArcIndex arc = 0; arc < wiring.arcCount(); ++arc) {
        if (!wiring.isAlive(arc)) continue;
        const int own = graph.devices[wiring.tail(arc)].tier;
        const int other = graph.devices[wiring.head(arc)].tier;
        SwitchRates& rate = rates[wiring.tail(arc)];
        (other < own ? rate.down : other > own ? rate.up : rate.level) += wiring.rate(arc);
    }
    return rates;
}

void addSwitch(TierRates& tier, DeviceIndex device, const SwitchRates& rates) {
    ++tier.switches;
    tier.down += rates.down;
    tier.up += rates.up;
    tier.level += rates.level;
    if (rates.up.si() <= 0.0 || rates.down.si() <= 0.0) return;
    const double ratio = rates.down / rates.up;
    if (tier.worst && *tier.worst >= ratio) return;
    tier.worst = ratio;
    tier.worstSwitch = device;
}

}  // namespace

Result<DataRate> bandwidthBetween(const Graph& graph, const std::vector<DeviceIndex>& one,
                                  const std::vector<DeviceIndex>& other) {
    if (const auto sound = checkGroups(graph, one, other); !sound)
        return tl::unexpected(sound.error());
    return LimitedFrom(graph, 0).cut(one, other).value_or(DataRate{});
}

Result<std::vector<std::vector<DataRate>>>
bandwidthMatrix(const Graph& graph, const std::vector<std::vector<DeviceIndex>>& groups,
                const std::stop_token& stop) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            pairs.emplace_back(i, j);
    std::vector<Result<DataRate>> rates(pairs.size());
    tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t n) {
        if (stop.stop_requested())
            rates[n] = fail(ErrorCode::Cancelled, "The bandwidth matrix was cancelled.",
                            "bandwidth matrix");
        else
            rates[n] = bandwidthBetween(graph, groups[pairs[n].first], groups[pairs[n].second]);
    });
    std::vector<std::vector<DataRate>> matrix(groups.size(), std::vector<DataRate>(groups.size()));
    for (std::size_t n = 0; n < pairs.size(); ++n) {
        if (!rates[n]) return tl::unexpected(rates[n].error());
        const auto [i, j] = pairs[n];
        matrix[i][j] = matrix[j][i] = *rates[n];
    }
    return matrix;
}

Result<Bisection> bisection(const Graph& graph) {
    std::vector<DeviceIndex> hosts;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (graph.devices[d].role == DeviceRole::Host) hosts.push_back(d);
    if (hosts.size() < 2)
        return fail(ErrorCode::InvalidArgument, "The fabric has fewer than two hosts", "bisection",
                    "Add servers with ports into this fabric");
    const auto middle = hosts.begin() + static_cast<std::ptrdiff_t>(hosts.size() / 2);
    const std::vector<DeviceIndex> one(hosts.begin(), middle);
    const std::vector<DeviceIndex> other(middle, hosts.end());
    Bisection result;
    result.full = std::min(portRate(graph, one), portRate(graph, other));
    int highest = 0;
    for (const Link& link : graph.links)
        if (std::max(link.a, link.b) < graph.devices.size())
            highest = std::max<int>(
                highest, std::min(graph.devices[link.a].tier, graph.devices[link.b].tier));
    for (int tier = 0; tier <= highest; ++tier)
        result.tiers.push_back({tier, LimitedFrom(graph, tier).cut(one, other)});
    result.rate = result.tiers.front().rate.value_or(DataRate{});
    return result;
}

std::vector<TierRates> oversubscription(const Graph& graph) {
    const std::vector<SwitchRates> rates = ratesOfSwitches(graph);
    std::map<int, TierRates> tiers;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d) {
        if (graph.devices[d].role != DeviceRole::Switch) continue;
        TierRates& tier = tiers[graph.devices[d].tier];
        tier.tier = graph.devices[d].tier;
        addSwitch(tier, d, rates[d]);
    }
    std::vector<TierRates> result;
    for (auto& [number, tier] : tiers) {
        if (tier.up.si() > 0.0) tier.oversubscription = tier.down / tier.up;
        result.push_back(tier);
    }
    return result;
}

}  // namespace halltwin::network
