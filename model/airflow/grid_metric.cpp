// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/grid_metric.h"

#include <algorithm>

namespace halltwin::airflow {

AxisMetric::AxisMetric(const GridAxis& axis) {
    const int cells = axis.cells();
    const auto clamped = [&](int cell) { return axis.width(std::clamp(cell, 0, cells - 1)); };
    for (int cell = -pad; cell < cells + pad; ++cell) {
        width.push_back(static_cast<float>(clamped(cell)));
        inverseWidth.push_back(static_cast<float>(1.0 / clamped(cell)));
        inverseDistance.push_back(static_cast<float>(2.0 / (clamped(cell) + clamped(cell + 1))));
    }
}

GridMetric::GridMetric(const Grid& grid)
    : box{grid.x.cells(), grid.y.cells(), grid.z.cells()},
      axes{AxisMetric(grid.x), AxisMetric(grid.y), AxisMetric(grid.z)} {}

double GridMetric::area(std::size_t axis, int i, int j, int k) const {
    const double x = axes[0].widthOf(i);
    const double y = axes[1].widthOf(j);
    const double z = axes[2].widthOf(k);
    return axis == 0 ? y * z : axis == 1 ? x * z : x * y;
}

double GridMetric::volume(int i, int j, int k) const {
    return static_cast<double>(axes[0].widthOf(i)) * axes[1].widthOf(j) * axes[2].widthOf(k);
}

double GridMetric::distance(std::size_t axis, int i, int j, int k) const {
    return 1.0 / axes[axis].inverseDistanceAfter(axis == 0 ? i : axis == 1 ? j : k);
}

AxisRow axisRow(const AxisMetric& axis, int cell) {
    const std::size_t at = AxisMetric::index(cell);
    return {&axis.width[at], &axis.inverseWidth[at], &axis.inverseDistance[at]};
}

}  // namespace halltwin::airflow
