// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/hall_availability.h"

#include "model/power/graph.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <unordered_map>

namespace halltwin::power {

namespace {

using CutSets = std::vector<std::vector<ItemId>>;

/// Unavailability by element; sums of logarithms keep the digits of small figures.
class CutBooks {
public:
    explicit CutBooks(const ChainInput& input) {
        for (const Element& element : input.elements)
            m_shares.emplace(element.id, unavailability(element, statedReliability(element)));
    }
    [[nodiscard]] double together(const std::vector<ItemId>& cut) const {
        double share = 1.0;
        for (const ItemId id : cut)
            share *= m_shares.at(id);
        return share;
    }
    template <class Sets>
    [[nodiscard]] double unavailabilityOf(const Sets& cuts) const {
        double logFed = 0.0;
        for (const auto& cut : cuts)
            logFed += std::log1p(-together(cut));
        return -std::expm1(logFed);
    }

private:
    std::unordered_map<ItemId, double> m_shares;
};

/// Upper ends of a load's cords: loads that share them share their fate.
std::vector<std::size_t> parentsOf(const Graph& graph, std::size_t node) {
    std::vector<std::size_t> parents;
    for (const std::size_t cord : graph.in[node])
        parents.push_back(graph.cords[cord].from);
    std::sort(parents.begin(), parents.end());
    parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
    return parents;
}

/// Draws states of the whole chain and counts what is dark in them.
class ChainDraw {
public:
    ChainDraw(const ChainInput& input, const Graph& graph)
        : m_input(input),
          m_graph(graph),
          m_looped(loopNodes(graph)),
          m_dark(input.loads.size(), 0) {
        for (const Element& element : input.elements)
            m_shares.push_back(unavailability(element, statedReliability(element)));
        m_darkWhole = darkLoads(m_looped);
    }

    Result<void> run(const DrawSettings& settings, const std::stop_token& stop) {
        constexpr std::size_t drawsPerLook = 4096;
        std::mt19937_64 engine(settings.seed);
        for (std::size_t draw = 0; draw < settings.draws; ++draw) {
            if (draw % drawsPerLook == 0 && stop.stop_requested())
                return fail(ErrorCode::Cancelled, "The draw was cancelled.", "availability");
            drawOnce(engine);
        }
        m_draws = static_cast<double>(std::max<std::size_t>(1, settings.draws));
        return {};
    }

    [[nodiscard]] DrawnUnavailability ofLoad(std::size_t load) const {
        return figureOf(m_dark[load]);
    }
    [[nodiscard]] DrawnUnavailability ofAny() const { return figureOf(m_any); }

private:
    void drawOnce(std::mt19937_64& engine) {
        std::vector<bool> blocked = m_looped;
        bool whole = true;
        for (std::size_t n = 0; n < m_shares.size(); ++n) {
            // 53 bits as a number in [0, 1): library distributions differ between systems.
            const double chance = static_cast<double>(engine() >> 11U) * 0x1p-53;
            if (chance >= m_shares[n]) continue;
            blocked[n] = true;
            whole = false;
        }
        const std::vector<std::size_t> dark = whole ? m_darkWhole : darkLoads(blocked);
        for (const std::size_t load : dark)
            ++m_dark[load];
        if (!dark.empty()) ++m_any;
    }

    /// Critical loads that no source reaches.
    [[nodiscard]] std::vector<std::size_t> darkLoads(const std::vector<bool>& blocked) const {
        const auto reached = reachedFromSources(m_input, m_graph, blocked, Sources::WithGenerators);
        std::vector<std::size_t> dark;
        for (std::size_t n = 0; n < m_input.loads.size(); ++n)
            if (m_input.loads[n].critical && !reached[m_graph.elementCount + n]) dark.push_back(n);
        return dark;
    }

    [[nodiscard]] DrawnUnavailability figureOf(std::size_t dark) const {
        const double mean = static_cast<double>(dark) / m_draws;
        return {mean, std::sqrt(mean * (1.0 - mean) / m_draws)};
    }

    const ChainInput& m_input;
    const Graph& m_graph;
    std::vector<bool> m_looped;
    std::vector<double> m_shares;
    std::vector<std::size_t> m_darkWhole;  ///< with nothing out
    std::vector<std::size_t> m_dark;       ///< draws in which a load was dark
    std::size_t m_any = 0;
    double m_draws = 1.0;
};

Result<void> fillCutSets(const ChainInput& input, const Graph& graph, int largest,
                         HallAvailability& hall) {
    const CutBooks books(input);
    std::map<std::vector<std::size_t>, LoadAvailability> known;
    std::set<std::vector<ItemId>> all;
    Power demand;
    double lost = 0.0;
    double alwaysDark = 0.0;
    for (std::size_t n = 0; n < input.loads.size(); ++n) {
        const Load& load = input.loads[n];
        if (!load.critical) continue;
        const auto parents = parentsOf(graph, graph.elementCount + n);
        auto at = known.find(parents);
        if (at == known.end()) {
            auto cuts = minimalCutSets(input, load.id, largest);
            if (!cuts) return tl::unexpected(cuts.error());
            std::stable_sort(cuts->begin(), cuts->end(), [&](const auto& a, const auto& b) {
                return books.together(a) > books.together(b);
            });
            LoadAvailability answer;
            // Nothing to cut: no source reaches it as it is.
            answer.unavailability = cuts->empty() ? 1.0 : books.unavailabilityOf(*cuts);
            answer.cutSets = *std::move(cuts);
            at = known.emplace(parents, std::move(answer)).first;
        }
        hall.loads.push_back(at->second);
        hall.loads.back().load = load.id;
        all.insert(at->second.cutSets.begin(), at->second.cutSets.end());
        alwaysDark = std::max(alwaysDark, at->second.cutSets.empty() ? 1.0 : 0.0);
        demand += load.demand;
        lost += load.demand.si() * at->second.unavailability;
    }
    hall.mean = demand.si() > 0.0 ? lost / demand.si() : 0.0;
    hall.any = std::max(alwaysDark, books.unavailabilityOf(all));
    return {};
}

}  // namespace

Reliability statedReliability(const Element& element) {
    return element.reliability.value_or(Reliability{});
}

Result<HallAvailability> hallAvailability(const ChainInput& input,
                                          const AvailabilitySettings& settings,
                                          const std::stop_token& stop) {
    const Result<Graph> graph = buildGraph(input);
    if (!graph) return tl::unexpected<Error>(graph.error());
    HallAvailability hall;
    for (const Element& element : input.elements)
        if (!element.reliability) hall.withoutFigure.push_back(element.id);
    if (auto done = fillCutSets(input, *graph, settings.largestCut, hall); !done)
        return tl::unexpected(done.error());
    if (!settings.draws) return hall;
    ChainDraw draw(input, *graph);
    if (auto done = draw.run(*settings.draws, stop); !done) return tl::unexpected(done.error());
    std::size_t place = 0;
    for (std::size_t n = 0; n < input.loads.size(); ++n)
        if (input.loads[n].critical) hall.loads[place++].drawn = draw.ofLoad(n);
    hall.anyDrawn = draw.ofAny();
    return hall;
}

}  // namespace halltwin::power
