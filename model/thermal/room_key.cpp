// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_key.h"

namespace halltwin::thermal {

RoomInput withoutHeat(RoomInput room) {
    for (RackDevice& rack : room.racks) {
        rack.airHeat = {};
        rack.rearDoor.reset();
        for (RackSlice& slice : rack.slices)
            slice.heat = {};
    }
    for (CoolerDevice& cooler : room.coolers) {
        cooler.supplySetpoint = {};
        cooler.fanHeat = {};
        cooler.effectivenessTimesCmin = {};
        cooler.waterIn = {};
        cooler.capacity.reset();
    }
    for (HeatSource& source : room.heatSources)
        source.heat = {};
    for (AirTerminal& terminal : room.terminals)
        terminal.supplyTemperature = {};
    for (ImmersionTank& tank : room.tanks) {
        tank.bathTemperature = {};
        tank.surfaceConductance = {};
    }
    room.lightsHeat = {};
    room.peopleHeat = {};
    room.envelope = {};
    room.stillAir = {};
    return room;
}

}  // namespace halltwin::thermal
