// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows_field.h"

#include <algorithm>
#include <limits>
#include <tbb/parallel_for.h>

namespace halltwin::network {

namespace {

constexpr double sameLevel = 1e-9;      // relative; levels nearer than this are one
constexpr std::size_t chunkCount = 16;  // fixed, so that sums do not depend on the threads
constexpr double never = std::numeric_limits<double>::infinity();

enum class State : std::uint8_t { Rises, FreezesNow, Stays };

/// What one chunk of targets works on.
struct Chunk {
    ShortestWays ways;
    std::vector<ArcIndex> neck;    ///< by device: the first neck on its ways
    std::vector<double> level;     ///< by device: a level, in bit/s
    std::vector<double> rising;    ///< by device: flows that pass
    std::vector<double> freezing;  ///< by device: bit/s that pass
    std::vector<double> levelOn;   ///< by arc: the lowest level of a demand that passes
    std::vector<double> risingOn;  ///< by arc
    std::vector<double> freezingOn;
};

/// Rounds of four sweeps. An arc's level is what its rising flows would get if it filled up now. A
/// demand's level is the lowest on its ways; an arc is a neck where no demand on it has a lower
/// one. Necks fill up at their level whatever the others do, so that each round freezes all that
/// stand at a neck anywhere, not only at the lowest.
class FieldFill {
public:
    explicit FieldFill(const FlowEnds& ends)
        : m_ends(ends),
          m_state(ends.traffic.demands.size(), State::Stays),
          m_level(ends.traffic.demands.size(), 0.0),
          m_arc(ends.traffic.demands.size(), noArc),
          m_frozenOn(ends.wiring.arcCount(), 0.0),
          m_risingOn(ends.wiring.arcCount(), 0.0),
          m_levelOn(ends.wiring.arcCount(), never),
          m_isNeck(ends.wiring.arcCount(), 0),
          m_found(ends.targets.size()),
          m_foundLevel(ends.targets.size()),
          m_chunks(std::min(chunkCount, std::max<std::size_t>(1, ends.targets.size()))) {
        for (std::size_t t = 0; t < ends.targets.size(); ++t)
            for (const PartTo& part : ends.parts[t])
                m_state[part.demand] = State::Rises;
        for (Chunk& chunk : m_chunks) {
            for (auto* byDevice : {&chunk.level, &chunk.rising, &chunk.freezing})
                byDevice->resize(ends.wiring.deviceCount());
            for (auto* byArc : {&chunk.levelOn, &chunk.risingOn, &chunk.freezingOn})
                byArc->resize(ends.wiring.arcCount());
            chunk.neck.resize(ends.wiring.deviceCount());
        }
    }

    Result<FilledFlows> run(const std::stop_token& stop) {
        propagate();
        while (std::find(m_state.begin(), m_state.end(), State::Rises) != m_state.end()) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, "The traffic was cancelled.", "traffic");
            findLevels();
            findNecks();
            freeze();
            if (std::find(m_state.begin(), m_state.end(), State::FreezesNow) == m_state.end())
                return fail(ErrorCode::NotConverged, "Flows without a limit", "traffic",
                            "Give every demand a rate or a way over a link");
            propagate();
            for (State& state : m_state)
                if (state == State::FreezesNow) state = State::Stays;
        }
        return collect();
    }

private:
    /// Work on every target that has a demand in this state.
    template <class Work>
    void forEachTarget(const Work& work) {
        tbb::parallel_for(std::size_t{0}, m_chunks.size(), [&](std::size_t c) {
            for (std::size_t t = c; t < m_ends.targets.size(); t += m_chunks.size()) {
                if (!isAtWork(t)) continue;
                m_chunks[c].ways.search(m_ends.wiring, m_ends.targets[t], m_ends.sources[t]);
                work(m_chunks[c], t);
            }
        });
    }

    [[nodiscard]] bool isAtWork(std::size_t target) const {
        return std::any_of(
            m_ends.parts[target].begin(), m_ends.parts[target].end(),
            [&](const PartTo& part) { return m_state[part.demand] != State::Stays; });
    }

    [[nodiscard]] const Demand& demandOf(const PartTo& part) const {
        return m_ends.traffic.demands[part.demand];
    }

