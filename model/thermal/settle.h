// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/room_air.h"
#include "model/thermal/running_means.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Steps that no room was seen to stumble over.
inline constexpr double safeCourant = 4.0;

/// When an answer counts as settled, and what is spent on it at most.
struct SettleLimits {
    double courant = 8.0;             ///< of the time step, by the fastest cell
    double heatLead = 4.0;            ///< heat steps are this much longer while the room fills
    double steadyK = 0.02;            ///< greatest wandering of any monitor in a steady room
    double driftK = 0.1;              ///< change of 95 % of the running means over their last third
    double errorK = 0.1;              ///< greatest standard error of the running means
    double greatestFillS = 240.0;     ///< of air time before averaging begins
    double greatestMeanS = 1500.0;    ///< of air time to average over
    double greatestMeanWork = 1.5e9;  ///< cells · steps to average over
    airflow::StepEffort effort;
};

enum class Settled {
    Steady,    ///< nothing moves any more
    Mean,      ///< unsteady, but the running means stand
    Drifting,  ///< limits of time reached before
};

struct SettleReport {
    Settled settled = Settled::Drifting;
    std::vector<Monitor> intakes;  ///< of every slice
    std::vector<Monitor> outlets;
    double driftK = 0.0;   ///< that 95 % of the running means keep to
    double errorK = 0.0;   ///< standard error of the means, root mean square over monitors
    double meanS = 0.0;    ///< air time averaged over; 0 when steady
    double storedW = 0.0;  ///< heat that the air took up per second over that time
    double airS = 0.0;     ///< air time marched in all
    int steps = 0;
    airflow::Faces velocity;  ///< means where meanS > 0, else as they are
    airflow::Field temperature;
    airflow::Field pressure;
};

/// Seen between steps: how far the march is. Must not change the room.
using MarchObserver = std::function<void(const RoomAir& room, int steps)>;

/// Marches a room until it is steady, or, where the flow never comes to rest, until the running
/// means of all intake temperatures stand. Fails with Cancelled and NotConverged.
[[nodiscard]] Result<SettleReport> settle(RoomAir& room, const SettleLimits& limits,
                                          const MarchObserver& observer = {},
                                          const std::stop_token& stop = {});

/// The room as it is now, as a report that has not settled.
[[nodiscard]] SettleReport snapshotOf(const RoomAir& room, int steps);

/// Brings a coarse room near its end: only what a finer grid needs as a start.
[[nodiscard]] Result<int> settleRoughly(RoomAir& room, const SettleLimits& limits,
                                        const std::stop_token& stop = {});

/// Brings the heat of a room to its steady end on the velocity as it is. Fails with Cancelled and
/// NotConverged.
[[nodiscard]] Result<void> settleHeat(RoomAir& room, const std::stop_token& stop = {});

}  // namespace halltwin::thermal
