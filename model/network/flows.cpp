// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows.h"

#include "model/network/flows_field.h"
#include "model/network/flows_streams.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::network {

namespace {

constexpr std::size_t mostDemands = 4'000'000;
constexpr std::size_t mostListedParts = 4'000'000;  // 48 MB; beyond, the field is faster as well

Result<void> checkGroups(const Graph& graph, const Traffic& traffic) {
    for (std::size_t g = 0; g < traffic.groups.size(); ++g) {
        if (traffic.groups[g].empty())
            return fail(ErrorCode::InvalidArgument, fmt::format("Group {} has no port", g),
                        "traffic", "Leave out groups without ports");
        for (const PortRef& port : traffic.groups[g])
            if (port.host >= graph.devices.size() ||
                graph.devices[port.host].role != DeviceRole::Host)
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("Device {} is no host of the fabric", port.host),
                            fmt::format("traffic, group {}", g), "Name hosts of this fabric");
    }
    return {};
}

Result<void> checkDemands(const Traffic& traffic) {
    if (traffic.demands.size() > mostDemands)
        return fail(ErrorCode::OverLimit,
                    fmt::format("{} demands are more than the {} that can be solved",
                                traffic.demands.size(), mostDemands),
                    "traffic", "Join flows between like ports into one demand");
    for (std::size_t d = 0; d < traffic.demands.size(); ++d) {
        const Demand& demand = traffic.demands[d];
        const double wantedBitPerS = demand.wanted.si();
        const bool isSound = std::isfinite(demand.flows) && demand.flows >= 0.0 &&
                             std::isfinite(wantedBitPerS) && wantedBitPerS >= 0.0 &&
                             std::max(demand.from, demand.to) < traffic.groups.size();
        if (!isSound)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Demand {} has a figure that cannot be", d), "traffic",
                        "Give flows and rates from 0 up, between groups that are there");
    }
    return {};
}

Result<FilledFlows> fill(const FlowEnds& ends, const FlowSettings& settings,
                         const std::stop_token& stop) {
    if (settings.routing == FabricRouting::Ecmp)
        return fillStreams(ends, hashedStreams(ends, settings));
    const auto streams = spreadStreams(ends, mostListedParts);
    if (streams) return fillStreams(ends, *streams);
    return fillField(ends, stop);
}

/// |out − in − what begins and ends here|, the largest of all devices.
double worstBalance(const Wiring& wiring, const FilledFlows& filled) {
    std::vector<double> rest = filled.deviceInBitPerS;
    for (ArcIndex arc = 0; arc < wiring.arcCount(); ++arc) {
        if (!wiring.isAlive(arc)) continue;
        rest[wiring.tail(arc)] -= filled.loadBitPerS[arc];
        rest[wiring.head(arc)] += filled.loadBitPerS[arc];
    }
    double worst = 0.0;
    for (const double bitPerS : rest)
        worst = std::max(worst, std::abs(bitPerS));
    return worst;
}

FlowRate rateOf(const FlowEnds& ends, const FilledFlows& filled, std::size_t demand) {
    FlowRate rate;
    rate.limit = ends.limits[demand];
    if (rate.limit == FlowLimit::Inside)
        rate.mean = rate.slowest = ends.traffic.demands[demand].wanted;
    if (rate.limit != FlowLimit::Link) return rate;
    rate.mean = bitsPerSecond(filled.meanBitPerS[demand]);
    rate.slowest = bitsPerSecond(filled.slowestBitPerS[demand]);
    rate.bottleneck = filled.bottleneck[demand];
    if (rate.bottleneck == noArc) rate.limit = FlowLimit::Wanted;
    return rate;
}

}  // namespace

Result<FlowResult> maxMinRates(const Graph& graph, const Traffic& traffic,
                               const FlowSettings& settings, const std::stop_token& stop) {
    if (const auto sound = checkGroups(graph, traffic); !sound)
        return tl::unexpected(sound.error());
    if (const auto sound = checkDemands(traffic); !sound) return tl::unexpected(sound.error());
    const FlowEnds ends = findEnds(graph, traffic);
    const auto filled = fill(ends, settings, stop);
    if (!filled) return tl::unexpected(filled.error());
    FlowResult result;
    result.hops = ends.hops;
    bool isFirst = true;
    for (std::size_t d = 0; d < traffic.demands.size(); ++d) {
        result.rates.push_back(rateOf(ends, *filled, d));
        const FlowRate& rate = result.rates.back();
        if (rate.limit == FlowLimit::NoWay) ++result.demandsWithoutWay;
        if (ends.limits[d] != FlowLimit::Link) continue;
        result.total += rate.mean * traffic.demands[d].flows;
        if (!isFirst && rate.slowest >= result.slowest) continue;
        result.slowest = rate.slowest;
        result.bottleneck = rate.bottleneck;
        isFirst = false;
    }
    for (ArcIndex arc = 0; arc < ends.wiring.arcCount(); ++arc) {
        const double rateBitPerS = ends.wiring.rate(arc).si();
        result.load.push_back(rateBitPerS > 0.0 ? filled->loadBitPerS[arc] / rateBitPerS : 0.0);
        result.excess = std::max(result.excess, result.load.back() - 1.0);
    }
    if (result.total.si() > 0.0)
        result.imbalance = worstBalance(ends.wiring, *filled) / result.total.si();
    return result;
}

}  // namespace halltwin::network
