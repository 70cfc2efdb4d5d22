// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"

#include <vector>

namespace halltwin::thermal {

/// What the air of a hall does at one moment, by cell and by opening.
struct AirFields {
    CellField<float> temperatureC;
    CellField<float> u;  ///< m/s along x at cell centres
    CellField<float> v;
    CellField<float> w;
    CellField<float> pressurePa;  ///< against the mean of the air region that a cell belongs to
    std::vector<TileResult> tiles;
    std::vector<TileResult> grilles;
};

/// The fields of a flow; `pictureC` has a temperature for every cell, solid ones too. Air that
/// devices blow through their faces counts in the velocity of the cells before them.
[[nodiscard]] AirFields airFields(const RoomInput& room, const Raster& raster, const Flow& flow,
                                  const std::vector<double>& pictureC);

/// Gives a room these fields and openings in place of its own.
void setAir(RoomResult& room, AirFields fields);

}  // namespace halltwin::thermal
