// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/transient_record.h"

#include "model/thermal/air_fields.h"
#include "model/thermal/air_report.h"
#include "model/thermal/fill_still.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::thermal {

namespace {

Duration fieldInterval(const RoomAir& air, const TransientSettings& settings) {
    const auto bytesPerField =
        static_cast<double>(air.raster().grid.box.interior() * FieldSeries::bytesPerCell);
    const double mostFields =
        std::max(2.0, std::floor(static_cast<double>(settings.fieldBytes) / bytesPerField));
    return std::max(settings.fieldEvery, settings.duration / (mostFields - 1.0));
}

std::vector<char> movingAir(const RoomAir& air) {
    const Raster& raster = air.raster();
    std::vector<char> known(raster.grid.box.size(), 0);
    for (std::size_t c = 0; c < known.size(); ++c)
        known[c] = raster.solid[c] == airCell && air.air().space().air[c] ? 1 : 0;
    return known;
}

}  // namespace

double intakeNowC(const RoomAir& air, std::size_t slice) {
    const Port& intake = air.raster().slices[slice].intake;
    if (intake.cells.empty()) return air.outletC()[slice];
    double mean = 0.0;
    for (const PortCell& cell : intake.cells)
        mean += cell.areaM2 / intake.areaM2 * air.air().temperature[cell.cell];
    return buoyancyReferenceC + mean;
}

TransientRecorder::TransientRecorder(const RoomAir& air, const TransientSettings& settings,
                                     Transient& record)
    : m_air(air),
      m_settings(settings),
      m_record(record),
      m_fieldEvery(fieldInterval(air, settings)),
      m_known(movingAir(air)) {
    const auto& devices = air.raster().devices;
    for (std::size_t n = 0; n < devices.size(); ++n) {
        if (devices[n].kind == DeviceKind::Rack) {
            m_rackDevices.push_back(n);
            m_record.racks.push_back(devices[n].id);
            m_warmestC.push_back(warmestC(devices[n]));
        } else if (devices[n].kind == DeviceKind::Cooler) {
            m_coolerDevices.push_back(n);
            m_record.coolers.push_back(devices[n].id);
        }
    }
    m_record.limits.resize(m_rackDevices.size());
    for (std::size_t r = 0; r < m_rackDevices.size(); ++r)
        pass(r, {}, -std::numeric_limits<double>::infinity(), m_warmestC[r]);
}

double TransientRecorder::warmestC(const RasterDevice& rack) const {
    double warmest = -std::numeric_limits<double>::infinity();
    for (std::size_t n = rack.firstSlice; n < rack.firstSlice + rack.sliceCount; ++n)
        for (const PortCell& cell : m_air.raster().slices[n].intake.cells)
            warmest = std::max(warmest, buoyancyReferenceC + m_air.air().temperature[cell.cell]);
    return warmest;
}

Temperature TransientRecorder::maxIntake() const {
    if (m_warmestC.empty()) return m_air.room().stillAir;
    return celsius(*std::max_element(m_warmestC.begin(), m_warmestC.end()));
}

/// Notes the limits between two temperatures of a rack's intake, the later of them at `at`.
void TransientRecorder::pass(std::size_t rack, Duration at, double beforeC, double nowC) {
    const auto note = [&](Temperature limit, std::optional<Duration>& passed,
                          std::optional<FirstRack>& first) {
        const double limitC = limit.in(celsius);
        if (passed || nowC <= limitC) return;
        const double share = std::isfinite(beforeC)
                                 ? std::clamp((limitC - beforeC) / (nowC - beforeC), 0.0, 1.0)
                                 : 1.0;
        passed = m_watched + (at - m_watched) * share;
        if (!first || *passed < first->at) first = FirstRack{m_record.racks[rack], *passed};
    };
    LimitTimes& times = m_record.limits[rack];
    note(m_settings.limits.recommendedHigh, times.recommended, m_record.firstRecommended);
    note(m_settings.limits.allowableHigh, times.allowable, m_record.firstAllowable);
}

void TransientRecorder::watch(Duration at) {
    for (std::size_t r = 0; r < m_rackDevices.size(); ++r) {
        const double before = m_warmestC[r];
        m_warmestC[r] = warmestC(m_air.raster().devices[m_rackDevices[r]]);
        pass(r, at, before, m_warmestC[r]);
    }
    m_watched = at;
}

RackState TransientRecorder::rackState(std::size_t device) const {
    const RasterDevice& rack = m_air.raster().devices[device];
    double intakeC = 0.0;
    double exhaustC = 0.0;
    for (std::size_t n = rack.firstSlice; n < rack.firstSlice + rack.sliceCount; ++n) {
        const double share = m_air.raster().slices[n].flowM3S / rack.flowM3S;
        intakeC += share * intakeNowC(m_air, n);
        exhaustC += share * m_air.outletC()[n];
    }
    return {celsius(intakeC), {}, celsius(exhaustC)};
}

void TransientRecorder::sample(Duration at, const TransientDevices& devices, double storedW) {
    TransientSample sample;
    sample.at = at;
    sample.maxIntake = maxIntake();
    sample.waterExcess = kelvins(devices.waterExcessK());
    sample.itHeat = watts(devices.itHeatW());
    sample.removed = watts(devices.removedW());
    sample.stored = watts(storedW);
    for (std::size_t r = 0; r < m_rackDevices.size(); ++r) {
        RackState state = rackState(m_rackDevices[r]);
        state.intakeMax = celsius(m_warmestC[r]);
        sample.racks.push_back(state);
    }
    for (const std::size_t n : m_coolerDevices) {
        const RasterDevice& cooler = m_air.raster().devices[n];
        sample.coolers.push_back({celsius(intakeNowC(m_air, cooler.firstSlice)),
                                  celsius(m_air.outletC()[cooler.firstSlice]),
                                  cubicMetresPerSecond(cooler.flowM3S),
                                  watts(devices.coilFeedW(n))});
    }
    m_record.samples.push_back(std::move(sample));
}

void TransientRecorder::field(Duration at) {
    const Raster& raster = m_air.raster();
    const CellBox& box = raster.grid.box;
    std::vector<double> picture(box.size(), 0.0);
    for (std::size_t c = 0; c < picture.size(); ++c)
        picture[c] = buoyancyReferenceC + m_air.air().temperature[c];
    fillStill(raster, m_known, picture, m_air.room().stillAir.in(celsius));
    const Flow flow = flowOf(m_air, snapshotOf(m_air, 0));
    m_record.fields.add(at, airFields(m_air.room(), raster, flow, picture));
}

}  // namespace halltwin::thermal
