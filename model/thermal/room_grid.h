// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/grid.h"
#include "model/airflow/cell_box.h"
#include "model/thermal/room.h"
#include "model/thermal/solve.h"

#include <cstddef>

namespace halltwin::thermal {

using airflow::CellBox;

/// The cells of a hall. Along x and y: the tile pitch divided into the whole number of cells
/// nearest to the wanted size, from the lower left corner; the last cell takes what is left and is
/// 0.5 to 1.5 cells wide. Along z: at least two layers in each void, none across floor or ceiling,
/// and a plane at each device height that is at least half a cell from the planes before it (most
/// frequent heights first), with even layers between.
struct RoomGrid {
    Grid grid;
    CellBox box;
    int voidLayers = 0;    ///< layers below the walking surface
    int ceilingLayer = 0;  ///< first layer above the ceiling; all layers when there is no void
};

/// Wanted cell size made to fit the tile pitch.
[[nodiscard]] double cellSizeM(const RoomInput& room, const SolveSettings& settings);

/// Cells that makeGrid will have, without the planes at device heights; no overflow for absurd
/// sizes.
[[nodiscard]] double estimatedCells(const RoomInput& room, const SolveSettings& settings);

/// For a room that passed checkRoom.
[[nodiscard]] RoomGrid makeGrid(const RoomInput& room, const SolveSettings& settings);

/// Cells begin … end − 1 along one axis.
struct Span {
    int begin = 0;
    int end = 0;

    bool operator==(const Span&) const = default;
    [[nodiscard]] int size() const { return end - begin; }
};

/// Index of the face nearest to a position; of two equally near ones the lower.
[[nodiscard]] int nearestFace(const GridAxis& axis, double position);

/// Cells between the faces nearest to both ends; may be empty.
[[nodiscard]] Span snap(const GridAxis& axis, double from, double to);

/// As above, but at least the one cell in which the middle lies.
[[nodiscard]] Span snapSolid(const GridAxis& axis, double from, double to);

/// Larger distance between an end and the face it went to.
[[nodiscard]] double snapDistance(const GridAxis& axis, const Span& span, double from, double to);

}  // namespace halltwin::thermal
