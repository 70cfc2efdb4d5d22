// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/wide.h"
#include "model/core/grid.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// Lengths along one axis in single precision, for indices −2 … cells + 1; outside the axis the
/// edge cell is repeated.
struct AxisMetric {
    static constexpr int pad = 2;

    std::vector<float> width;            ///< of a cell, m
    std::vector<float> inverseWidth;     ///< 1/m
    std::vector<float> inverseDistance;  ///< 1 / distance between the centres of a cell and the
                                         ///< next one, 1/m

    explicit AxisMetric(const GridAxis& axis);
    [[nodiscard]] float widthOf(int cell) const { return width[index(cell)]; }
    [[nodiscard]] float inverseDistanceAfter(int cell) const {
        return inverseDistance[index(cell)];
    }
    [[nodiscard]] static std::size_t index(int cell) {
        return static_cast<std::size_t>(cell + pad);
    }
};

/// The lengths of a grid as the kernels of this module read them.
struct GridMetric {
    explicit GridMetric(const Grid& grid);

    CellBox box;
    std::array<AxisMetric, 3> axes;

    /// Area of the faces across `axis` of cell (i, j, k), m².
    [[nodiscard]] double area(std::size_t axis, int i, int j, int k) const;
    [[nodiscard]] double volume(int i, int j, int k) const;
    /// Distance between the centres on both sides of the upper face, m.
    [[nodiscard]] double distance(std::size_t axis, int i, int j, int k) const;
};

/// Where one row of cells lies on one axis: pointers stand at its first cell. Along x they move on
/// with the cells, along y and z they stay.
struct AxisRow {
    const float* width;
    const float* inverseWidth;
    const float* inverseDistance;
};

[[nodiscard]] AxisRow axisRow(const AxisMetric& axis, int cell);

/// Index in an AxisRow of what lies `offset` cells from cell i of the row.
template <int axis>
HALLTWIN_PART std::ptrdiff_t at(std::ptrdiff_t i, std::ptrdiff_t offset) {
    return axis == 0 ? i + offset : offset;
}

}  // namespace halltwin::airflow
