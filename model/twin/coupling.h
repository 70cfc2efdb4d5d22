// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/power/chain.h"
#include "model/thermal/result.h"
#include "model/twin/rooms.h"

#include <functional>
#include <map>
#include <stop_token>
#include <vector>

namespace halltwin::twin {

/// A hall's air, or why there is none.
struct SolvedRoom {
    HallId hall;
    thermal::RoomInput input;
    Result<thermal::RoomResult> air;
};

using RoomSolver =
    std::function<Result<thermal::RoomResult>(HallId, const thermal::RoomInput&, std::stop_token)>;

/// Power, air and water that agree with each other.
struct CoupledState {
    Loads loads;
    power::ChainInput chain;  ///< that `power` answers
    power::ChainResult power;
    cooling::PlantResult plant;
    std::vector<SolvedRoom> rooms;  ///< air-conditioned halls, by id
    RoomSupply supply;
    PlantHeat heat;  ///< what the plant was solved for
    /// Of the last round in which every room had an answer; as `heat` where there was none, and
    /// where there still is one.
    PlantHeat wholeHeat;
};

/// Water that reaches coils whose pumps cannot drive what they ask for.
using WaterFlows = std::map<ItemId, VolumeFlow>;

/// Solves the three engines in turn until the power that the chain carried is the power that plant
/// and racks ask for, within 1e-10 of the whole load, at the stages with momentum 1e-6. Two rounds
/// do for most layouts; distribution losses that land in a room, and racks whose warm intake turns
/// their fans up (rack_response.h), take a few more, on a kept flow field. Fails with Cancelled,
/// NotConverged, or as the engines do.
[[nodiscard]] Result<CoupledState> couple(const OperatingPoint& point, const RoomSolver& solveRoom,
                                          std::stop_token stop, const WaterFlows& arriving = {});

}  // namespace halltwin::twin
