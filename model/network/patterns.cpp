// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/patterns.h"

#include "model/network/patterns_groups.h"

#include <algorithm>
#include <map>
#include <utility>

namespace halltwin::network {

namespace {

/// Demands between single ranks; each rank is a group of its own.
class SingleFlows {
public:
    explicit SingleFlows(const Ranks& ranks) : m_ranks(ranks) {
        for (const PortRef& rank : ranks)
            m_traffic.groups.push_back({rank});
    }

    void add(std::size_t from, std::size_t to) {
        if (m_ranks[from].host == m_ranks[to].host) return;
        m_traffic.demands.push_back(
            {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), 1.0, {}});
    }

    void addRing(const std::vector<std::size_t>& members) {
        for (std::size_t n = 0; n < members.size(); ++n)
            add(members[n], members[(n + 1) % members.size()]);
    }

    [[nodiscard]] Traffic take() { return std::move(m_traffic); }

private:
    const Ranks& m_ranks;
    Traffic m_traffic;
};

/// Every member of one side to every member of the other that is on another host.
Traffic crossTraffic(const LikePorts& from, const LikePorts& to) {
    Traffic traffic;
    traffic.groups = from.groups();
    traffic.groups.insert(traffic.groups.end(), to.groups().begin(), to.groups().end());
    const SharedHosts shared(from, to);
    for (std::size_t a = 0; a < from.groups().size(); ++a)
        for (std::size_t b = 0; b < to.groups().size(); ++b) {
            const double pairs =
                static_cast<double>(from.groups()[a].size() * to.groups()[b].size()) -
                shared.pairs(a, b);
            if (pairs > 0.0)
                traffic.demands.push_back({static_cast<std::uint32_t>(a),
                                           static_cast<std::uint32_t>(from.groups().size() + b),
                                           pairs,
                                           {}});
        }
    return traffic;
}

/// Flows that leave by a port of group `a` towards one member of group `b`, for each of its
/// members.
double sendersPerPort(const LikePorts& ports, std::size_t a, std::size_t b) {
    const std::int32_t wanted = ports.groups()[b].front().port;
    const std::int32_t own = ports.groups()[a].front().port;
    if (own == wanted)
        return static_cast<double>(ports.ranksPerHost(a)) / static_cast<double>(ports.sharers(a));
    return ports.hasPort(a, wanted) ? 0.0 : 1.0;
}

/// Ranges of numbers from 1 up; the root of a range is its number with the most twos as factors, so
/// odd numbers are leaves and even ones are not.
void hangBelow(std::size_t low, std::size_t high, std::size_t parent,
               std::vector<std::size_t>& parents) {
    if (low > high) return;
    std::size_t step = 1;
    while (high / (2 * step) * (2 * step) >= low)
        step *= 2;
    const std::size_t root = high / step * step;
    parents[root] = parent == 0 ? root : parent;
    hangBelow(low, root - 1, root, parents);
    hangBelow(root + 1, high, root, parents);
}

}  // namespace

Ranks ranksOf(const Graph& graph) {
    const Wiring wiring(graph);
    Ranks ranks;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d) {
        if (!wiring.isHost(d) || wiring.out(d).empty()) continue;
        if (wiring.isRelay(d)) {
            ranks.push_back({d, anyPort});
            continue;
        }
        const std::size_t first = ranks.size();
        for (const ArcIndex arc : wiring.out(d)) {
            const Link& link = graph.links[arc / 2];
            ranks.push_back({d, arc % 2 == 0 ? link.portA : link.portB});
        }
        std::sort(ranks.begin() + static_cast<std::ptrdiff_t>(first), ranks.end(),
                  [](const PortRef& a, const PortRef& b) { return a.port < b.port; });
    }
    return ranks;
}

Ranks survivingRanks(const Graph& graph, const Ranks& ranks) {
    const Ranks living = ranksOf(graph);
    std::map<DeviceIndex, std::vector<PortRef>> ports;
    for (const PortRef& port : living)
        ports[port.host].push_back(port);
    std::map<DeviceIndex, std::size_t> turn;
    Ranks surviving;
    for (const PortRef& rank : ranks) {
        const auto& own = ports[rank.host];
        if (own.empty()) continue;
        const bool isAlive =
            rank.port == anyPort || std::find(own.begin(), own.end(), rank) != own.end();
        surviving.push_back(isAlive ? rank : own[turn[rank.host]++ % own.size()]);
    }
    return surviving;
}

