// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/report_devices.h"

#include "model/thermal/device_law.h"
#include "model/thermal/flow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::thermal {

namespace {

double limitOf(const CoolerDevice& cooler) {
    return cooler.supplySetpoint.in(celsius) + 1e-6;
}

/// Slices of a device, by index.
struct SliceRange {
    std::size_t begin;
    std::size_t end;
};

SliceRange slicesOf(const RasterDevice& device) {
    return {device.firstSlice, device.firstSlice + device.sliceCount};
}

RackResult rackResult(const DeviceFields& from, const RasterDevice& device) {
    const RackDevice& input = from.room.racks[device.input];
    const auto [begin, end] = slicesOf(device);
    RackResult result;
    result.id = device.id;
    result.airHeat = input.airHeat;
    result.flow = input.flow;
    double intakeC = 0.0;
    double exhaustC = 0.0;
    double outletC = 0.0;
    double warmestC = -std::numeric_limits<double>::infinity();
    for (std::size_t n = begin; n < end; ++n) {
        const RasterSlice& slice = from.raster.slices[n];
        const double share = slice.flowM3S / device.flowM3S;
        const SliceHeat heat =
            sliceHeat(from.room, from.raster, n, {from.intakeC[n], from.outletC[n]});
        intakeC += share * from.intakeC[n];
        exhaustC += share * from.outletC[n];
        outletC += share * heat.rackOutletC;
        result.doorHeat += watts(heat.doorW);
        for (const PortCell& port : slice.intake.cells)
            warmestC = std::max(warmestC, from.temperatureC[port.cell]);
        result.slices.push_back({metres(slice.bottomM), metres(slice.topM),
                                 cubicMetresPerSecond(slice.flowM3S), celsius(from.intakeC[n]),
                                 celsius(from.outletC[n])});
    }
    double variance = 0.0;
    for (std::size_t n = begin; n < end; ++n) {
        const RasterSlice& slice = from.raster.slices[n];
        for (const PortCell& port : slice.intake.cells) {
            const double excess = from.temperatureC[port.cell] - intakeC;
            variance += excess * excess * slice.flowM3S / device.flowM3S * port.areaM2 /
                        slice.intake.areaM2;
        }
    }
    result.intakeMean = celsius(intakeC);
    result.intakeMax = celsius(warmestC);
    result.intakeStd = kelvins(std::sqrt(variance));
    result.exhaustMean = celsius(exhaustC);
    result.outletMean = celsius(outletC);
    return result;
}

/// Appends the three samples of one rack.
void sampleRack(const DeviceFields& from, const RasterDevice& device,
                std::vector<Temperature>& samples) {
    const double heightM = from.room.racks[device.input].height.in(metres);
    const auto [begin, end] = slicesOf(device);
    const auto forIntake = [&, first = begin, last = end](const auto& work) {
        for (std::size_t n = first; n < last; ++n)
            for (const PortCell& port : from.raster.slices[n].intake.cells)
                work(port);
    };
    for (const double share : {1.0 / 6.0, 0.5, 5.0 / 6.0}) {
        double nearest = std::numeric_limits<double>::infinity();
        forIntake([&](const PortCell& port) {
            nearest = std::min(nearest, std::abs(port.heightM - share * heightM));
        });
        double sum = 0.0;
        double area = 0.0;
        forIntake([&](const PortCell& port) {
            if (std::abs(port.heightM - share * heightM) > nearest + 1e-9) return;
            sum += from.temperatureC[port.cell] * port.areaM2;
            area += port.areaM2;
        });
        samples.push_back(celsius(sum / area));
    }
}

void addExchanges(const DeviceFields& from, const std::vector<double>& exchangedW, Books& books) {
    for (std::size_t n = 0; n < exchangedW.size(); ++n) {
        if (from.raster.exchanges[n].kind == ExchangeKind::Tank)
            books.tanks += watts(exchangedW[n]);
        else
            books.wall -= watts(exchangedW[n]);
    }
}

}  // namespace

std::vector<RackResult> rackResults(const DeviceFields& fields) {
    std::vector<RackResult> results;
    for (const RasterDevice& device : fields.raster.devices)
        if (device.kind == DeviceKind::Rack) results.push_back(rackResult(fields, device));
    return results;
}

