// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/device_law.h"

#include "model/core/air.h"

#include <algorithm>

namespace halltwin::thermal {

namespace {

/// A limit counts as reached only this far beyond the temperature that another one would give, so
/// that rounding does not switch between them.
constexpr double tieK = 1e-9;

OutletLaw rackLaw(const RackDevice& rack, const RasterDevice& device, const RasterSlice& slice,
                  double heatCapacityJM3K) {
    const double rise = slice.heatW / (heatCapacityJM3K * slice.flowM3S);
    if (!rack.rearDoor) return {1.0, rise};
    const double rate = heatCapacityJM3K * device.flowM3S;
    const double effectiveness =
        std::min(1.0, rack.rearDoor->effectivenessTimesCmin.in(wattsPerKelvin) / rate);
    const double waterC = rack.rearDoor->waterIn.in(celsius);
    return {1.0 - effectiveness, (1.0 - effectiveness) * rise + effectiveness * waterC};
}

}  // namespace

OutletLaw coolerLaw(const CoolerDevice& cooler, double rateWK, double intakeC) {
    const double fanRise = cooler.fanHeat.in(watts) / rateWK;
    const double setpointC = cooler.supplySetpoint.in(celsius);
    const OutletLaw coilOff{1.0, fanRise};
    if (intakeC + fanRise < setpointC - tieK) return coilOff;
    OutletLaw law{0.0, setpointC};
    double outletC = setpointC;
    if (cooler.effectivenessTimesCmin.si() > 0.0) {
        const double share = std::min(1.0, cooler.effectivenessTimesCmin.si() / rateWK);
        const double waterC = cooler.waterIn.in(celsius);
        const double reachedC = intakeC + fanRise - share * std::max(0.0, intakeC - waterC);
        if (reachedC > outletC + tieK) {
            outletC = reachedC;
            law = intakeC > waterC ? OutletLaw{1.0 - share, fanRise + share * waterC} : coilOff;
            law.atLimit = true;
        }
    }
    if (cooler.capacity) {
        const double drop = cooler.capacity->in(watts) / rateWK;
        if (intakeC + fanRise - drop > outletC + tieK) law = {1.0, fanRise - drop, true};
    }
    return law;
}

OutletLaw outletLaw(const RoomInput& room, const Raster& raster, std::size_t slice,
                    double intakeC) {
    const RasterSlice& part = raster.slices[slice];
    const RasterDevice& device = raster.devices[part.device];
    const double heatCapacity = volumetricHeat(room);
    if (device.kind == DeviceKind::Rack)
        return rackLaw(room.racks[device.input], device, part, heatCapacity);
    if (device.kind == DeviceKind::Cooler)
        return coolerLaw(room.coolers[device.input], heatCapacity * part.flowM3S, intakeC);
    const AirTerminal& terminal = room.terminals[device.input];
    if (terminal.kind == TerminalKind::Extract) return {};
    return {0.0, terminal.supplyTemperature.in(celsius)};
}

SliceHeat sliceHeat(const RoomInput& room, const Raster& raster, std::size_t slice,
                    SliceTemperatures temperatures, double datumC) {
    const RasterSlice& part = raster.slices[slice];
    const RasterDevice& device = raster.devices[part.device];
    const double rate = volumetricHeat(room) * part.flowM3S;
    SliceHeat heat;
    heat.airW = rate * (temperatures.outletC - temperatures.intakeC);
    heat.rackOutletC = temperatures.outletC;
    if (device.kind == DeviceKind::Rack) {
        heat.equipmentW = part.heatW;
        if (room.racks[device.input].rearDoor) {
            heat.rackOutletC = temperatures.intakeC + part.heatW / rate;
            heat.doorW = rate * (heat.rackOutletC - temperatures.outletC);
        }
    } else if (device.kind == DeviceKind::Cooler) {
        heat.fanW = room.coolers[device.input].fanHeat.in(watts);
        heat.coilW = heat.fanW - heat.airW;
    } else if (room.terminals[device.input].kind == TerminalKind::Supply) {
        heat.airW = rate * (temperatures.outletC - datumC);
    } else {
        heat.airW = -rate * (temperatures.intakeC - datumC);
    }
    return heat;
}

double volumetricHeat(const RoomInput& room) {
    return room.airDensity.in(kilogramsPerCubicMetre)*airSpecificHeat.in(joulesPerKilogramKelvin);
}

void setFlow(Raster& raster, std::size_t device, double flowM3S) {
    RasterDevice& changed = raster.devices[device];
    for (std::size_t n = 0; n < changed.sliceCount; ++n)
        raster.slices[changed.firstSlice + n].flowM3S *= flowM3S / changed.flowM3S;
    changed.flowM3S = flowM3S;
}

}  // namespace halltwin::thermal
