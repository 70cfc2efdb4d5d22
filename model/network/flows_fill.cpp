// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows_streams.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace halltwin::network {

namespace {

constexpr double sameLevel = 1e-12;  // relative; levels nearer than this are one

/// Who crosses each arc.
struct Crossings {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> streams;
};

Crossings crossingsOf(const StreamSet& set, std::size_t arcCount) {
    Crossings crossings;
    crossings.begin.assign(arcCount + 1, 0);
    for (const ArcIndex arc : set.arcs)
        ++crossings.begin[arc + 1];
    for (std::size_t a = 0; a < arcCount; ++a)
        crossings.begin[a + 1] += crossings.begin[a];
    std::vector<std::size_t> next(crossings.begin.begin(), crossings.begin.end() - 1);
    crossings.streams.resize(set.arcs.size());
    for (std::uint32_t s = 0; s < set.streams.size(); ++s)
        for (std::size_t p = set.streams[s].begin; p < set.end(s); ++p)
            crossings.streams[next[set.arcs[p]]++] = s;
    return crossings;
}

/// Progressive filling with a heap of the levels at which arcs fill up. A level only rises while
/// streams freeze below it, so an entry that is out of date is put back when it comes up.
class WaterFill {
public:
    WaterFill(const FlowEnds& ends, const StreamSet& set)
        : m_ends(ends),
          m_set(set),
          m_crossings(crossingsOf(set, ends.wiring.arcCount())),
          m_weight(ends.wiring.arcCount(), 0.0),
          m_free(ends.wiring.arcCount(), 0.0),
          m_waiting(ends.wiring.arcCount(), 0),
          m_rate(set.streams.size(), -1.0),
          m_arc(set.streams.size(), noArc) {
        for (std::size_t s = 0; s < set.streams.size(); ++s)
            for (std::size_t p = set.streams[s].begin; p < set.end(s); ++p) {
                m_weight[set.arcs[p]] += set.streams[s].flows * set.shares[p];
                ++m_waiting[set.arcs[p]];
            }
    }

    FilledFlows run() {
        const std::size_t arcCount = m_weight.size();
        for (std::size_t arc = 0; arc < arcCount; ++arc) {
            m_free[arc] = m_ends.wiring.rate(static_cast<ArcIndex>(arc)).si();
            if (m_waiting[arc] > 0) m_heap.emplace(m_free[arc] / m_weight[arc], arc);
        }
        for (std::size_t s = 0; s < m_rate.size(); ++s)
            if (wantedBitPerS(s) > 0.0) m_heap.emplace(wantedBitPerS(s), arcCount + s);
        while (!m_heap.empty()) {
            const auto [level, place] = m_heap.top();
            m_heap.pop();
            if (place >= arcCount)
                freeze(place - arcCount, level, noArc);
            else
                fillArc(static_cast<ArcIndex>(place), level);
        }
        return collect();
    }

private:
    using Entry = std::pair<double, std::size_t>;

    [[nodiscard]] double wantedBitPerS(std::size_t stream) const {
        return m_ends.traffic.demands[m_set.streams[stream].demand].wanted.si();
    }

    void fillArc(ArcIndex arc, double level) {
        if (m_waiting[arc] == 0) return;
        const double now = std::max(level, m_free[arc] / m_weight[arc]);
        if (now > level * (1.0 + sameLevel)) {
            m_heap.emplace(now, arc);
            return;
        }
        for (std::size_t c = m_crossings.begin[arc]; c < m_crossings.begin[arc + 1]; ++c)
            freeze(m_crossings.streams[c], level, arc);
    }

    void freeze(std::size_t stream, double level, ArcIndex arc) {
        if (m_rate[stream] >= 0.0) return;
        m_rate[stream] = level;
        m_arc[stream] = arc;
        const double flows = m_set.streams[stream].flows;
        for (std::size_t p = m_set.streams[stream].begin; p < m_set.end(stream); ++p) {
            const double weight = flows * m_set.shares[p];
            m_weight[m_set.arcs[p]] -= weight;
            m_free[m_set.arcs[p]] = std::max(0.0, m_free[m_set.arcs[p]] - level * weight);
            --m_waiting[m_set.arcs[p]];
        }
    }

    [[nodiscard]] FilledFlows collect() const {
        const std::size_t demands = m_ends.traffic.demands.size();
        FilledFlows filled{std::vector<double>(demands, 0.0), std::vector<double>(demands, 0.0),
                           std::vector<ArcIndex>(demands, noArc),
                           std::vector<double>(m_weight.size(), 0.0),
                           std::vector<double>(m_ends.wiring.deviceCount(), 0.0)};
        std::vector<std::uint8_t> isSeen(demands, 0);
        for (std::size_t s = 0; s < m_rate.size(); ++s) {
            const Stream& stream = m_set.streams[s];
            const double total = std::max(0.0, m_rate[s]) * stream.flows;
            filled.meanBitPerS[stream.demand] +=
                total / m_ends.traffic.demands[stream.demand].flows;
            if (isSeen[stream.demand] == 0 || m_rate[s] < filled.slowestBitPerS[stream.demand]) {
                filled.slowestBitPerS[stream.demand] = m_rate[s];
                filled.bottleneck[stream.demand] = m_arc[s];
                isSeen[stream.demand] = 1;
            }
            for (std::size_t p = stream.begin; p < m_set.end(s); ++p)
                filled.loadBitPerS[m_set.arcs[p]] += total * m_set.shares[p];
            addEnds(stream, total, filled.deviceInBitPerS);
        }
        return filled;
    }

    void addEnds(const Stream& stream, double total, std::vector<double>& deviceIn) const {
        if (stream.from != unreachable) {
            deviceIn[stream.from] += total;
            deviceIn[stream.to] -= total;
            return;
        }
        const Demand& demand = m_ends.traffic.demands[stream.demand];
        addMembers(m_ends.traffic.groups[demand.from], total, deviceIn);
        addMembers(m_ends.traffic.groups[demand.to], -total, deviceIn);
    }

    const FlowEnds& m_ends;
    const StreamSet& m_set;
    Crossings m_crossings;
    std::vector<double> m_weight;          ///< of waiting streams, by arc
    std::vector<double> m_free;            ///< bit/s that frozen streams leave, by arc
    std::vector<std::uint32_t> m_waiting;  ///< parts of waiting streams, by arc
    std::vector<double> m_rate;            ///< bit/s of one flow, by stream; below 0: waits
    std::vector<ArcIndex> m_arc;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_heap;
};

}  // namespace

FilledFlows fillStreams(const FlowEnds& ends, const StreamSet& set) {
    return WaterFill(ends, set).run();
}

}  // namespace halltwin::network