    [[nodiscard]] double levelOf(ArcIndex arc) const {
        if (m_risingOn[arc] <= 0.0) return never;
        return std::max(0.0, m_ends.wiring.rate(arc).si() - m_frozenOn[arc]) / m_risingOn[arc];
    }

    /// The level of every rising demand: the lowest of its arcs and of what it wants.
    void findLevels() {
        std::vector<double> from(m_ends.groups.size(), never);
        std::vector<double> to(m_ends.groups.size(), never);
        for (std::size_t g = 0; g < m_ends.groups.size(); ++g)
            for (const auto& part : m_ends.groups[g].arcs) {
                from[g] = std::min(from[g], levelOf(part.place));
                to[g] = std::min(to[g], levelOf(part.place ^ 1U));
            }
        for (std::size_t d = 0; d < m_state.size(); ++d) {
            if (m_state[d] != State::Rises) continue;
            const Demand& demand = m_ends.traffic.demands[d];
            m_level[d] = std::min(from[demand.from], to[demand.to]);
            if (demand.wanted.si() > 0.0) m_level[d] = std::min(m_level[d], demand.wanted.si());
        }
        forEachTarget([this](Chunk& chunk, std::size_t t) { findLevelsTo(chunk, t); });
        for (std::size_t t = 0; t < m_ends.targets.size(); ++t)
            for (std::size_t p = 0; p < m_foundLevel[t].size(); ++p) {
                const std::uint32_t d = m_ends.parts[t][p].demand;
                if (m_state[d] == State::Rises)
                    m_level[d] = std::min(m_level[d], m_foundLevel[t][p]);
            }
    }

    void findLevelsTo(Chunk& chunk, std::size_t t) {
        std::fill(chunk.level.begin(), chunk.level.end(), never);
        for (const ArcIndex arc : chunk.ways.arcs()) {
            double& level = chunk.level[m_ends.wiring.tail(arc)];
            level = std::min({level, levelOf(arc), chunk.level[m_ends.wiring.head(arc)]});
        }
        m_foundLevel[t].assign(m_ends.parts[t].size(), never);
        for (std::size_t p = 0; p < m_ends.parts[t].size(); ++p)
            for (const auto& point : m_ends.groups[demandOf(m_ends.parts[t][p]).from].points)
                m_foundLevel[t][p] = std::min(m_foundLevel[t][p], chunk.level[point.place]);
    }

    /// Arcs on which no rising demand has a lower level.
    void findNecks() {
        for (Chunk& chunk : m_chunks)
            std::fill(chunk.levelOn.begin(), chunk.levelOn.end(), never);
        forEachTarget([this](Chunk& chunk, std::size_t t) { lowerArcs(chunk, t); });
        std::fill(m_levelOn.begin(), m_levelOn.end(), never);
        for (const Chunk& chunk : m_chunks)
            for (std::size_t arc = 0; arc < m_levelOn.size(); ++arc)
                m_levelOn[arc] = std::min(m_levelOn[arc], chunk.levelOn[arc]);
        std::vector<double> from(m_ends.groups.size(), never);
        std::vector<double> to(m_ends.groups.size(), never);
        for (std::size_t d = 0; d < m_state.size(); ++d) {
            if (m_state[d] != State::Rises) continue;
            const Demand& demand = m_ends.traffic.demands[d];
            from[demand.from] = std::min(from[demand.from], m_level[d]);
            to[demand.to] = std::min(to[demand.to], m_level[d]);
        }
        for (std::size_t g = 0; g < m_ends.groups.size(); ++g)
            for (const auto& part : m_ends.groups[g].arcs) {
                m_levelOn[part.place] = std::min(m_levelOn[part.place], from[g]);
                m_levelOn[part.place ^ 1U] = std::min(m_levelOn[part.place ^ 1U], to[g]);
            }
        for (ArcIndex arc = 0; arc < m_isNeck.size(); ++arc)
            m_isNeck[arc] =
                m_risingOn[arc] > 0.0 && levelOf(arc) <= m_levelOn[arc] * (1.0 + sameLevel) ? 1 : 0;
    }

