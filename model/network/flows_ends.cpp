// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows_ends.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace halltwin::network {

namespace {

void addPoint(std::vector<PartAt<DeviceIndex>>& points, DeviceIndex device, double share) {
    const auto found = std::find_if(points.begin(), points.end(),
                                    [device](const auto& point) { return point.place == device; });
    if (found == points.end())
        points.push_back({device, share});
    else
        found->share += share;
}

GroupEnds endsOf(const Graph& graph, const Wiring& wiring, const std::vector<PortRef>& members) {
    GroupEnds ends;
    ends.isAlive = true;
    ends.onlyHost = members.front().host;
    const double share = 1.0 / static_cast<double>(members.size());
    for (const PortRef& member : members) {
        if (member.host != ends.onlyHost) ends.onlyHost = unreachable;
        if (member.port == anyPort) {
            ends.isAlive = ends.isAlive && !wiring.out(member.host).empty();
            ends.memberArcs.push_back(noArc);
            addPoint(ends.points, member.host, share);
            continue;
        }
        const ArcIndex arc = wiring.arcOfPort(graph, member.host, member.port);
        ends.memberArcs.push_back(arc);
        if (arc == noArc) {
            ends.isAlive = false;
            continue;
        }
        ends.arcs.push_back({arc, share});
        addPoint(ends.points, wiring.head(arc), share);
    }
    return ends;
}

FlowLimit limitOf(const GroupEnds& from, const GroupEnds& to, const Demand& demand) {
    if (from.onlyHost != unreachable && from.onlyHost == to.onlyHost) return FlowLimit::Inside;
    if (demand.flows <= 0.0) return FlowLimit::Wanted;
    return from.isAlive && to.isAlive ? FlowLimit::Link : FlowLimit::NoWay;
}

/// Where the parts that end at each target begin, each device once.
void findSources(FlowEnds& ends) {
    ends.sources.resize(ends.targets.size());
    std::vector<std::size_t> seenAt(ends.wiring.deviceCount(), ends.targets.size());
    const auto add = [&](std::size_t target, const GroupEnds& from) {
        for (const auto& point : from.points)
            if (std::exchange(seenAt[point.place], target) != target)
                ends.sources[target].push_back(point.place);
    };
    for (std::size_t t = 0; t < ends.targets.size(); ++t)
        for (const PartTo& part : ends.parts[t])
            add(t, ends.groups[ends.traffic.demands[part.demand].from]);
}

/// Links of a part's longest way with those at its hosts; none where a point has no way.
std::optional<std::uint32_t> hopsOf(const FlowEnds& ends, const PartTo& part,
                                    const ShortestWays& ways) {
    const Demand& demand = ends.traffic.demands[part.demand];
    const GroupEnds& from = ends.groups[demand.from];
    const std::uint32_t outside =
        (from.arcs.empty() ? 0U : 1U) + (ends.groups[demand.to].arcs.empty() ? 0U : 1U);
    std::uint32_t hops = 0;
    for (const auto& point : from.points) {
        if (ways.distance(point.place) == unreachable) return std::nullopt;
        hops = std::max(hops, outside + ways.distance(point.place));
    }
    return hops;
}

/// A demand that one of its parts cannot reach has no way at all.
void dropUnreached(FlowEnds& ends) {
    ShortestWays ways;
    for (std::size_t t = 0; t < ends.targets.size(); ++t) {
        ways.search(ends.wiring, ends.targets[t], ends.sources[t]);
        for (const PartTo& part : ends.parts[t]) {
            const auto hops = hopsOf(ends, part, ways);
            if (!hops) ends.limits[part.demand] = FlowLimit::NoWay;
            ends.hops = std::max(ends.hops, hops.value_or(0));
        }
    }
    for (auto& parts : ends.parts)
        std::erase_if(parts, [&](const PartTo& part) {
            return ends.limits[part.demand] == FlowLimit::NoWay;
        });
}

}  // namespace

void addMembers(const std::vector<PortRef>& members, double bitPerS,
                std::vector<double>& deviceIn) {
    for (const PortRef& member : members)
        deviceIn[member.host] += bitPerS / static_cast<double>(members.size());
}

FlowEnds findEnds(const Graph& graph, const Traffic& traffic) {
    FlowEnds ends{traffic, Wiring(graph), {}, {}, {}, {}, {}, {}, 0};
    ends.targetOf.assign(graph.devices.size(), unreachable);
    for (const auto& members : traffic.groups)
        ends.groups.push_back(endsOf(graph, ends.wiring, members));
    for (std::uint32_t d = 0; d < traffic.demands.size(); ++d) {
        const Demand& demand = traffic.demands[d];
        const GroupEnds& to = ends.groups[demand.to];
        ends.limits.push_back(limitOf(ends.groups[demand.from], to, demand));
        if (ends.limits.back() != FlowLimit::Link) continue;
        for (const auto& point : to.points) {
            if (ends.targetOf[point.place] == unreachable) {
                ends.targetOf[point.place] = static_cast<std::uint32_t>(ends.targets.size());
                ends.targets.push_back(point.place);
                ends.parts.emplace_back();
            }
            ends.parts[ends.targetOf[point.place]].push_back({d, point.share});
        }
    }
    findSources(ends);
    dropUnreached(ends);
    return ends;
}

}  // namespace halltwin::network
