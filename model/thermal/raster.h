// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/issue.h"
#include "model/airflow/cell_box.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/thermal/room_grid.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::thermal {

using airflow::FaceField;
using airflow::forCells;
using airflow::makeFaceField;

/// An air cell that a device breathes through, and the face between the two.
struct PortCell {
    std::size_t cell = 0;
    std::size_t axis = 0;
    std::size_t faceCell = 0;  ///< the face is element [axis][faceCell] of a FaceField
    double outward = 1.0;      ///< +1 when out of the device is along the axis
    double areaM2 = 0.0;
    double heightM = 0.0;  ///< of the cell's centre above the walking surface
};

struct Port {
    std::vector<PortCell> cells;
    double areaM2 = 0.0;
};

/// A rack or cooler with flow: velocity is uniform over each of its two ports.
struct RasterDevice {
    std::size_t input = 0;  ///< index in RoomInput::racks or ::coolers
    ItemId id;
    double flowM3S = 0.0;
    Port intake;
    Port outlet;
};

struct RasterHeat {
    ItemId id;
    double powerW = 0.0;
    std::vector<std::size_t> cells;  ///< air cells that touch the box
};

/// The part of one tile that falls on one face of the floor. Parallel openings share the pressure
/// difference, so each takes its 1/√K of the face's flow.
struct TilePart {
    std::size_t tile = 0;      ///< index in RoomInput::tiles
    std::size_t faceCell = 0;  ///< the floor face is [2][faceCell]
    double conductance = 0.0;  ///< 1/√K
};

/// A hall on its grid: what is solid, what each face costs the air, where devices breathe.
/// All indices are those of the box with ghosts; ghosts are solid.
struct Raster {
    RoomGrid grid;
    std::vector<std::uint8_t> solid;
    FaceField<double> lossK;  ///< velocity heads: 0 open, infinite closed
    std::vector<double>
        floorConductance;  ///< 1/√K of each floor face, all openings together; by face cell
    std::vector<RasterDevice> racks;
    std::vector<RasterDevice> coolers;
    std::vector<RasterHeat> heats;
    std::vector<TilePart> tileParts;
    std::vector<SnapError> snapErrors;
    std::vector<Issue> issues;
};

/// Puts a room that passed checkRoom on its grid. What the grid cannot carry is left out with an
/// issue of Severity::Error: a box that finds no free cell, a device with its intake or outlet
/// walled in.
[[nodiscard]] Raster rasterize(const RoomInput& room, const SolveSettings& settings);

}  // namespace halltwin::thermal