    void lowerArcs(Chunk& chunk, std::size_t t) const {
        std::fill(chunk.level.begin(), chunk.level.end(), never);
        for (const PartTo& part : m_ends.parts[t]) {
            if (m_state[part.demand] != State::Rises) continue;
            for (const auto& point : m_ends.groups[demandOf(part).from].points)
                chunk.level[point.place] = std::min(chunk.level[point.place], m_level[part.demand]);
        }
        const auto& arcs = chunk.ways.arcs();
        for (std::size_t n = arcs.size(); n-- > 0;) {
            const ArcIndex arc = arcs[n];
            const double level = chunk.level[m_ends.wiring.tail(arc)];
            double& below = chunk.level[m_ends.wiring.head(arc)];
            below = std::min(below, level);
            chunk.levelOn[arc] = std::min(chunk.levelOn[arc], level);
        }
    }

    /// Freezes who stands at a neck, and who has what it wants.
    void freeze() {
        std::vector<ArcIndex> from(m_ends.groups.size(), noArc);
        std::vector<ArcIndex> to(m_ends.groups.size(), noArc);
        for (std::size_t g = 0; g < m_ends.groups.size(); ++g)
            for (const auto& part : m_ends.groups[g].arcs) {
                if (from[g] == noArc && m_isNeck[part.place] != 0) from[g] = part.place;
                if (to[g] == noArc && m_isNeck[part.place ^ 1U] != 0) to[g] = part.place ^ 1U;
            }
        forEachTarget([this](Chunk& chunk, std::size_t t) { findNecksTo(chunk, t); });
        for (std::size_t t = 0; t < m_ends.targets.size(); ++t)
            for (std::size_t p = 0; p < m_found[t].size(); ++p)
                freezeAt(m_ends.parts[t][p].demand, m_found[t][p]);
        for (std::uint32_t d = 0; d < m_state.size(); ++d) {
            const Demand& demand = m_ends.traffic.demands[d];
            freezeAt(d, from[demand.from] != noArc ? from[demand.from] : to[demand.to]);
            if (m_state[d] == State::Rises && demand.wanted.si() > 0.0 &&
                demand.wanted.si() <= m_level[d])
                m_state[d] = State::FreezesNow;
        }
    }

    void freezeAt(std::uint32_t demand, ArcIndex neck) {
        if (neck == noArc || m_state[demand] != State::Rises) return;
        m_state[demand] = State::FreezesNow;
        const double wanted = m_ends.traffic.demands[demand].wanted.si();
        if (wanted <= 0.0 || wanted > m_level[demand]) m_arc[demand] = neck;
    }

    void findNecksTo(Chunk& chunk, std::size_t t) {
        std::fill(chunk.neck.begin(), chunk.neck.end(), noArc);
        for (const ArcIndex arc : chunk.ways.arcs()) {
            ArcIndex& neck = chunk.neck[m_ends.wiring.tail(arc)];
            if (neck == noArc)
                neck = m_isNeck[arc] != 0 ? arc : chunk.neck[m_ends.wiring.head(arc)];
        }
        m_found[t].assign(m_ends.parts[t].size(), noArc);
        for (std::size_t p = 0; p < m_ends.parts[t].size(); ++p)
            for (const auto& point : m_ends.groups[demandOf(m_ends.parts[t][p]).from].points)
                if (m_found[t][p] == noArc) m_found[t][p] = chunk.neck[point.place];
    }

    /// Adds what freezes now to the frozen load, and sums up anew what rises on.
    void propagate() {
        for (Chunk& chunk : m_chunks) {
            std::fill(chunk.risingOn.begin(), chunk.risingOn.end(), 0.0);
            std::fill(chunk.freezingOn.begin(), chunk.freezingOn.end(), 0.0);
        }
        forEachTarget([this](Chunk& chunk, std::size_t t) { runDown(chunk, t); });
        std::fill(m_risingOn.begin(), m_risingOn.end(), 0.0);
        for (const Chunk& chunk : m_chunks)
            for (std::size_t arc = 0; arc < m_risingOn.size(); ++arc) {
                m_risingOn[arc] += chunk.risingOn[arc];
                m_frozenOn[arc] += chunk.freezingOn[arc];
            }
        addHostLinks();
    }