Traffic ringTraffic(const Ranks& ranks) {
    SingleFlows flows(ranks);
    std::vector<std::size_t> all;
    for (std::size_t r = 0; r < ranks.size(); ++r)
        all.push_back(r);
    flows.addRing(all);
    return flows.take();
}

Traffic railRingTraffic(const Ranks& ranks) {
    std::map<DeviceIndex, std::size_t> onHost;
    std::vector<std::vector<std::size_t>> rails;
    for (std::size_t r = 0; r < ranks.size(); ++r) {
        const std::size_t rail = onHost[ranks[r].host]++;
        if (rail == rails.size()) rails.emplace_back();
        rails[rail].push_back(r);
    }
    SingleFlows flows(ranks);
    for (const auto& members : rails)
        flows.addRing(members);
    return flows.take();
}

std::vector<std::uint32_t> treeParents(std::size_t ranks, int tree) {
    std::vector<std::size_t> parents(ranks + 1, 0);
    hangBelow(1, ranks, 0, parents);
    // The second tree is the first with the ranks moved on by one, which swaps odd and even.
    const std::size_t shift = tree == 0 ? 1 : 0;
    const auto numberOf = [&](std::size_t rank) {
        return rank + shift == 0 ? ranks : rank + shift;
    };
    const auto rankOf = [&](std::size_t number) {
        return static_cast<std::uint32_t>(number - shift < ranks ? number - shift : 0);
    };
    std::vector<std::uint32_t> result;
    for (std::size_t rank = 0; rank < ranks; ++rank)
        result.push_back(rankOf(parents[numberOf(rank)]));
    return result;
}

Traffic doubleTreeTraffic(const Ranks& ranks) {
    SingleFlows flows(ranks);
    for (const int tree : {0, 1}) {
        const auto parents = treeParents(ranks.size(), tree);
        for (std::size_t r = 0; r < ranks.size(); ++r) {
            if (parents[r] == r) continue;
            flows.add(r, parents[r]);
            flows.add(parents[r], r);
        }
    }
    return flows.take();
}

Traffic allToAllTraffic(const Graph& graph, const Ranks& ranks, const AllToAllSettings& settings) {
    const LikePorts ports(graph, ranks, settings.joining, settings.crossRail);
    Traffic traffic;
    traffic.groups = ports.groups();
    const SharedHosts shared(ports, ports);
    for (std::uint32_t a = 0; a < ports.groups().size(); ++a)
        for (std::uint32_t b = 0; b < ports.groups().size(); ++b) {
            double flows = static_cast<double>(ports.groups()[a].size() * ports.groups()[b].size());
            flows -= shared.pairs(a, b);
            if (settings.crossRail == CrossRail::InsideServer) flows *= sendersPerPort(ports, a, b);
            if (flows > 0.0) traffic.demands.push_back({a, b, flows, {}});
        }
    return traffic;
}

Traffic storageWriteTraffic(const Graph& graph, const Ranks& clients, const Ranks& servers,
                            Joining joining) {
    return crossTraffic(LikePorts(graph, clients, joining, CrossRail::OverFabric),
                        LikePorts(graph, servers, joining, CrossRail::OverFabric));
}

Traffic storageReadTraffic(const Graph& graph, const Ranks& clients, const Ranks& servers,
                           Joining joining) {
    return storageWriteTraffic(graph, servers, clients, joining);
}

Traffic incastTraffic(const Graph& graph, const Ranks& senders, const PortRef& receiver,
                      Joining joining) {
    return storageWriteTraffic(graph, senders, {receiver}, joining);
}

Traffic uniformTraffic(const Ranks& ranks, std::size_t peers, std::uint64_t seed) {
    SingleFlows flows(ranks);
    const bool hasOthers = std::any_of(ranks.begin(), ranks.end(), [&](const PortRef& rank) {
        return rank.host != ranks.front().host;
    });
    if (!hasOthers) return flows.take();
    for (std::size_t r = 0; r < ranks.size(); ++r)
        for (std::size_t n = 0; n < peers; ++n) {
            std::uint64_t tries = n;
            std::uint64_t draw = mixed(mixed(seed, r), tries);
            for (; ranks[draw % ranks.size()].host == ranks[r].host; tries += peers)
                draw = mixed(mixed(seed, r), tries + peers);
            flows.add(r, draw % ranks.size());
        }
    return flows.take();
}

}  // namespace halltwin::network
