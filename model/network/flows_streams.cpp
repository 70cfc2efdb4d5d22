// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows_streams.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::network {

namespace {

constexpr std::size_t mostStreams = 4'000'000;  // some 400 MB with the links that they take

/// Parts of one demand on the links to one target, in StreamSet of the pieces.
struct Piece {
    std::uint32_t demand = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Follows a demand's shares over all shortest ways to one target, farthest devices first.
class Spreader {
public:
    explicit Spreader(const FlowEnds& ends)
        : m_ends(ends),
          m_value(ends.wiring.deviceCount(), 0.0) {}

    void search(std::size_t target) {
        m_ways.search(m_ends.wiring, m_ends.targets[target], m_ends.sources[target]);
        m_nextHops.sort(m_ends.wiring, m_ways);
    }

    void append(const GroupEnds& from, double share, StreamSet& set) {
        for (const auto& point : from.points)
            place(point.place, point.share * share);
        for (std::size_t level = m_byDistance.size(); level-- > 0;) {
            for (const DeviceIndex device : m_byDistance[level])
                passOn(device, set);
            m_byDistance[level].clear();
        }
    }

private:
    void place(DeviceIndex device, double value) {
        const std::size_t level = m_ways.distance(device);
        if (m_byDistance.size() <= level) m_byDistance.resize(level + 1);
        if (m_value[device] == 0.0) m_byDistance[level].push_back(device);
        m_value[device] += value;
    }

    void passOn(DeviceIndex device, StreamSet& set) {
        const double value = std::exchange(m_value[device], 0.0);
        for (const ArcIndex arc : m_nextHops.of(device)) {
            const double part = value * m_ways.share(m_ends.wiring, arc);
            set.arcs.push_back(arc);
            set.shares.push_back(part);
            place(m_ends.wiring.head(arc), part);
        }
    }

    const FlowEnds& m_ends;
    ShortestWays m_ways;
    NextHops m_nextHops;
    std::vector<double> m_value;
    std::vector<std::vector<DeviceIndex>> m_byDistance;
};

void appendPart(StreamSet& set, ArcIndex arc, double share) {
    set.arcs.push_back(arc);
    set.shares.push_back(share);
}

/// The pieces of each demand put together, with the links at its hosts.
StreamSet joined(const FlowEnds& ends, const StreamSet& parts, std::vector<Piece>& pieces) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.demand < b.demand; });
    StreamSet set;
    for (std::size_t n = 0; n < pieces.size(); ++n) {
        const Piece& piece = pieces[n];
        const Demand& demand = ends.traffic.demands[piece.demand];
        if (n == 0 || pieces[n - 1].demand != piece.demand) {
            set.streams.push_back(
                {piece.demand, demand.flows, unreachable, unreachable, set.arcs.size()});
            for (const auto& part : ends.groups[demand.from].arcs)
                appendPart(set, part.place, part.share);
            for (const auto& part : ends.groups[demand.to].arcs)
                appendPart(set, part.place ^ 1U, part.share);
        }
        for (std::size_t p = piece.begin; p < piece.end; ++p)
            appendPart(set, parts.arcs[p], parts.shares[p]);
    }
    return set;
}

/// A flow of ECMP: the members of its demand's groups, and its number among those of this pair.
struct HashedFlow {
    std::uint32_t demand = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t repeat = 0;
    double flows = 0.0;
};

/// The pairs of ports that the flows of a demand take: every pair where the flows suffice for it,
/// else an even sample in which each port takes its turn.
class PairPicker {
public:
    explicit PairPicker(const FlowEnds& ends)
        : m_ends(ends),
          m_turnFrom(ends.traffic.groups.size(), 0),
          m_turnTo(ends.traffic.groups.size(), 0) {}

    [[nodiscard]] const std::vector<HashedFlow>& pick(std::uint32_t index, std::size_t most) {
        const Demand& demand = m_ends.traffic.demands[index];
        const auto wanted = static_cast<std::size_t>(
            std::min(std::ceil(demand.flows), static_cast<double>(std::max<std::size_t>(1, most))));
        m_flows.clear();
        if (m_ends.traffic.groups[demand.from].size() * m_ends.traffic.groups[demand.to].size() <=
            2 * wanted)
            enumerate(demand);
        const std::size_t once = m_flows.size();
        if (once == 0 || once > wanted) {
            m_flows.clear();
            sample(demand, wanted);
        } else {
            repeat(once, wanted);
        }
        for (HashedFlow& flow : m_flows) {
            flow.demand = index;
            flow.flows = demand.flows / static_cast<double>(m_flows.size());
        }
        return m_flows;
    }

private:
    [[nodiscard]] DeviceIndex hostOf(std::uint32_t group, std::size_t member) const {
        return m_ends.traffic.groups[group][member].host;
    }

    void enumerate(const Demand& demand) {
        for (std::uint32_t a = 0; a < m_ends.traffic.groups[demand.from].size(); ++a)
            for (std::uint32_t b = 0; b < m_ends.traffic.groups[demand.to].size(); ++b)
                if (hostOf(demand.from, a) != hostOf(demand.to, b))
                    m_flows.push_back({0, a, b, 0, 0.0});
    }

    /// The first `once` flows again, each with its next number.
    void repeat(std::size_t once, std::size_t count) {
        for (std::size_t n = once; n < count; ++n) {
            m_flows.push_back(m_flows[n - once]);
            ++m_flows.back().repeat;
        }
    }

