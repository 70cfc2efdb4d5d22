// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/regrid.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::thermal {

namespace {

using airflow::CellBox;

/// Where the cells or upper faces of one grid lie on an axis of another.
struct AxisMap {
    std::vector<int> cell;     ///< cell of the source that holds the target's centre
    std::vector<int> face;     ///< source cell that holds the target's upper face
    std::vector<float> along;  ///< how far between its lower (0) and upper (1) face
};

AxisMap mapAxis(const GridAxis& from, const GridAxis& to) {
    AxisMap map;
    for (int n = 0; n < to.cells(); ++n) {
        const double upper = to.faces[static_cast<std::size_t>(n) + 1];
        const double nudged = upper - 1e-9;
        const int face = cellAt(from, nudged);
        const double lower = from.faces[static_cast<std::size_t>(face)];
        map.cell.push_back(cellAt(from, to.centre(n)));
        map.face.push_back(face);
        map.along.push_back(
            static_cast<float>(std::clamp((upper - lower) / from.width(face), 0.0, 1.0)));
    }
    return map;
}

}  // namespace

void regrid(const airflow::AirFlow& from, const Grid& fromGrid, airflow::AirFlow& to,
            const Grid& toGrid) {
    const std::array<AxisMap, 3> maps{mapAxis(fromGrid.x, toGrid.x), mapAxis(fromGrid.y, toGrid.y),
                                      mapAxis(fromGrid.z, toGrid.z)};
    const CellBox& source = from.space().box;
    const CellBox& target = to.space().box;
    airflow::forCells(target, [&](int i, int j, int k) {
        const std::array<std::size_t, 3> at{static_cast<std::size_t>(i),
                                            static_cast<std::size_t>(j),
                                            static_cast<std::size_t>(k)};
        const std::array<int, 3> cell{maps[0].cell[at[0]], maps[1].cell[at[1]],
                                      maps[2].cell[at[2]]};
        const std::size_t own = source.at(cell[0], cell[1], cell[2]);
        const std::size_t c = target.at(i, j, k);
        if (from.space().air[own]) {
            to.temperature[c] = from.temperature[own];
            to.pressure[c] = from.pressure[own];
        }
        for (std::size_t axis = 0; axis < 3; ++axis) {
            std::array<int, 3> holder = cell;
            holder[axis] = maps[axis].face[at[axis]];
            const std::size_t upper = source.at(holder[0], holder[1], holder[2]);
            const float low = from.velocity[axis][upper - source.stride(axis)];
            const float high = from.velocity[axis][upper];
            to.velocity[axis][c] = low + maps[axis].along[at[axis]] * (high - low);
        }
    });
    to.holdClosedFaces();
}

}  // namespace halltwin::thermal
