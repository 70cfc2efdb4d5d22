// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/network/graph.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stop_token>
#include <vector>

namespace halltwin::network {

/// One way of a link: 2 × link for a → b, 2 × link + 1 for b → a.
using ArcIndex = std::uint32_t;

inline constexpr ArcIndex noArc = std::numeric_limits<ArcIndex>::max();
inline constexpr std::uint32_t unreachable = std::numeric_limits<std::uint32_t>::max();

/// The device that an arc leaves, and the one that it leads to.
[[nodiscard]] inline DeviceIndex tailOf(const Graph& graph, ArcIndex arc) {
    return arc % 2 == 0 ? graph.links[arc / 2].a : graph.links[arc / 2].b;
}
[[nodiscard]] inline DeviceIndex headOf(const Graph& graph, ArcIndex arc) {
    return tailOf(graph, arc ^ 1U);
}

/// Who is joined to whom by links that live, ready for searches. A link whose rate is not a number
/// above zero, or that names no device, carries nothing. A host passes traffic of others on only
/// where it is wired to other hosts, as in a torus; elsewhere traffic begins and ends at hosts.
/// Immutable, so any number of threads may read it.
class Wiring {
public:
    explicit Wiring(const Graph& graph);

    [[nodiscard]] std::size_t deviceCount() const { return m_begin.size() - 1; }
    [[nodiscard]] std::size_t arcCount() const { return m_head.size(); }
    [[nodiscard]] DeviceIndex head(ArcIndex arc) const { return m_head[arc]; }
    [[nodiscard]] DeviceIndex tail(ArcIndex arc) const { return m_head[arc ^ 1U]; }
    /// 0 of a dead link.
    [[nodiscard]] DataRate rate(ArcIndex arc) const {
        return DataRate::fromSi(m_rateBitPerS[arc / 2]);
    }
    [[nodiscard]] bool isAlive(ArcIndex arc) const { return m_rateBitPerS[arc / 2] > 0.0; }
    /// Living arcs that leave the device, by rising link.
    [[nodiscard]] std::span<const ArcIndex> out(DeviceIndex device) const {
        return std::span(m_out).subspan(m_begin[device], m_begin[device + 1] - m_begin[device]);
    }
    [[nodiscard]] bool isRelay(DeviceIndex device) const { return m_relay[device] != 0; }
    [[nodiscard]] bool isHost(DeviceIndex device) const { return m_host[device] != 0; }
    /// The arc that leaves a host by that port; noArc where nothing living is plugged in.
    [[nodiscard]] ArcIndex arcOfPort(const Graph& graph, DeviceIndex host, int port) const;

private:
    std::vector<DeviceIndex> m_head;    ///< by arc
    std::vector<double> m_rateBitPerS;  ///< by link
    std::vector<std::size_t> m_begin;
    std::vector<ArcIndex> m_out;
    std::vector<std::uint8_t> m_relay;
    std::vector<std::uint8_t> m_host;
};

/// Every shortest way to one device: on a Clos network the equal-cost paths of ECMP, on a dragonfly
/// or torus minimal routing (no detours over other groups).
class ShortestWays {
public:
    ShortestWays() = default;
    ShortestWays(const Wiring& wiring, DeviceIndex target) { search(wiring, target); }

    /// Searches anew and keeps the memory of the last search. With `sources` the search ends where
    /// it has found all of them: what is farther away counts as unreachable.
    void search(const Wiring& wiring, DeviceIndex target,
                std::span<const DeviceIndex> sources = {});

    [[nodiscard]] DeviceIndex target() const { return m_order.front(); }
    /// Links from the device to the target; `unreachable` without a way.
    [[nodiscard]] std::uint32_t distance(DeviceIndex device) const { return m_distance[device]; }
    /// Number of shortest ways; parallel links count apart.
    [[nodiscard]] double count(DeviceIndex device) const { return m_count[device]; }
    /// Devices with a way, nearest first.
    [[nodiscard]] const std::vector<DeviceIndex>& order() const { return m_order; }
    /// Arcs that shortest ways take, those nearest to the target first.
    [[nodiscard]] const std::vector<ArcIndex>& arcs() const { return m_arcs; }
    /// Share of what is at the arc's tail that the arc takes when all shortest ways get the same.
    [[nodiscard]] double share(const Wiring& wiring, ArcIndex arc) const {
        return m_count[wiring.head(arc)] / m_count[wiring.tail(arc)];
    }

private:
    void forget(std::size_t devices);
    void expand(const Wiring& wiring, DeviceIndex device);

    std::vector<std::uint32_t> m_distance;
    std::vector<double> m_count;
    std::vector<DeviceIndex> m_order;
    std::vector<ArcIndex> m_arcs;
};

/// The arcs that each device may take next towards the target of a search.
class NextHops {
public:
    NextHops() = default;
    NextHops(const Wiring& wiring, const ShortestWays& ways) { sort(wiring, ways); }

    /// Sorts anew and keeps the memory of the last search.
    void sort(const Wiring& wiring, const ShortestWays& ways);

    /// Empty at the target and where there is no way.
    [[nodiscard]] std::span<const ArcIndex> of(DeviceIndex device) const {
        return std::span(m_arcs).subspan(m_begin[device], m_begin[device + 1] - m_begin[device]);
    }

private:
    std::vector<std::size_t> m_begin;
    std::vector<std::size_t> m_next;
    std::vector<ArcIndex> m_arcs;
};

/// A well-mixed 64-bit number from two (the finaliser of SplitMix64: G. Steele, D. Lea, C. Flood,
/// OOPSLA 2014). The same on every machine.
[[nodiscard]] std::uint64_t mixed(std::uint64_t a, std::uint64_t b);

/// The one shortest way that a flow takes when each device picks a next hop by the flow's hash, as
/// switches do with the header fields. Empty where the source is the target or has no way.
[[nodiscard]] std::vector<ArcIndex> hashedPath(const Wiring& wiring, const NextHops& nextHops,
                                               DeviceIndex from, std::uint64_t flowHash);

/// Links between hosts of two groups, over all pairs of different hosts.
struct HopFigures {
    double mean = 0.0;
    std::uint32_t least = 0;
    std::uint32_t most = 0;
    std::size_t pairsWithoutWay = 0;
};

/// Hops between groups of hosts (pods, racks, units): entry [i][j] from group i to group j; zeros
/// where no pair has a way. Fails with OutOfRange where a group names no device, and with Cancelled.
[[nodiscard]] Result<std::vector<std::vector<HopFigures>>>
hopMatrix(const Graph& graph, const std::vector<std::vector<DeviceIndex>>& groups,
          const std::stop_token& stop = {});

}  // namespace halltwin::network
