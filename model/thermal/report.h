// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/device_heat.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"

#include <vector>

namespace halltwin::thermal {

/// What the parts of a solve found.
struct Solution {
    const RoomInput& room;
    const Raster& raster;
    const Flow& flow;
    const DeviceHeat& heat;
    const std::vector<double>& pictureC;  ///< of every cell, solid ones too
};

/// Puts a solution into the form that the rest of the program reads. `wallS` is left at 0.
[[nodiscard]] RoomResult makeResult(const Solution& solution);

}  // namespace halltwin::thermal
