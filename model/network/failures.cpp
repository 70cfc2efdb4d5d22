// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/failures.h"

#include "model/network/cuts.h"
#include "model/network/failures_classes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace halltwin::network {

namespace {

constexpr double noticed = 1e-3;  // a rate that falls by less is taken as the same

class Parts {
public:
    explicit Parts(const Wiring& wiring) : m_parent(wiring.deviceCount()) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (ArcIndex arc = 0; arc < wiring.arcCount(); arc += 2)
            if (wiring.isAlive(arc)) m_parent[rootOf(wiring.tail(arc))] = rootOf(wiring.head(arc));
    }

    DeviceIndex rootOf(DeviceIndex device) {
        while (m_parent[device] != device)
            device = m_parent[device] = m_parent[m_parent[device]];
        return device;
    }

private:
    std::vector<DeviceIndex> m_parent;
};

/// The slowest flow from or to each host; infinite of a host without flows.
std::vector<double> slowestOfHosts(std::size_t devices, const Traffic& traffic,
                                   const FlowResult& flows) {
    std::vector<double> byGroup(traffic.groups.size(), std::numeric_limits<double>::infinity());
    for (std::size_t d = 0; d < traffic.demands.size(); ++d) {
        if (flows.rates[d].limit == FlowLimit::Inside) continue;
        for (const std::uint32_t group : {traffic.demands[d].from, traffic.demands[d].to})
            byGroup[group] = std::min(byGroup[group], flows.rates[d].slowest.si());
    }
    std::vector<double> byHost(devices, std::numeric_limits<double>::infinity());
    for (std::size_t g = 0; g < traffic.groups.size(); ++g)
        for (const PortRef& port : traffic.groups[g])
            byHost[port.host] = std::min(byHost[port.host], byGroup[g]);
    return byHost;
}

/// By how much the slowest flow of each host is slower, as share of what it was.
std::vector<double> slowerBy(std::size_t devices, const FabricCollective& before,
                             const FabricCollective& after) {
    const auto was = slowestOfHosts(devices, before.traffic, before.flows);
    const auto is = slowestOfHosts(devices, after.traffic, after.flows);
    std::vector<double> slower(devices, 0.0);
    for (std::size_t d = 0; d < devices; ++d)
        if (is[d] < was[d]) slower[d] = std::isinf(was[d]) ? 1.0 : 1.0 - is[d] / was[d];
    return slower;
}

/// What the undamaged fabric does, which every loss is held against.
struct Undamaged {
    FabricCollective collective;
    Bisection cut;
};

Result<Undamaged> undamaged(const Graph& graph, const FailureInput& input,
                            const std::stop_token& stop) {
    auto collective = collectiveOnFabric(graph, input.ranks, input.collective, stop);
    if (!collective) return tl::unexpected(collective.error());
    auto cut = bisection(graph);
    if (!cut) return tl::unexpected(cut.error());
    return Undamaged{*std::move(collective), *std::move(cut)};
}

Ranks ranksIn(const Graph& damaged, const Ranks& ranks, const Reachability& reach) {
    const std::set<DeviceIndex> cutOff(reach.cutOff.begin(), reach.cutOff.end());
    Ranks left = survivingRanks(damaged, ranks);
    std::erase_if(left, [&](const PortRef& rank) { return cutOff.count(rank.host) > 0; });
    return left;
}

std::vector<DeviceIndex> noticingHosts(const Graph& graph, const Graph& damaged,
                                       const FailureEffect& effect,
                                       const std::vector<double>& slower) {
    std::set<DeviceIndex> hosts(effect.reach.cutOff.begin(), effect.reach.cutOff.end());
    const Wiring before(graph);
    const Wiring after(damaged);
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (before.isHost(d) &&
            (before.out(d).size() != after.out(d).size() || slower[d] > noticed))
            hosts.insert(d);
    return {hosts.begin(), hosts.end()};
}

Result<FailureEffect> compare(const Graph& graph, const Loss& loss, const FailureInput& input,
                              const Undamaged& whole, const std::stop_token& stop) {
    const Graph damaged = without(graph, loss);
    FailureEffect effect;
    effect.reach = reachability(damaged);
    effect.bisectionBefore = whole.cut.rate;
    effect.before = whole.collective.result.time;
    const auto cut = bisection(damaged);
    if (!cut) return tl::unexpected(cut.error());
    effect.bisectionAfter = cut->rate;
    const Ranks ranks = ranksIn(damaged, input.ranks, effect.reach);
    effect.ranksLost = input.ranks.size() - ranks.size();
    std::vector<double> slower(graph.devices.size(), 0.0);
    if (ranks.size() >= 2) {
        const auto run = collectiveOnDamaged(damaged, ranks, input.collective, stop);
        if (!run && run.error().code != ErrorCode::NotFound) return tl::unexpected(run.error());
        if (run) effect.after = run->result.time;
        if (run) slower = slowerBy(graph.devices.size(), whole.collective, *run);
    }
    if (!effect.after)
        for (const PortRef& rank : input.ranks)
            slower[rank.host] = 1.0;
    effect.noticing = noticingHosts(graph, damaged, effect, slower);
    return effect;
}