    void runDown(Chunk& chunk, std::size_t t) const {
        std::fill(chunk.rising.begin(), chunk.rising.end(), 0.0);
        std::fill(chunk.freezing.begin(), chunk.freezing.end(), 0.0);
        for (const PartTo& part : m_ends.parts[t]) {
            if (m_state[part.demand] == State::Stays) continue;
            const Demand& demand = demandOf(part);
            const bool isRising = m_state[part.demand] == State::Rises;
            std::vector<double>& value = isRising ? chunk.rising : chunk.freezing;
            const double amount =
                part.share * demand.flows * (isRising ? 1.0 : m_level[part.demand]);
            for (const auto& point : m_ends.groups[demand.from].points)
                value[point.place] += amount * point.share;
        }
        const auto& arcs = chunk.ways.arcs();
        for (std::size_t n = arcs.size(); n-- > 0;) {
            const ArcIndex arc = arcs[n];
            const DeviceIndex tail = m_ends.wiring.tail(arc);
            const DeviceIndex head = m_ends.wiring.head(arc);
            const double share = chunk.ways.share(m_ends.wiring, arc);
            chunk.rising[head] += share * chunk.rising[tail];
            chunk.freezing[head] += share * chunk.freezing[tail];
            chunk.risingOn[arc] += share * chunk.rising[tail];
            chunk.freezingOn[arc] += share * chunk.freezing[tail];
        }
    }

    void addHostLinks() {
        struct Sums {
            double rising = 0.0;
            double freezing = 0.0;
        };
        std::vector<Sums> from(m_ends.groups.size());
        std::vector<Sums> to(m_ends.groups.size());
        for (std::size_t d = 0; d < m_state.size(); ++d) {
            const Demand& demand = m_ends.traffic.demands[d];
            const double rising = m_state[d] == State::Rises ? demand.flows : 0.0;
            const double freezing =
                m_state[d] == State::FreezesNow ? demand.flows * m_level[d] : 0.0;
            from[demand.from].rising += rising;
            from[demand.from].freezing += freezing;
            to[demand.to].rising += rising;
            to[demand.to].freezing += freezing;
        }
        for (std::size_t g = 0; g < m_ends.groups.size(); ++g)
            for (const auto& part : m_ends.groups[g].arcs) {
                m_risingOn[part.place] += part.share * from[g].rising;
                m_frozenOn[part.place] += part.share * from[g].freezing;
                m_risingOn[part.place ^ 1U] += part.share * to[g].rising;
                m_frozenOn[part.place ^ 1U] += part.share * to[g].freezing;
            }
    }

    [[nodiscard]] FilledFlows collect() const {
        FilledFlows filled{m_level, m_level, m_arc, m_frozenOn,
                           std::vector<double>(m_ends.wiring.deviceCount(), 0.0)};
        for (std::size_t d = 0; d < m_level.size(); ++d) {
            const Demand& demand = m_ends.traffic.demands[d];
            const double total = m_level[d] * demand.flows;
            if (total == 0.0) continue;
            addMembers(m_ends.traffic.groups[demand.from], total, filled.deviceInBitPerS);
            addMembers(m_ends.traffic.groups[demand.to], -total, filled.deviceInBitPerS);
        }
        return filled;
    }

    const FlowEnds& m_ends;
    std::vector<State> m_state;      ///< by demand
    std::vector<double> m_level;     ///< bit/s of one flow, by demand
    std::vector<ArcIndex> m_arc;     ///< full arc that holds it, by demand
    std::vector<double> m_frozenOn;  ///< bit/s, by arc
    std::vector<double> m_risingOn;  ///< flows, by arc
    std::vector<double> m_levelOn;   ///< lowest level of a rising demand, by arc
    std::vector<std::uint8_t> m_isNeck;
    std::vector<std::vector<ArcIndex>> m_found;     ///< necks, by target and part
    std::vector<std::vector<double>> m_foundLevel;  ///< by target and part
    std::vector<Chunk> m_chunks;
};

}  // namespace

Result<FilledFlows> fillField(const FlowEnds& ends, const std::stop_token& stop) {
    return FieldFill(ends).run(stop);
}

}  // namespace halltwin::network
