// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/room_air.h"
#include "model/thermal/settle.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace halltwin::thermal {

/// The air of one room at rest, on cells of a size.
using RoomMaker = std::function<std::unique_ptr<RoomAir>(double gridM)>;

struct SettledRoom {
    std::unique_ptr<RoomAir> air;
    SettleReport report;
};

/// Marches coarse grids, each from the one before, and settles the wanted one. Should the march
/// lose its footing at long time steps, it begins anew with short ones. Fails as settle does.
[[nodiscard]] Result<SettledRoom> settleByGrids(const RoomMaker& makeRoom, double gridM,
                                                const SettleLimits& limits,
                                                const MarchObserver& observer = {},
                                                const std::stop_token& stop = {});

}  // namespace halltwin::thermal
