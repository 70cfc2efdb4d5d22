// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/traffic_collective.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace halltwin::network {

namespace {

Traffic trafficOf(const Graph& graph, const Ranks& ranks, const FabricCollectiveInput& input) {
    switch (input.algorithm) {
        case CollectiveAlgorithm::Ring: return ringTraffic(ranks);
        case CollectiveAlgorithm::DoubleBinaryTree: return doubleTreeTraffic(ranks);
        case CollectiveAlgorithm::Hierarchical: return railRingTraffic(ranks);
        case CollectiveAlgorithm::Direct: break;
    }
    return allToAllTraffic(graph, ranks, {Joining::ByLeaf, input.crossRail});
}

/// B of the α–β law from the rate of the slowest flow.
DataRate bandwidthOf(const FabricCollectiveInput& input, std::size_t ranks, DataRate slowest) {
    switch (input.algorithm) {
        case CollectiveAlgorithm::Direct: return slowest * static_cast<double>(ranks - 1);
        case CollectiveAlgorithm::DoubleBinaryTree:
            return slowest * 4.0;  // two trees, up and down: each flow carries half of the data
        case CollectiveAlgorithm::Ring:
        case CollectiveAlgorithm::Hierarchical: break;
    }
    return slowest;
}

/// Ranks on each host if all have the same number.
std::optional<double> ranksPerHost(const Ranks& ranks) {
    std::map<DeviceIndex, std::size_t> count;
    for (const PortRef& rank : ranks)
        ++count[rank.host];
    const std::size_t first = count.begin()->second;
    for (const auto& [host, number] : count)
        if (number != first) return std::nullopt;
    return static_cast<double>(first);
}

bool hasNeighboursInside(const Ranks& ranks) {
    std::map<DeviceIndex, std::size_t> count;
    for (const PortRef& rank : ranks)
        if (++count[rank.host] > 1) return true;
    return false;
}

/// Sets B, and what the scale-up domain has to say to it.
Result<void> setBandwidth(const Ranks& ranks, const FabricCollectiveInput& input,
                          FabricCollective& result) {
    CollectiveInput& figures = result.figures;
    const bool isOnFabric = !result.traffic.demands.empty();
    if (isOnFabric) figures.bandwidth = bandwidthOf(input, ranks.size(), result.flows.slowest);
    if (input.algorithm == CollectiveAlgorithm::Hierarchical) {
        const auto inside = ranksPerHost(ranks);
        if (!inside)
            return fail(ErrorCode::InvalidArgument, "Hosts have unlike numbers of ranks",
                        "collective on the fabric", "Take a ring, or equal hosts");
        figures.ranksInside = *inside;
        figures.bandwidthInside = input.scaleUp.rate;
        figures.latencyInside = input.scaleUp.latency;
        return {};
    }
    if (!hasNeighboursInside(ranks)) return {};
    if (!isOnFabric) {
        figures.bandwidth = input.scaleUp.rate;
        figures.latency = input.scaleUp.latency;
    } else if (input.scaleUp.rate.si() > 0.0 && input.algorithm != CollectiveAlgorithm::Direct) {
        figures.bandwidth = std::min(figures.bandwidth, input.scaleUp.rate);
    }
    return {};
}

}  // namespace

Result<FabricCollective> collectiveOnFabric(const Graph& graph, const Ranks& ranks,
                                            const FabricCollectiveInput& input,
                                            const std::stop_token& stop) {
    if (ranks.size() < 2)
        return fail(ErrorCode::InvalidArgument, "A collective takes two ranks or more",
                    "collective on the fabric", "Name more GPUs");
    FabricCollective result;
    result.traffic = trafficOf(graph, ranks, input);
    auto flows = maxMinRates(graph, result.traffic, input.flows, stop);
    if (!flows) return tl::unexpected(flows.error());
    result.flows = *std::move(flows);
    if (result.flows.demandsWithoutWay > 0)
        return fail(ErrorCode::NotFound,
                    fmt::format("{} demands between ranks have no way over the fabric",
                                result.flows.demandsWithoutWay),
                    "collective on the fabric", "Repair the links, or leave out cut-off servers");
    const std::uint32_t hops = result.flows.hops;
    const FabricLatency& latency = input.latency;
    result.figures.kind = input.kind;
    result.figures.algorithm = input.algorithm;
    result.figures.ranks = static_cast<double>(ranks.size());
    result.figures.bytes = input.bytes;
    result.figures.latency = latency.endpoints + latency.perSwitch * (hops > 0 ? hops - 1.0 : 0.0) +
                             latency.perMetre * (latency.cable.in(metres)*hops);
    if (const auto set = setBandwidth(ranks, input, result); !set)
        return tl::unexpected(set.error());
    const auto time = collectiveTime(result.figures);
    if (!time) return tl::unexpected(time.error());
    result.result = *time;
    return result;
}

}  // namespace halltwin::network
