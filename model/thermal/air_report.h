// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/flow.h"
#include "model/thermal/result.h"
#include "model/thermal/room_air.h"
#include "model/thermal/settle.h"

namespace halltwin::thermal {

/// Puts a room that was marched into the form that the rest of the program reads: the means of
/// `report` where it holds any, else the room as it is. `stage` and `wallS` are left to the caller.
/// The flows of a settled or passing state through the faces of the grid; ports of devices are left
/// to the report.
[[nodiscard]] Flow flowOf(const RoomAir& room, const SettleReport& report);

[[nodiscard]] RoomResult airResult(const RoomAir& room, const SettleReport& report);

}  // namespace halltwin::thermal
