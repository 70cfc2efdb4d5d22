// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

/// A place in a diagram, in its own unit (a pixel at full size); y grows down.
struct DiagramPoint {
    double x = 0.0;
    double y = 0.0;

    bool operator==(const DiagramPoint&) const = default;
};

/// Room that symbols and lines take, in the unit of the diagram.
struct DiagramSizes {
    double nodeWidth = 132.0;
    double nodeHeight = 52.0;
    double gapAcross = 28.0;    ///< between symbols of a row
    double gapDown = 22.0;      ///< between a row and the lines above and below it
    double stackGap = 12.0;     ///< between loads of a column
    double lane = 9.0;          ///< between lines that run side by side
    std::size_t stackOf = 8;    ///< loads in one column, then the next begins
    std::size_t strayRow = 12;  ///< symbols without a cord in one row
};

/// Where everything stands. Routes are corners of lines that run along the axes, from the symbol
/// above to the one below; a line enters a symbol at the top, a load of a column at its side: feed
/// A on the left, feed B on the right.
struct DiagramLayout {
    std::vector<DiagramPoint> centres;              ///< by node of the graph
    std::vector<std::vector<DiagramPoint>> routes;  ///< by edge of the graph; two points or more
    std::vector<int> layers;                        ///< row of each node; strays come last
    double width = 0.0;
    double height = 0.0;
    std::size_t crossings = 0;  ///< of the order found, between neighbouring rows
};

/// Rows from the sources down: each symbol stands one row below the lowest of those that feed it,
/// what stands by just above what it feeds. Loads that hang on the same parents make columns in the
/// last row. The
/// order in the rows has few crossings (barycentres, swept down and up); places across are as close
/// under one another as the order allows (least squares). Circles are opened at one cord each;
/// what has no cord stands in rows of its own at the foot. The same graph gives the same layout.
[[nodiscard]] DiagramLayout layOut(const DiagramGraph& graph, const DiagramSizes& sizes = {});

}  // namespace halltwin::power