bool isWorse(const RankedLoss& a, const RankedLoss& b) {
    if (a.effect.reach.cutOff.size() != b.effect.reach.cutOff.size())
        return a.effect.reach.cutOff.size() > b.effect.reach.cutOff.size();
    if (a.effect.after.has_value() != b.effect.after.has_value()) return !a.effect.after;
    if (a.effect.slowdown() != b.effect.slowdown())
        return a.effect.slowdown() > b.effect.slowdown();
    return a.effect.bisectionAfter < b.effect.bisectionAfter;
}

}  // namespace

Loss& Loss::operator+=(const Loss& other) {
    devices.insert(devices.end(), other.devices.begin(), other.devices.end());
    links.insert(links.end(), other.links.begin(), other.links.end());
    return *this;
}

Ranks joinedRanks(const Graph& damaged, const Ranks& ranks) {
    return ranksIn(damaged, ranks, reachability(damaged));
}

Result<FabricCollective> collectiveOnDamaged(const Graph& damaged, const Ranks& ranks,
                                             FabricCollectiveInput input,
                                             const std::stop_token& stop) {
    auto result = collectiveOnFabric(damaged, ranks, input, stop);
    const bool isUnlike = !result && result.error().code == ErrorCode::InvalidArgument &&
                          input.algorithm == CollectiveAlgorithm::Hierarchical;
    if (!isUnlike) return result;
    input.algorithm = CollectiveAlgorithm::Ring;
    return collectiveOnFabric(damaged, ranks, input, stop);
}

Loss railLoss(const Graph& graph, int rail) {
    Loss loss;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (graph.devices[d].role == DeviceRole::Switch && graph.devices[d].tier == 1 &&
            graph.devices[d].number == rail)
            loss.devices.push_back(d);
    return loss;
}

Graph without(const Graph& graph, const Loss& loss) {
    Graph damaged = graph;
    std::vector<std::uint8_t> isLost(graph.devices.size(), 0);
    for (const DeviceIndex device : loss.devices)
        if (device < isLost.size()) isLost[device] = 1;
    const auto isGone = [&](DeviceIndex device) {
        return device >= isLost.size() || isLost[device] != 0;
    };
    for (Link& link : damaged.links)
        if (isGone(link.a) || isGone(link.b)) link.rate = {};
    for (const LinkIndex link : loss.links)
        if (link < damaged.links.size()) damaged.links[link].rate = {};
    return damaged;
}

Reachability reachability(const Graph& graph) {
    const Wiring wiring(graph);
    Parts parts(wiring);
    std::map<DeviceIndex, std::size_t> size;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (wiring.isHost(d)) ++size[parts.rootOf(d)];
    Reachability reach;
    reach.parts = size.size();
    const auto largest = std::max_element(
        size.begin(), size.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (wiring.isHost(d) && parts.rootOf(d) != largest->first) reach.cutOff.push_back(d);
    return reach;
}

Result<FailureEffect> effectOf(const Graph& graph, const Loss& loss, const FailureInput& input,
                               const std::stop_token& stop) {
    const auto whole = undamaged(graph, input, stop);
    if (!whole) return tl::unexpected(whole.error());
    return compare(graph, loss, input, *whole, stop);
}

Result<std::vector<RankedLoss>> rankSingleLosses(const Graph& graph, const FailureInput& input,
                                                 const RankingSettings& settings,
                                                 const std::stop_token& stop) {
    const auto whole = undamaged(graph, input, stop);
    if (!whole) return tl::unexpected(whole.error());
    std::vector<RankedLoss> ranked;
    for (const LossClass& one : singleLossClasses(graph, settings.mostClasses)) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "The ranking was cancelled.", "failures");
        auto effect = compare(graph, one.loss, input, *whole, stop);
        if (!effect) return tl::unexpected(effect.error());
        ranked.push_back({one.loss, one.alike, *std::move(effect)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), isWorse);
    return ranked;
}

}  // namespace halltwin::network