    void sample(const Demand& demand, std::size_t count) {
        const std::size_t fromSize = m_ends.traffic.groups[demand.from].size();
        const std::size_t toSize = m_ends.traffic.groups[demand.to].size();
        while (m_flows.size() < count) {
            std::size_t a = m_turnFrom[demand.from]++ % fromSize;
            std::size_t b = m_turnTo[demand.to]++ % toSize;
            for (std::size_t t = 0; t < toSize && isOneHost(demand, a, b); ++t)
                b = m_turnTo[demand.to]++ % toSize;
            for (std::size_t t = 0; t < fromSize && isOneHost(demand, a, b); ++t)
                a = m_turnFrom[demand.from]++ % fromSize;
            m_flows.push_back(
                {0, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), 0, 0.0});
        }
    }

    [[nodiscard]] bool isOneHost(const Demand& demand, std::size_t a, std::size_t b) const {
        return hostOf(demand.from, a) == hostOf(demand.to, b);
    }

    const FlowEnds& m_ends;
    std::vector<std::size_t> m_turnFrom;  ///< by group
    std::vector<std::size_t> m_turnTo;
    std::vector<HashedFlow> m_flows;
};

std::uint64_t hashOf(const Traffic& traffic, const HashedFlow& flow, std::uint64_t seed) {
    const Demand& demand = traffic.demands[flow.demand];
    const auto portHash = [](const PortRef& port) {
        return mixed(port.host, static_cast<std::uint64_t>(std::int64_t{port.port} + 1));
    };
    const std::uint64_t from = portHash(traffic.groups[demand.from][flow.from]);
    const std::uint64_t to = portHash(traffic.groups[demand.to][flow.to]);
    return mixed(mixed(mixed(seed, from), to), flow.repeat);
}

class Hasher {
public:
    Hasher(const FlowEnds& ends, std::uint64_t seed) : m_ends(ends), m_seed(seed) {}

    void search(std::size_t target) {
        m_ways.search(m_ends.wiring, m_ends.targets[target], m_ends.sources[target]);
        m_nextHops.sort(m_ends.wiring, m_ways);
    }

    void append(const HashedFlow& flow, StreamSet& set) const {
        const Demand& demand = m_ends.traffic.demands[flow.demand];
        const PortRef& from = m_ends.traffic.groups[demand.from][flow.from];
        const PortRef& to = m_ends.traffic.groups[demand.to][flow.to];
        const ArcIndex first = m_ends.groups[demand.from].memberArcs[flow.from];
        const ArcIndex last = m_ends.groups[demand.to].memberArcs[flow.to];
        set.streams.push_back({flow.demand, flow.flows, from.host, to.host, set.arcs.size()});
        if (first != noArc) appendPart(set, first, 1.0);
        const DeviceIndex begin = first != noArc ? m_ends.wiring.head(first) : from.host;
        for (const ArcIndex arc :
             hashedPath(m_ends.wiring, m_nextHops, begin, hashOf(m_ends.traffic, flow, m_seed)))
            appendPart(set, arc, 1.0);
        if (last != noArc) appendPart(set, last ^ 1U, 1.0);
    }

private:
    const FlowEnds& m_ends;
    std::uint64_t m_seed = 0;
    ShortestWays m_ways;
    NextHops m_nextHops;
};

}  // namespace

std::optional<StreamSet> spreadStreams(const FlowEnds& ends, std::size_t limit) {
    StreamSet parts;
    std::vector<Piece> pieces;
    Spreader spreader(ends);
    for (std::size_t t = 0; t < ends.targets.size(); ++t) {
        if (ends.parts[t].empty()) continue;
        spreader.search(t);
        for (const PartTo& part : ends.parts[t]) {
            const std::size_t begin = parts.arcs.size();
            spreader.append(ends.groups[ends.traffic.demands[part.demand].from], part.share, parts);
            pieces.push_back({part.demand, begin, parts.arcs.size()});
            if (parts.arcs.size() > limit) return std::nullopt;
        }
    }
    return joined(ends, parts, pieces);
}

StreamSet hashedStreams(const FlowEnds& ends, const FlowSettings& settings) {
    std::vector<std::vector<HashedFlow>> byTarget(ends.targets.size());
    const std::size_t most = std::min(settings.pathsPerDemand,
                                      mostStreams / std::max<std::size_t>(1, ends.limits.size()));
    PairPicker picker(ends);
    for (std::uint32_t d = 0; d < ends.traffic.demands.size(); ++d) {
        if (ends.limits[d] != FlowLimit::Link) continue;
        const std::uint32_t group = ends.traffic.demands[d].to;
        for (const HashedFlow& flow : picker.pick(d, most)) {
            const ArcIndex last = ends.groups[group].memberArcs[flow.to];
            const DeviceIndex target =
                last != noArc ? ends.wiring.head(last) : ends.traffic.groups[group][flow.to].host;
            byTarget[ends.targetOf[target]].push_back(flow);
        }
    }
    StreamSet set;
    Hasher hasher(ends, settings.seed);
    for (std::size_t t = 0; t < ends.targets.size(); ++t) {
        hasher.search(t);
        for (const HashedFlow& flow : byTarget[t])
            hasher.append(flow, set);
    }
    return set;
}

}  // namespace halltwin::network
