// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/availability.h"

#include "model/power/graph.h"
#include "model/power/modules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <random>
#include <utility>

namespace halltwin::power {

namespace {

constexpr double yearH = 8760.0;

/// The part of a chain that a load hangs on, as far as a source reaches it.
class Ancestry {
public:
    static Result<Ancestry> of(const ChainInput& input, ItemId load) {
        const auto found = std::find_if(input.loads.begin(), input.loads.end(),
                                        [load](const Load& one) { return one.id == load; });
        if (found == input.loads.end())
            return fail(ErrorCode::NotFound, fmt::format("Item {} is no load", load.value),
                        "availability", "Name a rack or another load of the chain");
        auto graph = buildGraph(input);
        if (!graph) return tl::unexpected(graph.error());
        Ancestry result(input, *std::move(graph));
        result.m_node =
            result.m_graph.elementCount + static_cast<std::size_t>(found - input.loads.begin());
        result.findMembers();
        return result;
    }

    /// Elements by index that matter to the load; none where it is dark anyway.
    [[nodiscard]] const std::vector<std::size_t>& members() const { return m_members; }

    [[nodiscard]] bool isDarkWithout(const std::vector<std::size_t>& out) {
        for (const std::size_t element : out)
            m_blocked[element] = true;
        const bool dark = !isFed();
        for (const std::size_t element : out)
            m_blocked[element] = false;
        return dark;
    }

private:
    Ancestry(const ChainInput& input, Graph graph)
        : m_input(input),
          m_graph(std::move(graph)),
          m_blocked(loopNodes(m_graph)),
          m_seen(m_graph.size(), 0) {}

    void findMembers() {
        const std::vector<bool> reached =
            reachedFromSources(m_input, m_graph, m_blocked, Sources::WithGenerators);
        if (!reached[m_node]) return;
        std::vector<std::size_t> open{m_node};
        std::vector<bool> seen(m_graph.size(), false);
        while (!open.empty()) {
            const std::size_t node = open.back();
            open.pop_back();
            for (const std::size_t cord : m_graph.in[node]) {
                const std::size_t above = m_graph.cords[cord].from;
                if (seen[above] || !reached[above]) continue;
                seen[above] = true;
                m_members.push_back(above);
                open.push_back(above);
            }
        }
        std::sort(m_members.begin(), m_members.end());
    }

    /// A living path from the load up to a source.
    [[nodiscard]] bool isFed() {
        ++m_round;
        m_open.assign(1, m_node);
        while (!m_open.empty()) {
            const std::size_t node = m_open.back();
            m_open.pop_back();
            for (const std::size_t cord : m_graph.in[node]) {
                const std::size_t above = m_graph.cords[cord].from;
                if (m_blocked[above] || m_seen[above] == m_round) continue;
                if (isSource(m_input.elements[above].kind, Sources::WithGenerators)) return true;
                m_seen[above] = m_round;
                m_open.push_back(above);
            }
        }
        return false;
    }

    const ChainInput& m_input;
    Graph m_graph;
    std::size_t m_node = 0;
    std::vector<std::size_t> m_members;
    std::vector<bool> m_blocked;
    std::vector<std::size_t> m_seen;  ///< round in which a node was seen last
    std::vector<std::size_t> m_open;
    std::size_t m_round = 0;
};

/// Cut sets by size: a set is looked at only where it holds no smaller one.
class CutFinder {
public:
    explicit CutFinder(Ancestry& ancestry) : m_ancestry(ancestry) {}

    std::vector<std::vector<std::size_t>> find(std::size_t largest) {
        for (std::size_t size = 1; size <= largest; ++size)
            extend({}, 0, size);
        return std::move(m_cuts);
    }

private:
    void extend(std::vector<std::size_t> chosen, std::size_t from, std::size_t wanted) {
        if (holdsCut(chosen)) return;
        if (chosen.size() == wanted) {
            if (m_ancestry.isDarkWithout(chosen)) m_cuts.push_back(chosen);
            return;
        }
        const auto& members = m_ancestry.members();
        for (std::size_t n = from; n < members.size(); ++n) {
            chosen.push_back(members[n]);
            extend(chosen, n + 1, wanted);
            chosen.pop_back();
        }
    }

