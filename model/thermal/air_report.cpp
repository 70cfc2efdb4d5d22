// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_report.h"

#include "model/thermal/device_law.h"
#include "model/thermal/fill_still.h"
#include "model/thermal/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace halltwin::thermal {

namespace {

constexpr double booksLimit = 1e-3;  // heat in and out of a converged answer differ by less
constexpr double massLimit = 1e-5;   // greatest imbalance of a cell / sum of device flows

DeviceHeat heatOf(const RoomAir& room, const SettleReport& report) {
    const Raster& raster = room.raster();
    DeviceHeat heat;
    heat.temperatureC.assign(raster.grid.box.size(), buoyancyReferenceC);
    for (std::size_t c = 0; c < heat.temperatureC.size(); ++c)
        heat.temperatureC[c] += report.temperature[c];
    for (std::size_t n = 0; n < raster.slices.size(); ++n) {
        const bool breathes = !raster.slices[n].intake.cells.empty();
        heat.outletC.push_back(report.outlets[n].meanC);
        heat.intakeC.push_back(breathes ? report.intakes[n].meanC : report.outlets[n].meanC);
        heat.atLimit.push_back(outletLaw(room.room(), raster, n, heat.intakeC.back()).atLimit ? 1
                                                                                              : 0);
    }
    for (const HeatExchange& exchange : raster.exchanges)
        heat.exchangedW.push_back(exchange.conductanceWK *
                                  (exchange.surfaceC - heat.temperatureC[exchange.cell]));
    heat.converged = report.settled != Settled::Drifting;
    return heat;
}

std::vector<double> pictureOf(const RoomAir& room, const DeviceHeat& heat) {
    const Raster& raster = room.raster();
    std::vector<char> known(heat.temperatureC.size(), 0);
    for (std::size_t c = 0; c < known.size(); ++c)
        known[c] = raster.solid[c] == airCell && room.air().space().air[c] ? 1 : 0;
    std::vector<double> picture = heat.temperatureC;
    fillStill(raster, std::move(known), picture, room.room().stillAir.in(celsius));
    return picture;
}

void addSettling(const RoomAir& room, const SettleReport& report, RoomResult& result) {
    constexpr std::array rests{Rest::Steady, Rest::Mean, Rest::Drifting};
    Settling& settling = result.settling;
    settling.rest = rests[static_cast<std::size_t>(report.settled)];
    settling.meanTime = seconds(report.meanS);
    settling.drift = kelvins(report.driftK);
    settling.meanError = kelvins(report.errorK);
    settling.steps = report.steps;
    std::size_t rack = 0;
    for (const RasterDevice& device : room.raster().devices) {
        if (device.kind != DeviceKind::Rack) continue;
        double greatest = 0.0;
        for (std::size_t n = 0; n < device.sliceCount; ++n)
            greatest = std::max(greatest, report.intakes[device.firstSlice + n].stdK);
        if (rack < result.racks.size()) result.racks[rack].intakeUnsteady = kelvins(greatest);
        ++rack;
        settling.unsteady = std::max(settling.unsteady, kelvins(greatest));
    }
}

/// What the air stored over the time of a mean is no error of the books.
void addStored(double storedW, Books& books) {
    books.stored = watts(storedW);
    const Power in = books.itHeat + books.otherHeat + books.lights + books.people + books.tanks;
    const Power out = books.removed + books.rearDoors + books.wall + books.terminals + books.stored;
    const double turned = std::max(std::abs(in.in(watts)), std::abs(out.in(watts)));
    books.heatResidual = turned > 0.0 ? std::abs((in - out).in(watts)) / turned : 0.0;
}

}  // namespace

Flow flowOf(const RoomAir& room, const SettleReport& report) {
    const Raster& raster = room.raster();
    const airflow::AirSpace& space = room.air().space();
    const CellBox& box = raster.grid.box;
    const double density = room.room().airDensity.in(kilogramsPerCubicMetre);
    Flow flow;
    flow.flowM3S = makeFaceField(box, 0.0);
    flow.pressurePa.assign(box.size(), 0.0);
    std::vector<double> imbalance(box.size(), 0.0);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        flow.pressurePa[c] = density * report.pressure[c];
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double through = report.velocity[axis][c] * space.metric.area(axis, i, j, k);
            imbalance[c] += through;
            imbalance[c + box.stride(axis)] -= through;
            // Terminals in a slab and in the first wall: faces of ghost cells.
            if (std::array<int, 3>{i, j, k}[axis] == 0)
                imbalance[c] -=
                    report.velocity[axis][c - box.stride(axis)] * space.metric.area(axis, i, j, k);
            if (space.open[axis][c] > 0.0F) flow.flowM3S[axis][c] = through;
        }
    });
    for (const RasterDevice& device : raster.devices) {
        flow.deviceM3S.push_back(device.flowM3S);
        flow.deviceFlowM3S += device.flowM3S;
    }
    for (const double leak : room.leakFlowM3S())
        flow.leakM3S.push_back(-leak);
    double worst = 0.0;
    for (std::size_t c = 0; c < imbalance.size(); ++c)
        if (raster.solid[c] == airCell && space.air[c])
            worst = std::max(worst, std::abs(imbalance[c]));
    flow.massResidual = flow.deviceFlowM3S > 0.0 ? worst / flow.deviceFlowM3S : 0.0;
    flow.iterations = report.steps;
    flow.converged = report.settled != Settled::Drifting && flow.massResidual < massLimit;
    return flow;
}

RoomResult airResult(const RoomAir& room, const SettleReport& report) {
    const Flow flow = flowOf(room, report);
    const DeviceHeat heat = heatOf(room, report);
    const std::vector<double> picture = pictureOf(room, heat);
    RoomResult result = makeResult({room.room(), room.raster(), flow, heat, picture});
    if (report.meanS > 0.0) addStored(report.storedW, result.books);
    addSettling(room, report, result);
    result.converged = result.converged && result.books.heatResidual < booksLimit;
    return result;
}

}  // namespace halltwin::thermal
