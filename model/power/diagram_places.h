// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layers.h"
#include "model/power/diagram_layout.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

/// How a unit fills its place: its loads in columns, with rails for the lines beside each.
struct UnitShape {
    double width = 0.0;
    double height = 0.0;
    std::size_t columns = 1;
    std::size_t perColumn = 1;
    double railsLeft = 0.0;  ///< room beside a column
    double railsRight = 0.0;

    [[nodiscard]] double columnWidth() const { return width / static_cast<double>(columns); }
};

/// The shape of every unit.
[[nodiscard]] std::vector<UnitShape> shapesOf(const LayeredDiagram& diagram,
                                              const DiagramSizes& sizes);

/// The middle of every unit across, from zero on: as close as may be to the middle of what it
/// hangs on, in the order of its row.
[[nodiscard]] std::vector<double> placeAcross(const LayeredDiagram& diagram,
                                              const std::vector<UnitShape>& shapes,
                                              const DiagramSizes& sizes);

}  // namespace halltwin::power
