// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/twin/coupling.h"
#include "model/twin/room_solvers.h"
#include "model/twin/twin.h"

#include <map>
#include <utility>
#include <vector>

namespace halltwin::twin {

/// The air of the halls for years: rooms that were asked for before are answered again, as hours
/// differ outdoors more than indoors, and years that are compared differ in little. Preview rooms
/// and their flows, which depend on the room alone, are kept from year to year; those of stages
/// with momentum, which depend on the rooms before them, within a year only. One thread at a time.
class YearRooms {
public:
    /// The solver of the year that begins; it refers to this. Its answers have no fields.
    [[nodiscard]] RoomSolver begin(const TwinInput& input);

private:
    using Known = std::pair<thermal::RoomInput, thermal::RoomResult>;

    [[nodiscard]] Result<thermal::RoomResult> solve(HallId hall, const thermal::RoomInput& room,
                                                    const std::stop_token& stop);

    RoomSolvers m_solvers;
    RoomSolver m_solver;
    Settings m_settings;
    std::map<HallId, std::vector<Known>> m_known;  ///< the oldest first
};

}  // namespace halltwin::twin
