// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/transient_devices.h"

#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

namespace {

/// A device at rest keeps this share of its flow, so that no rate of air is ever 0.
constexpr double leastFlowShare = 1e-4;
constexpr double rackUnitM = 0.04445;
/// Of a rack's height that servers can stand in: 42 units of 2 m.
constexpr double mountableShare = 42.0 * rackUnitM / 2.0;
/// Of a coil that has no figures of its own, once its water is not what it should be.
constexpr double usualCoilEffectiveness = 0.8;
constexpr double waterJM3K = 4.19e6;
constexpr double leastCapacityJK = 1e3;

double serverCapacityJK(const ThermalMass& mass, const RasterSlice& slice) {
    const double units = mountableShare * (slice.topM - slice.bottomM) / rackUnitM;
    const double byHeightKg = units * mass.serversPerUnit.in(kilograms);
    const double byFlowKg = mass.serversKgPerLps * 1e3 * slice.flowM3S;
    return std::min(byHeightKg, byFlowKg) * mass.serverHeat.in(joulesPerKilogramKelvin);
}

bool isWaterCooled(const CoolerDevice& cooler) {
    return !cooler.capacity;
}

/// Heat that the chilled water of coils and rear doors takes now, W.
double settledWaterW(const RoomAir& air) {
    double sum = 0.0;
    const Raster& raster = air.raster();
    for (std::size_t n = 0; n < raster.slices.size(); ++n) {
        const RasterDevice& device = raster.devices[raster.slices[n].device];
        const SliceHeat heat =
            sliceHeat(air.room(), raster, n, {air.intakeC()[n], air.outletC()[n]});
        const bool water =
            device.kind == DeviceKind::Cooler && isWaterCooled(air.room().coolers[device.input]);
        if (water) sum += heat.coilW;
        sum += heat.doorW;
    }
    return std::max(0.0, sum);
}

WaterLoop loopOf(const RoomAir& air, const ThermalMass& mass) {
    const double heatW = settledWaterW(air);
    const double volumeM3 = 1e-6 * mass.loopLitresPerKw * heatW + mass.storageTank.in(cubicMetres);
    return {std::max(leastCapacityJK, waterJM3K * volumeM3), mass.chillerReserve * heatW};
}

}  // namespace

TransientDevices::TransientDevices(const RoomAir& air, const TransientSettings& settings)
    : m_room(air.room()),
      m_raster(air.raster()),
      m_heatCapacityJM3K(volumetricHeat(air.room())),
      m_slices(air.raster().slices.size()),
      m_loop(loopOf(air, settings.mass)) {
    for (const RasterDevice& each : m_raster.devices) {
        const bool rack = each.kind == DeviceKind::Rack;
        Device device{.kind = each.kind,
                      .input = each.input,
                      .id = each.id,
                      .fullFlowM3S = each.flowM3S,
                      .fan =
                          FanSpeed(rack ? settings.follow.serverFanCoast : settings.follow.fanCoast,
                                   settings.follow.fanStart),
                      .cooler = {},
                      .coil = {}};
        if (rack)
            addRack(air, std::move(device), settings);
        else if (each.kind == DeviceKind::Cooler)
            addCooler(air, std::move(device), settings);
        else
            m_devices.push_back(std::move(device));
    }
}

void TransientDevices::addRack(const RoomAir& air, Device device,
                               const TransientSettings& settings) {
    const ThermalMass& mass = settings.mass;
    const RasterDevice& from = m_raster.devices[m_devices.size()];
    const auto count = static_cast<double>(from.sliceCount);
    for (std::size_t n = from.firstSlice; n < from.firstSlice + from.sliceCount; ++n) {
        const RasterSlice& slice = m_raster.slices[n];
        Slice state{{serverCapacityJK(mass, slice), mass.serverEffectiveness, mass.heatBeforeMass},
                    {mass.frame.in(kilograms)*mass.frameHeat.in(joulesPerKilogramKelvin) / count,
                     mass.frameConductance.in(wattsPerKelvin) / count}};
        const double rate = m_heatCapacityJM3K * slice.flowM3S;
        state.servers.settle({rate, air.intakeC()[n], 0.0}, slice.heatW);
        state.frame.settle(air.intakeC()[n] + slice.heatW / rate);
        m_slices[n] = state;
        m_itW += slice.heatW;
    }
    m_devices.push_back(std::move(device));
}

void TransientDevices::addCooler(const RoomAir& air, Device device,
                                 const TransientSettings& settings) {
    const RasterDevice& from = m_raster.devices[m_devices.size()];
    const std::size_t slice = from.firstSlice;
    const SliceHeat heat =
        sliceHeat(m_room, m_raster, slice, {air.intakeC()[slice], air.outletC()[slice]});
    CoilMass::Figures figures;
    figures.capacityJK =
        std::max(leastCapacityJK, settings.mass.coilJKPerW * std::max(0.0, heat.coilW));
    figures.transferUnits = settings.mass.coilTransferUnits;
    figures.fullRateWK = m_heatCapacityJM3K * from.flowM3S;
    figures.valveS = settings.follow.valve.in(seconds);
    device.cooler = m_room.coolers[from.input];
    device.coil.emplace(figures);
    device.feedW = heat.coilW;
    m_feedW += heat.coilW;
    device.coil->settle(device.cooler,
                        {{figures.fullRateWK, air.intakeC()[slice], 0.0}, fanHeatW(device)});
    m_devices.push_back(std::move(device));
}

bool TransientDevices::concerns(const TransientEvent& event, const Device& device) const {
    if (event.item.isValid()) return event.item == device.id;
    const bool forRacks = event.action == Action::Load;
    return device.kind == (forRacks ? DeviceKind::Rack : DeviceKind::Cooler);
}

