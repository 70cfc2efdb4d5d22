// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_side.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::cooling {
namespace {

/// Share of a hall's heat that is left for its coils.
struct HallState {
    double left = 1.0;
    AirSideResult shown;
};

Result<HallState> stateOf(const AirSide& hall, const PlantOutdoors& outdoors) {
    AirEconomizer economizer;
    economizer.leastShare = 0.0;  // fresh air for people is not part of the plant
    const Temperature humid =
        std::clamp(dewPoint(outdoors.air), economizer.lowestDewPoint, economizer.highestDewPoint);
    const MoistAir returning = airOfDewPoint(hall.returning, humid, outdoors.air.pressure);
    const auto state =
        airEconomizerAt(economizer, {outdoors.air, returning, hall.air, hall.supply});
    if (!state) return tl::unexpected(state.error());
    HallState result;
    result.shown.hall = hall.hall;
    result.shown.mode = state->mode;
    if (state->mode == AirMode::Mechanical) return result;
    MoistAir supplied = returning;
    supplied.dryBulb = hall.supply;
    const double closedW = (enthalpy(returning).si() - enthalpy(supplied).si()) * hall.air.si();
    if (closedW <= 0.0) return result;
    result.left = std::clamp(state->cooling.si() / closedW, 0.0, 1.0);
    result.shown.share = state->share;
    result.shown.humidifierPower = state->humidifierPower;
    result.shown.humidification = state->humidification;
    return result;
}

}  // namespace

Result<AirSideRelief> relieve(const PlantInput& input, const std::vector<Power>& coils,
                              const std::vector<Power>& direct, const PlantOutdoors& outdoors) {
    AirSideRelief relief{coils, direct, {}};
    for (const AirSide& hall : input.airSides) {
        auto state = stateOf(hall, outdoors);
        if (!state) return tl::unexpected(state.error());
        const auto take = [&](Power& heat, ItemId id) {
            const Power left = heat * state->left;
            state->shown.heat += heat - left;
            state->shown.coolers.push_back(id);
            heat = left;
        };
        for (const std::size_t coil : hall.coils)
            take(relief.coils[coil], input.coils[coil].id);
        for (const std::size_t unit : hall.direct)
            take(relief.direct[unit], input.direct[unit].id);
        relief.halls.push_back(std::move(state->shown));
    }
    return relief;
}

void addAirSides(std::vector<AirSideResult> halls, PlantResult& result) {
    Power power;
    for (const AirSideResult& hall : halls) {
        result.airSideHeat += hall.heat;
        power += hall.humidifierPower;
        result.water += hall.humidification;
    }
    result.rejectionPower += power;
    result.rejected += result.airSideHeat + power;
    result.airSides = std::move(halls);
    if (result.airSideHeat <= Power{}) return;
    if (result.mode == LoopMode::Idle) result.mode = LoopMode::Free;
    if (result.mode == LoopMode::Mechanical) result.mode = LoopMode::Mixed;
}

}  // namespace halltwin::cooling
