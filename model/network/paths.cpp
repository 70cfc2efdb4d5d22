// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/paths.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::network {

namespace {

bool carries(const Graph& graph, const Link& link) {
    const double rateBitPerS = link.rate.si();
    return std::isfinite(rateBitPerS) && rateBitPerS > 0.0 && link.a < graph.devices.size() &&
           link.b < graph.devices.size() && link.a != link.b;
}

/// The distances of one target to the hosts of one group.
void addHops(const ShortestWays& ways, const std::vector<DeviceIndex>& group, HopFigures& figures,
             std::size_t& pairs) {
    for (const DeviceIndex host : group) {
        if (host == ways.target()) continue;
        const std::uint32_t hops = ways.distance(host);
        if (hops == unreachable) {
            ++figures.pairsWithoutWay;
            continue;
        }
        figures.least = pairs == 0 ? hops : std::min(figures.least, hops);
        figures.most = std::max(figures.most, hops);
        figures.mean += hops;
        ++pairs;
    }
}

}  // namespace

Wiring::Wiring(const Graph& graph)
    : m_head(2 * graph.links.size(), 0),
      m_rateBitPerS(graph.links.size(), 0.0),
      m_begin(graph.devices.size() + 1, 0),
      m_relay(graph.devices.size(), 0),
      m_host(graph.devices.size(), 0) {
    for (std::size_t d = 0; d < graph.devices.size(); ++d) {
        m_host[d] = graph.devices[d].role == DeviceRole::Host ? 1 : 0;
        m_relay[d] = m_host[d] != 0 ? 0 : 1;
    }
    for (std::size_t l = 0; l < graph.links.size(); ++l) {
        const Link& link = graph.links[l];
        if (!carries(graph, link)) continue;
        m_rateBitPerS[l] = link.rate.si();
        m_head[2 * l] = link.b;
        m_head[2 * l + 1] = link.a;
        ++m_begin[link.a + 1];
        ++m_begin[link.b + 1];
        if (m_host[link.a] != 0 && m_host[link.b] != 0) m_relay[link.a] = m_relay[link.b] = 1;
    }
    for (std::size_t d = 0; d < graph.devices.size(); ++d)
        m_begin[d + 1] += m_begin[d];
    m_out.resize(m_begin.back());
    std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
    for (ArcIndex arc = 0; arc < m_head.size(); ++arc)
        if (isAlive(arc)) m_out[next[tail(arc)]++] = arc;
}

ArcIndex Wiring::arcOfPort(const Graph& graph, DeviceIndex host, int port) const {
    for (const ArcIndex arc : out(host)) {
        const Link& link = graph.links[arc / 2];
        if ((arc % 2 == 0 ? link.portA : link.portB) == port) return arc;
    }
    return noArc;
}

void ShortestWays::forget(std::size_t devices) {
    if (m_distance.size() != devices) {
        m_distance.assign(devices, unreachable);
        m_count.assign(devices, 0.0);
    }
    for (const DeviceIndex device : m_order) {
        if (device >= devices) continue;
        m_distance[device] = unreachable;
        m_count[device] = 0.0;
    }
    m_order.clear();
    m_arcs.clear();
}

void ShortestWays::search(const Wiring& wiring, DeviceIndex target,
                          std::span<const DeviceIndex> sources) {
    forget(wiring.deviceCount());
    m_order.push_back(target);
    m_distance[target] = 0;
    m_count[target] = 1.0;
    auto missing = sources.begin();
    std::uint32_t farthest = sources.empty() ? unreachable : 0;
    std::size_t next = 0;
    while (next < m_order.size()) {  // it grows on the way
        const DeviceIndex device = m_order[next++];
        for (; missing != sources.end() && m_distance[*missing] != unreachable; ++missing)
            farthest = std::max(farthest, m_distance[*missing]);
        if (missing == sources.end() && m_distance[device] >= farthest) break;
        if (device == target || wiring.isRelay(device)) expand(wiring, device);
    }
}

void ShortestWays::expand(const Wiring& wiring, DeviceIndex device) {
    const std::uint32_t next = m_distance[device] + 1;
    // Links lead both ways, so the arcs that leave are those that arrive.
    for (const ArcIndex arc : wiring.out(device)) {
        const DeviceIndex from = wiring.head(arc);
        if (m_distance[from] == unreachable) {
            m_distance[from] = next;
            m_order.push_back(from);
        }
        if (m_distance[from] != next) continue;
        m_count[from] += m_count[device];
        m_arcs.push_back(arc ^ 1U);
    }
}

void NextHops::sort(const Wiring& wiring, const ShortestWays& ways) {
    m_begin.assign(wiring.deviceCount() + 1, 0);
    for (const ArcIndex arc : ways.arcs())
        ++m_begin[wiring.tail(arc) + 1];
    for (std::size_t d = 0; d < wiring.deviceCount(); ++d)
        m_begin[d + 1] += m_begin[d];
    m_next.assign(m_begin.begin(), m_begin.end() - 1);
    m_arcs.resize(ways.arcs().size());
    for (const ArcIndex arc : ways.arcs())
        m_arcs[m_next[wiring.tail(arc)]++] = arc;
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a + 0x9E3779B97F4A7C15ULL * (b + 1);
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

std::vector<ArcIndex> hashedPath(const Wiring& wiring, const NextHops& nextHops, DeviceIndex from,
                                 std::uint64_t flowHash) {
    std::vector<ArcIndex> path;
    for (auto choices = nextHops.of(from); !choices.empty(); choices = nextHops.of(from)) {
        path.push_back(choices[mixed(flowHash, from) % choices.size()]);
        from = wiring.head(path.back());
    }
    return path;
}

Result<std::vector<std::vector<HopFigures>>>
hopMatrix(const Graph& graph, const std::vector<std::vector<DeviceIndex>>& groups,
          const std::stop_token& stop) {
    for (const auto& group : groups)
        for (const DeviceIndex host : group)
            if (host >= graph.devices.size())
                return fail(ErrorCode::OutOfRange, fmt::format("The fabric has no device {}", host),
                            "hop matrix", "Name hosts of this fabric");
    const Wiring wiring(graph);
    std::vector<std::vector<HopFigures>> matrix(groups.size(),
                                                std::vector<HopFigures>(groups.size()));
    std::vector<std::vector<std::size_t>> pairs(groups.size(),
                                                std::vector<std::size_t>(groups.size(), 0));
    ShortestWays ways;
    for (std::size_t to = 0; to < groups.size(); ++to)
        for (const DeviceIndex host : groups[to]) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, "The hop matrix was cancelled.", "hop matrix");
            ways.search(wiring, host);
            for (std::size_t from = 0; from < groups.size(); ++from)
                addHops(ways, groups[from], matrix[from][to], pairs[from][to]);
        }
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = 0; j < groups.size(); ++j)
            if (pairs[i][j] > 0) matrix[i][j].mean /= static_cast<double>(pairs[i][j]);
    return matrix;
}

}  // namespace halltwin::network
