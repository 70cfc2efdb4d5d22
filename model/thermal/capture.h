// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/room_air.h"
#include "model/thermal/settle.h"

#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Where the air that devices draw in comes from, and where the air that they blow out goes, by two
/// tracers on the frozen flow, forwards and backwards in time: the cost does not grow with the
/// number of devices. Lists are in the order of the raster's devices; shares 0…1.
struct Capture {
    /// Share of a device's intake that coolers and supply terminals blew out last: of a rack its
    /// cold-aisle capture index (J. VanGilder, S. Shrivastava, ASHRAE Transactions 113 (2007)).
    std::vector<double> cold;
    /// Share of what a device blows out that coolers and extracts draw in before any rack does: of
    /// a rack its hot-aisle capture index.
    std::vector<double> hot;
    double recirculated = 0.0;  ///< share of all racks' intake air that left a rack last
    double bypass = 0.0;        ///< share of the coolers' intake air that passed no rack
};

/// Needs a flow free of divergence. Fails with Cancelled and NotConverged.
[[nodiscard]] Result<Capture> captureOf(const RoomAir& room, const SettleReport& report,
                                        const std::stop_token& stop = {});

}  // namespace halltwin::thermal
