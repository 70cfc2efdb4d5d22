// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "views/heatmap/field_slice.h"

#include <cstdint>
#include <vector>

namespace halltwin::tests {

/// Faces from 0 up, so many cells of one width.
inline GridAxis evenAxis(int cells, double widthM) {
    GridAxis axis;
    for (int i = 0; i <= cells; ++i)
        axis.faces.push_back(i * widthM);
    return axis;
}

/// A field that owns its values: `valueAt(x, y, z)` at each cell centre.
struct OwnedField {
    Grid grid;
    std::vector<float> values;
    std::vector<std::uint8_t> solid;

    OwnedField(Grid theGrid, auto valueAt) : grid(std::move(theGrid)), solid(grid.cellCount(), 0) {
        values.resize(grid.cellCount());
        for (int k = 0; k < grid.z.cells(); ++k) {
            for (int j = 0; j < grid.y.cells(); ++j) {
                for (int i = 0; i < grid.x.cells(); ++i) {
                    values[grid.index(i, j, k)] = static_cast<float>(
                        valueAt(grid.x.centre(i), grid.y.centre(j), grid.z.centre(k)));
                }
            }
        }
    }
    [[nodiscard]] views::heatmap::ScalarField view() const { return {grid, values, solid}; }
};

}  // namespace halltwin::tests
