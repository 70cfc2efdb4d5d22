// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/redundancy_level.h"

#include "model/power/supply_blocks.h"
#include "model/project/connections.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <utility>

namespace halltwin::power {

namespace {

using Nodes = std::vector<std::size_t>;

/// What is doubled for its capacity, where the rest is way.
bool isCapacity(ItemKind kind) {
    return isPowerSource(kind) || kind == ItemKind::Transformer || kind == ItemKind::Ups;
}

class Recognition {
public:
    Recognition(const Network& network, const std::vector<Contingency>& sweep)
        : m_network(network),
          m_input(network.input()),
          m_before(network.solve(network.normalState())),
          m_sides(sidesOfLoads(network)),
          m_blocks(findBlocks(network, m_sides)),
          m_singlePoints(m_input.loads.size()) {
        std::unordered_map<ItemId, std::size_t> places;
        for (std::size_t n = 0; n < m_input.loads.size(); ++n)
            places.emplace(m_input.loads[n].id, n);
        for (std::size_t n = 0; n < sweep.size(); ++n) {
            for (const ItemId load : sweep[n].darkLoads)
                m_singlePoints[places.at(load)].push_back(n);
            for (const ItemId load : sweep[n].interrupted)
                m_singlePoints[places.at(load)].push_back(n);
        }
        gradeGroups();
    }

    RedundancyReport report() {
        RedundancyReport report;
        std::vector<bool> single(m_input.elements.size(), false);
        bool first = true;
        for (std::size_t n = 0; n < m_input.loads.size(); ++n) {
            report.loads.push_back(gradeOf(n));
            if (!m_input.loads[n].critical) continue;
            const LoadRedundancy& load = report.loads.back();
            if (first || load.level < report.hall) {
                report.hall = load.level;
                report.blocks = load.blocks;
            }
            first = false;
            for (const std::size_t node : m_singlePoints[n])
                single[node] = true;
        }
        for (std::size_t n = 0; n < single.size(); ++n)
            if (single[n]) report.singlePoints.push_back(m_input.elements[n].id);
        return report;
    }

private:
    struct Grade {
        RedundancyLevel level = RedundancyLevel::NPlus1;
        int blocks = 0;
    };

    void gradeGroups() {
        for (std::size_t group = 0; group < m_blocks.connected.size(); ++group) {
            const auto halves = halvesOf(m_blocks, group, m_sides);
            Grade& grade = m_grades.emplace_back();
            if (!halves[0].empty() && holdsWithout(halves[0]) && holdsWithout(halves[1])) {
                grade.level = RedundancyLevel::TwoN;
                continue;
            }
            const Nodes& blocks = m_blocks.connected[group];
            const bool holds = blocks.size() > 2 &&
                               std::all_of(blocks.begin(), blocks.end(),
                                           [this](auto block) { return holdsWithout({block}); });
            if (holds) grade = {RedundancyLevel::Distributed, static_cast<int>(blocks.size())};
        }
    }

    /// Nothing is overloaded that was not before. What has two sides keeps one of them.
    [[nodiscard]] bool holdsWithout(const Nodes& blocks) const {
        constexpr double roundingSlack = 1e-9;
        ChainState state = m_network.normalState();
        for (const std::size_t block : blocks)
            for (const std::size_t node : m_blocks.members[block])
                state.gone[node] = 1;
        const ChainResult left = m_network.solve(state);
        for (std::size_t n = 0; n < left.elements.size(); ++n)
            if (left.elements[n].loading >
                std::max(1.0, m_before.elements[n].loading) + roundingSlack)
                return false;
        return true;
    }

    [[nodiscard]] LoadRedundancy gradeOf(std::size_t place) {
        LoadRedundancy result;
        result.load = m_input.loads[place].id;
        const LoadResult& load = m_before.loads[place];
        if (!load.feedA && !load.feedB) return result;
        Nodes& points = m_singlePoints[place];
        std::sort(points.begin(), points.end());
        points.erase(std::unique(points.begin(), points.end()), points.end());
        bool capacity = false;
        for (const std::size_t node : points) {
            result.singlePoints.push_back(m_input.elements[node].id);
            capacity = capacity || isCapacity(m_input.elements[node].kind);
        }
        const LoadSides& sides = m_sides[place];
        Nodes above = sides.common;
        for (const Nodes& side : sides.sides)
            above.insert(above.end(), side.begin(), side.end());
        std::sort(above.begin(), above.end());
        for (const std::size_t node : above)
            if (!std::binary_search(points.begin(), points.end(), node))
                result.survives.push_back(m_input.elements[node].id);
        result.level = capacity ? RedundancyLevel::N : RedundancyLevel::NPlus1;
        if (!points.empty() || !sides.areTwo()) return result;
        const Grade& grade = m_grades[m_blocks.groupOf[m_blocks.ofLoad[place][0]]];
        result.level = grade.level;
        result.blocks = grade.blocks;
        return result;
    }

    const Network& m_network;
    const ChainInput& m_input;
    ChainResult m_before;
    std::vector<LoadSides> m_sides;
    SupplyBlocks m_blocks;
    std::vector<Grade> m_grades;        ///< by group of blocks
    std::vector<Nodes> m_singlePoints;  ///< by load
};

}  // namespace

std::string nameOf(RedundancyLevel level, int blocks) {
    switch (level) {
        case RedundancyLevel::None: return "none";
        case RedundancyLevel::N: return "N";
        case RedundancyLevel::NPlus1: return "N+1";
        case RedundancyLevel::Distributed: return fmt::format("{}N/{}", blocks, blocks - 1);
        case RedundancyLevel::TwoN: return "2N";
    }
    return {};
}

Result<RedundancyReport> redundancyReport(const ChainInput& input, const SequenceSettings& settings,
                                          const std::stop_token& stop) {
    const auto sweep = sweepFailures(input, 1, settings, stop);
    if (!sweep) return tl::unexpected(sweep.error());
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    auto modules = moduleRedundancy(input, settings, stop);
    if (!modules) return tl::unexpected(modules.error());
    RedundancyReport report = Recognition(*network, *sweep).report();
    report.modules = *std::move(modules);
    return report;
}

}  // namespace halltwin::power
