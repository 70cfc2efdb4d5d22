// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_domain.h"
#include "model/airflow/air_flow.h"

#include <cstddef>
#include <vector>

namespace halltwin::tests {

inline constexpr double coldK = -5.0;
inline constexpr double hotK = 9.0;

/// A room with a floor void, a perforated tile, one solid rack and a return in the wall: cold air
/// (`coldK`) is blown into the void, the rack draws in on one side and blows hot air (`hotK`) out
/// on the other. `fineness` multiplies the cells along each axis.
struct SampleRoom {
    airflow::AirDomain domain;
    std::vector<double> inflowK;  ///< of each prescribed face
};

[[nodiscard]] SampleRoom sampleRoom(int fineness);

/// The same with what was left on `axis` right.
[[nodiscard]] SampleRoom mirrored(const SampleRoom& room, std::size_t axis);

/// Cell that has the place of `cell` in the mirrored room.
[[nodiscard]] std::size_t mirroredCell(const airflow::CellBox& box, std::size_t axis,
                                       std::size_t cell);
/// Face above `cell` along `axis` in the room mirrored on the same axis.
[[nodiscard]] std::size_t mirroredFace(const airflow::CellBox& box, std::size_t axis,
                                       std::size_t cell);

}  // namespace halltwin::tests
