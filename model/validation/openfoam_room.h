// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/air_solve.h"
#include "model/thermal/room.h"

#include <cstddef>

namespace halltwin::validation {

/// A room of 6.0 × 7.2 × 3.0 m: two rows of four racks of 8 kW face one open aisle with eight
/// tiles, returns in the ceiling behind both rows. The tiles bring `supplyShare` of what the racks
/// draw; all flows are given.
[[nodiscard]] thermal::RoomInput openfoamRoom(double supplyShare);

/// Eddy viscosity of 0.02 m²/s everywhere and walls that hardly brake, as in the reference.
[[nodiscard]] thermal::AirSettings constantViscosity(double gridM);

/// The default model with means over as long a time as OpenFOAM's: the jets flap slowly.
[[nodiscard]] thermal::AirSettings longMeans(double gridM);

/// Intakes of all racks, their mean, and those of the racks at the ends and in the middle of rows.
struct RackMeans {
    double allC = 0.0;
    double endC = 0.0;
    double middleC = 0.0;
    double widestMirrorK = 0.0;  ///< greatest difference within one of the two mirror groups
};
[[nodiscard]] RackMeans rackMeans(const thermal::RoomResult& result);

/// Whether a rack, counted in the order of the input, stands at an end of its row.
[[nodiscard]] bool isAtEnd(std::size_t rack);

}  // namespace halltwin::validation
