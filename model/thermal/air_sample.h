// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/units.h"
#include "model/thermal/result.h"

#include <optional>

namespace halltwin::thermal {

/// The air at one place of a hall.
struct AirSample {
    Temperature temperature;
    Velocity u;  ///< along x
    Velocity v;  ///< along y
    Velocity w;  ///< upwards
    Velocity speed;
    Pressure pressure;  ///< as RoomResult::pressurePa
};

/// A place in hall coordinates; `z` counts from the walking surface, a floor void has z < 0.
struct AirPlace {
    Point at;
    Length z;
};

/// The air of a solved room at a place, trilinear between the centres of the eight cells around it;
/// beside a solid only the cells that are air count. None outside the grid and where none of the
/// eight is air. A field that the result lacks reads as zero.
[[nodiscard]] std::optional<AirSample> sampleAir(const RoomResult& room, const AirPlace& place);

}  // namespace halltwin::thermal