void TransientDevices::apply(const TransientEvent& event) {
    if (event.action == Action::StopChillers || event.action == Action::StartChillers) {
        m_loop.runChillers(event.action == Action::StartChillers);
        return;
    }
    for (Device& device : m_devices)
        if (concerns(event, device)) applyTo(device, event);
}

void TransientDevices::applyTo(Device& device, const TransientEvent& event) {
    switch (event.action) {
        case Action::Stop:
        case Action::Start:
            device.powered = event.action == Action::Start;
            device.fan.run(device.powered);
            device.held = true;
            break;
        case Action::CutWater:
        case Action::FeedWater: device.fed = event.action == Action::FeedWater; break;
        case Action::Load: device.loadFactor = event.factor; break;
        case Action::Supply: device.cooler.supplySetpoint = event.temperature; break;
        case Action::Water: device.cooler.waterIn = event.temperature; break;
        case Action::StopChillers:
        case Action::StartChillers: break;
    }
}

std::vector<HeldFlow> TransientDevices::advance(double dtS) {
    std::vector<HeldFlow> flows;
    for (std::size_t n = 0; n < m_devices.size(); ++n) {
        Device& device = m_devices[n];
        if (!device.held) continue;
        device.fan.step(dtS);
        flows.push_back(
            {n, device.fullFlowM3S * std::max(leastFlowShare, device.fan.share()), true});
        if (device.fan.isSteady()) {
            device.held = false;
            flows.back().held = !device.powered;
        }
    }
    return flows;
}

void TransientDevices::blow(const std::vector<double>& intakeC, double dtS,
                            std::vector<double>& outletC) {
    m_itW = m_feedW = m_doorW = 0.0;
    double loopW = 0.0;
    for (std::size_t n = 0; n < m_devices.size(); ++n) {
        Device& device = m_devices[n];
        const RasterDevice& from = m_raster.devices[n];
        if (device.kind == DeviceKind::Terminal) continue;
        for (std::size_t s = from.firstSlice; s < from.firstSlice + from.sliceCount; ++s) {
            const AirThrough air{m_heatCapacityJM3K * m_raster.slices[s].flowM3S, intakeC[s], dtS};
            outletC[s] = device.kind == DeviceKind::Rack ? blowRack(device, s, air)
                                                         : blowCooler(device, air);
        }
        m_feedW += device.feedW;
        if (isWaterCooled(device.cooler)) loopW += device.feedW;
    }
    m_heats.itJ += m_itW * dtS;
    m_heats.coilFeedJ += m_feedW * dtS;
    m_heats.doorsJ += m_doorW * dtS;
    m_loop.step(loopW + m_doorW, dtS);
}

double TransientDevices::blowRack(const Device& device, std::size_t slice, AirThrough air) {
    Slice& state = *m_slices[slice];
    const double heatW = device.powered ? device.loadFactor * m_raster.slices[slice].heatW : 0.0;
    m_itW += heatW;
    const double leavesC = state.servers.step(air, heatW);
    const double passedC = state.frame.step({air.rateWK, leavesC, air.dtS});
    const auto& door = m_room.racks[device.input].rearDoor;
    if (!door || !device.fed) return passedC;
    const double wholeRate =
        m_heatCapacityJM3K * m_raster.devices[m_raster.slices[slice].device].flowM3S;
    const double effectiveness =
        std::min(1.0, door->effectivenessTimesCmin.in(wattsPerKelvin) / wholeRate);
    const double waterC = door->waterIn.in(celsius) + m_loop.excessK();
    m_doorW += air.rateWK * effectiveness * (passedC - waterC);
    return passedC - effectiveness * (passedC - waterC);
}

double TransientDevices::blowCooler(Device& device, const AirThrough& air) {
    const double fanW = fanHeatW(device);
    m_heats.fansJ += fanW * air.dtS;
    const auto outcome = device.coil->step(coolerNow(device, air.rateWK),
                                           {air, fanW, device.fed ? CoilFeed::Fed : CoilFeed::Cut});
    device.feedW = outcome.feedW;
    return outcome.outletC;
}

/// A fan's power grows with the cube of its speed.
double TransientDevices::fanHeatW(const Device& device) const {
    const double speed = device.fan.share();
    return speed * speed * speed * m_room.coolers[device.input].fanHeat.in(watts);
}

CoolerDevice TransientDevices::coolerNow(const Device& device, double rateWK) const {
    CoolerDevice cooler = device.cooler;
    cooler.fanHeat = watts(fanHeatW(device));
    if (!isWaterCooled(cooler) || m_loop.excessK() == 0.0) return cooler;
    cooler.waterIn = cooler.waterIn + kelvins(m_loop.excessK());
    if (cooler.effectivenessTimesCmin.si() <= 0.0)
        cooler.effectivenessTimesCmin = wattsPerKelvin(usualCoilEffectiveness * rateWK);
    return cooler;
}

double TransientDevices::serversJ() const {
    double sum = 0.0;
    for (const auto& slice : m_slices)
        if (slice) sum += slice->servers.storedJ();
    return sum;
}

double TransientDevices::framesJ() const {
    double sum = 0.0;
    for (const auto& slice : m_slices)
        if (slice) sum += slice->frame.storedJ();
    return sum;
}

double TransientDevices::coilsJ() const {
    double sum = 0.0;
    for (const Device& device : m_devices)
        if (device.coil) sum += device.coil->storedJ();
    return sum;
}

}  // namespace halltwin::thermal