    [[nodiscard]] bool holdsCut(const std::vector<std::size_t>& chosen) const {
        return std::any_of(m_cuts.begin(), m_cuts.end(), [&](const auto& cut) {
            return std::includes(chosen.begin(), chosen.end(), cut.begin(), cut.end());
        });
    }

    Ancestry& m_ancestry;
    std::vector<std::vector<std::size_t>> m_cuts;
};

using Cuts = std::vector<std::vector<std::size_t>>;

/// None where the load is dark anyway.
Result<std::optional<Cuts>> cutsByIndex(const ChainInput& input, ItemId load, int largest) {
    if (largest < 1 || largest > 4)
        return fail(ErrorCode::OutOfRange, "Cut sets of 1 to 4 elements can be looked for",
                    "availability", "Ask for a size from 1 to 4");
    auto ancestry = Ancestry::of(input, load);
    if (!ancestry) return tl::unexpected(ancestry.error());
    if (ancestry->members().empty()) return std::optional<Cuts>();
    return std::optional<Cuts>(CutFinder(*ancestry).find(static_cast<std::size_t>(largest)));
}

}  // namespace

double unavailability(const Reliability& reliability) {
    const double expected = reliability.failuresPerYear * reliability.repair.in(hours) / yearH;
    return expected > 0.0 ? expected / (1.0 + expected) : 0.0;
}

double unavailability(const Element& element, const Reliability& reliability) {
    return unavailabilityOfModules(element, unavailability(reliability));
}

Duration downtimePerYear(double unavailability) {
    return hours(yearH * unavailability);
}

Result<std::vector<std::vector<ItemId>>> minimalCutSets(const ChainInput& input, ItemId load,
                                                        int largest) {
    const auto cuts = cutsByIndex(input, load, largest);
    if (!cuts) return tl::unexpected(cuts.error());
    std::vector<std::vector<ItemId>> result;
    if (!*cuts) return result;
    for (const auto& cut : **cuts) {
        std::vector<ItemId>& ids = result.emplace_back();
        for (const std::size_t element : cut)
            ids.push_back(input.elements[element].id);
    }
    return result;
}

Result<double> loadUnavailability(const ChainInput& input, ItemId load,
                                  const ReliabilityOf& reliability, int largest) {
    const auto cuts = cutsByIndex(input, load, largest);
    if (!cuts) return tl::unexpected(cuts.error());
    if (!*cuts) return 1.0;
    double logFed = 0.0;  // small probabilities: sums of logarithms keep their digits
    for (const auto& cut : **cuts) {
        double together = 1.0;
        for (const std::size_t element : cut)
            together *=
                unavailability(input.elements[element], reliability(input.elements[element]));
        logFed += std::log1p(-together);
    }
    return -std::expm1(logFed);
}

Result<DrawnUnavailability> drawUnavailability(const ChainInput& input, ItemId load,
                                               const ReliabilityOf& reliability,
                                               const DrawSettings& settings,
                                               const std::stop_token& stop) {
    auto ancestry = Ancestry::of(input, load);
    if (!ancestry) return tl::unexpected(ancestry.error());
    if (ancestry->members().empty()) return DrawnUnavailability{1.0, 0.0};
    std::vector<double> share;
    for (const std::size_t element : ancestry->members())
        share.push_back(
            unavailability(input.elements[element], reliability(input.elements[element])));
    std::mt19937_64 engine(settings.seed);
    std::vector<std::size_t> out;
    std::size_t dark = 0;
    constexpr std::size_t drawsPerLook = 4096;
    for (std::size_t draw = 0; draw < settings.draws; ++draw) {
        if (draw % drawsPerLook == 0 && stop.stop_requested())
            return fail(ErrorCode::Cancelled, "The draw was cancelled.", "availability");
        out.clear();
        for (std::size_t n = 0; n < share.size(); ++n) {
            // 53 bits as a number in [0, 1): library distributions differ between systems.
            const double chance = static_cast<double>(engine() >> 11U) * 0x1p-53;
            if (chance < share[n]) out.push_back(ancestry->members()[n]);
        }
        if (!out.empty() && ancestry->isDarkWithout(out)) ++dark;
    }
    const auto draws = static_cast<double>(std::max<std::size_t>(1, settings.draws));
    const double mean = static_cast<double>(dark) / draws;
    return DrawnUnavailability{mean, std::sqrt(mean * (1.0 - mean) / draws)};
}

}  // namespace halltwin::power
