// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_layers.h"

#include <algorithm>
#include <utility>

namespace halltwin::power {

namespace {

constexpr int sweeps = 12;  ///< more seldom find better

using Positions = std::vector<std::size_t>;

void fillPositions(const std::vector<std::size_t>& row, Positions& positions) {
    for (std::size_t i = 0; i < row.size(); ++i)
        positions[row[i]] = i;
}

/// Number of pairs out of order, by a tree of partial sums (Fenwick, 1994).
std::size_t countInversions(const std::vector<std::size_t>& values, std::size_t range) {
    std::vector<std::size_t> tree(range + 1, 0);
    std::size_t count = 0;
    std::size_t before = 0;
    for (const std::size_t value : values) {
        std::size_t notAbove = 0;
        for (std::size_t at = value + 1; at > 0; at -= at & (~at + 1))
            notAbove += tree[at];
        count += before - notAbove;
        ++before;
        for (std::size_t at = value + 1; at <= range; at += at & (~at + 1))
            ++tree[at];
    }
    return count;
}

enum class Sweep { Down, Up };

/// Orders a row by the mean place of what its units hang on (Sugiyama et al., IEEE Transactions
/// SMC 11, 1981). A unit without neighbours there keeps its place.
void orderRow(LayeredDiagram& diagram, std::size_t index, Sweep sweep, Positions& positions) {
    std::vector<std::size_t>& row = diagram.rows[index];
    const std::size_t other = sweep == Sweep::Down ? index - 1 : index + 1;
    const double otherWidth = static_cast<double>(diagram.rows[other].size());
    std::vector<std::pair<double, std::size_t>> places;
    places.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto& lines =
            sweep == Sweep::Down ? diagram.linesAbove[row[i]] : diagram.linesBelow[row[i]];
        double sum = 0.0;
        for (const std::size_t line : lines) {
            const UnitLine& each = diagram.lines[line];
            sum += static_cast<double>(positions[sweep == Sweep::Down ? each.above : each.below]);
        }
        const double own = static_cast<double>(i) / static_cast<double>(row.size()) * otherWidth;
        const double place = lines.empty() ? own : sum / static_cast<double>(lines.size());
        places.emplace_back(place, row[i]);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = places[i].second;
    fillPositions(row, positions);
}

}  // namespace

std::size_t countCrossings(const LayeredDiagram& diagram) {
    Positions positions(diagram.units.size(), 0);
    for (const auto& row : diagram.rows)
        fillPositions(row, positions);
    std::size_t count = 0;
    for (std::size_t r = 0; r + 1 < diagram.rows.size(); ++r) {
        std::vector<std::size_t> ends;
        for (const std::size_t unit : diagram.rows[r]) {
            const std::size_t first = ends.size();
            for (const std::size_t line : diagram.linesBelow[unit])
                ends.push_back(positions[diagram.lines[line].below]);
            std::sort(ends.begin() + static_cast<std::ptrdiff_t>(first), ends.end());
        }
        count += countInversions(ends, diagram.rows[r + 1].size());
    }
    return count;
}

void orderRows(LayeredDiagram& diagram) {
    Positions positions(diagram.units.size(), 0);
    for (const auto& row : diagram.rows)
        fillPositions(row, positions);
    auto best = diagram.rows;
    std::size_t fewest = countCrossings(diagram);
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        for (std::size_t row = 1; row < diagram.rows.size(); ++row)
            orderRow(diagram, row, Sweep::Down, positions);
        for (std::size_t row = diagram.rows.size(); row-- > 1;)
            orderRow(diagram, row - 1, Sweep::Up, positions);
        const std::size_t crossings = countCrossings(diagram);
        if (crossings >= fewest) continue;
        fewest = crossings;
        best = diagram.rows;
    }
    diagram.rows = std::move(best);
}

}  // namespace halltwin::power
