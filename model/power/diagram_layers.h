// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

inline constexpr std::size_t noNode = static_cast<std::size_t>(-1);

/// What takes one place in a row: a symbol, a block of loads on the same parents, or the bend of a
/// line that passes the row.
struct DiagramUnit {
    std::vector<std::size_t> members;  ///< nodes; none: a bend
    int layer = 0;
    double side = 0.0;  ///< of what feeds it: −1 all A … +1 all B

    [[nodiscard]] bool isBend() const { return members.empty(); }
};

/// A line between units of neighbouring rows.
struct UnitLine {
    std::size_t above = 0;
    std::size_t below = 0;
    Feed feed = Feed::A;
};

/// The rows of a diagram before anything has a place: units, and lines cut at each row.
struct LayeredDiagram {
    std::vector<DiagramUnit> units;
    std::vector<UnitLine> lines;
    std::vector<std::vector<std::size_t>> rows;        ///< units, in order
    std::vector<std::vector<std::size_t>> pathOfEdge;  ///< lines of each edge, from the top down
    std::vector<bool> isTurned;                        ///< edge whose path runs against it
    std::vector<std::size_t> unitOfNode;               ///< noNode for a stray
    std::vector<std::size_t> strays;                   ///< nodes without an edge
    std::vector<std::vector<std::size_t>> linesAbove;  ///< by unit
    std::vector<std::vector<std::size_t>> linesBelow;  ///< by unit
};

/// Rows by the longest path from the sources, in a first order: from A to B, then as a search from
/// the sources meets them.
[[nodiscard]] LayeredDiagram layerDiagram(const DiagramGraph& graph);

/// Lines that cross between neighbouring rows.
[[nodiscard]] std::size_t countCrossings(const LayeredDiagram& diagram);

/// Reorders the rows for few crossings.
void orderRows(LayeredDiagram& diagram);

}  // namespace halltwin::power