std::vector<CoolerResult> coolerResults(const DeviceFields& fields) {
    std::vector<CoolerResult> results;
    for (std::size_t n = 0; n < fields.raster.devices.size(); ++n) {
        const RasterDevice& device = fields.raster.devices[n];
        if (device.kind != DeviceKind::Cooler) continue;
        const std::size_t slice = device.firstSlice;
        const SliceTemperatures temperatures{fields.intakeC[slice], fields.outletC[slice]};
        const SliceHeat heat = sliceHeat(fields.room, fields.raster, slice, temperatures);
        results.push_back({device.id, cubicMetresPerSecond(device.flowM3S),
                           celsius(temperatures.intakeC), celsius(temperatures.outletC),
                           watts(-heat.airW), watts(heat.coilW),
                           temperatures.outletC > limitOf(fields.room.coolers[device.input]),
                           pascals(pressureRisePa(fields.raster, n, fields.pressurePa))});
    }
    return results;
}

std::vector<TerminalResult> terminalResults(const DeviceFields& fields) {
    std::vector<TerminalResult> results;
    for (const RasterDevice& device : fields.raster.devices) {
        if (device.kind != DeviceKind::Terminal) continue;
        const bool supply = fields.room.terminals[device.input].kind == TerminalKind::Supply;
        results.push_back({device.id,
                           cubicMetresPerSecond(supply ? device.flowM3S : -device.flowM3S),
                           celsius(fields.outletC[device.firstSlice])});
    }
    return results;
}

std::vector<Temperature> intakeSamples(const DeviceFields& fields) {
    std::vector<Temperature> samples;
    for (const RasterDevice& device : fields.raster.devices)
        if (device.kind == DeviceKind::Rack) sampleRack(fields, device, samples);
    return samples;
}

std::vector<double> openingFlowsM3S(const Raster& raster, const std::vector<TilePart>& parts,
                                    const std::vector<double>& verticalM3S, std::size_t count) {
    std::vector<double> flows(count, 0.0);
    for (const TilePart& part : parts) {
        const double total = raster.planeConductance[part.faceCell];
        flows[part.tile] += verticalM3S[part.faceCell] * part.conductance / total;
    }
    return flows;
}

Books heatBooks(const DeviceFields& fields, const std::vector<double>& exchangedW) {
    Books books;
    books.lights = fields.room.lightsHeat;
    books.people = fields.room.peopleHeat;
    for (const RasterHeat& heat : fields.raster.heats)
        books.otherHeat += watts(heat.powerW);
    // A datum inside the room's range keeps the digits of what terminals carry.
    const double datumC = fields.outletC.empty() ? 0.0 : fields.outletC.front();
    for (std::size_t n = 0; n < fields.raster.slices.size(); ++n) {
        const SliceHeat heat = sliceHeat(fields.room, fields.raster, n,
                                         {fields.intakeC[n], fields.outletC[n]}, datumC);
        books.itHeat += watts(heat.equipmentW);
        books.otherHeat += watts(heat.fanW);
        books.removed += watts(heat.coilW);
        books.rearDoors += watts(heat.doorW);
        if (fields.raster.devices[fields.raster.slices[n].device].kind == DeviceKind::Terminal)
            books.terminals -= watts(heat.airW);
    }
    addExchanges(fields, exchangedW, books);
    // Rounding of temperatures is all there is to compare in a hall without heat.
    constexpr double leastWarmingK = 0.1;
    double least = 0.0;
    for (const RasterSlice& slice : fields.raster.slices)
        least += volumetricHeat(fields.room) * slice.flowM3S * leastWarmingK;
    double in = 0.0;
    double net = 0.0;
    const auto add = [&](Power power) {
        in += std::max(0.0, power.in(watts));
        net += power.in(watts);
    };
    for (const Power power :
         {books.itHeat, books.otherHeat, books.lights, books.people, books.tanks, -books.removed,
          -books.rearDoors, -books.wall, -books.terminals})
        add(power);
    in = std::max(in, least);
    books.heatResidual = in > 0.0 ? std::abs(net) / in : 0.0;
    return books;
}

}  // namespace halltwin::thermal
