// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/report.h"

#include "model/thermal/air_fields.h"
#include "model/thermal/metrics.h"
#include "model/thermal/report_devices.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halltwin::thermal {

namespace {

class Report {
public:
    explicit Report(const Solution& solution)
        : m_from(solution),
          m_fields{solution.room,
                   solution.raster,
                   solution.heat.temperatureC,
                   solution.flow.pressurePa,
                   solution.heat.intakeC,
                   solution.heat.outletC} {}

    RoomResult make() {
        m_result.grid = m_from.raster.grid.grid;
        m_result.iterations = m_from.flow.iterations;
        m_result.converged = m_from.flow.converged && m_from.heat.converged;
        m_result.snapErrors = m_from.raster.snapErrors;
        m_result.issues = m_from.raster.issues;
        addFields();
        addDevices();
        addMetrics();
        addBooks();
        addIssues();
        return std::move(m_result);
    }

private:
    void addFields();
    void addDevices();
    void addMetrics();
    void addBooks();
    void addIssues();
    [[nodiscard]] std::vector<AirPass> passes(bool coolers) const;
    [[nodiscard]] double fanWattsPerM3S() const;
    void issue(const char* rule, Severity severity, std::vector<ItemId> items, const char* message,
               const char* fix) {
        m_result.issues.push_back(makeIssue(rule, severity, std::move(items), message, fix));
    }

    const Solution& m_from;
    DeviceFields m_fields;
    RoomResult m_result;
};

void Report::addFields() {
    setAir(m_result, airFields(m_from.room, m_from.raster, m_from.flow, m_from.pictureC));
    const CellBox& box = m_from.raster.grid.box;
    m_result.solid.resize(box.interior());
    forCells(box, [&](int i, int j, int k) {
        m_result.solid[m_result.grid.index(i, j, k)] = m_from.raster.solid[box.at(i, j, k)];
    });
}

void Report::addDevices() {
    m_result.racks = rackResults(m_fields);
    m_result.coolers = coolerResults(m_fields);
    m_result.terminals = terminalResults(m_fields);
    for (const ImmersionTank& tank : m_from.room.tanks)
        m_result.tanks.push_back({tank.id, Power{}});
    for (std::size_t n = 0; n < m_from.heat.exchangedW.size(); ++n) {
        const HeatExchange& exchange = m_from.raster.exchanges[n];
        if (exchange.kind == ExchangeKind::Tank)
            m_result.tanks[exchange.input].heat += watts(m_from.heat.exchangedW[n]);
    }
}

std::vector<AirPass> Report::passes(bool coolers) const {
    std::vector<AirPass> result;
    if (coolers)
        for (const CoolerResult& cooler : m_result.coolers)
            result.push_back(
                {cooler.flow * m_from.room.airDensity, cooler.returnT, cooler.supplyT});
    else
        for (const RackResult& rack : m_result.racks)
            result.push_back(
                {rack.flow * m_from.room.airDensity, rack.intakeMean, rack.exhaustMean});
    return result;
}

double Report::fanWattsPerM3S() const {
    double fansW = 0.0;
    double flowM3S = 0.0;
    for (const CoolerResult& cooler : m_result.coolers) {
        fansW += (cooler.coilHeat - cooler.heat).in(watts);
        flowM3S += cooler.flow.in(cubicMetresPerSecond);
    }
    return flowM3S > 0.0 ? fansW / flowM3S : 0.0;
}

void Report::addMetrics() {
    const std::vector<AirPass> racks = passes(false);
    const std::vector<AirPass> coolers = passes(true);
    const Temperature supply = m_result.coolers.empty() ? m_from.room.stillAir : meanOut(coolers);
    const std::vector<Temperature> intakes = intakeSamples(m_fields);
    Metrics& metrics = m_result.metrics;
    metrics.rciHi = rackCoolingIndexHigh(intakes);
    metrics.rciLo = rackCoolingIndexLow(intakes);
    metrics.rti = returnTemperatureIndex(racks, coolers);
    metrics.shi = supplyHeatIndex(racks, supply);
    metrics.rhi = 1.0 - metrics.shi;
    metrics.fanWattsPerM3S = fanWattsPerM3S();
    metrics.maxIntake = m_result.racks.empty() ? supply : m_result.racks.front().intakeMax;
    for (const RackResult& rack : m_result.racks)
        metrics.maxIntake = std::max(metrics.maxIntake, rack.intakeMax);
}

void Report::addBooks() {
    m_result.books = heatBooks(m_fields, m_from.heat.exchangedW);
    m_result.books.massResidual = m_from.flow.massResidual;
}

void Report::addIssues() {
    constexpr double implausiblePa = 250.0;  // fans of racks and coolers stop well below
    for (const CoolerResult& cooler : m_result.coolers)
        if (cooler.atLimit)
            issue("thermal.coolerAtLimit", Severity::Warning, {cooler.id},
                  "A cooler cannot hold its supply temperature.",
                  "Add cooling, colder water, or more air flow.");
    for (std::size_t n = 0; n < m_result.tanks.size(); ++n)
        if (m_result.tanks[n].heat.si() == 0.0 &&
            m_from.room.tanks[n].surfaceConductance.si() > 0.0)
            issue("thermal.stillAir", Severity::Warning, {m_result.tanks[n].id},
                  "No air moves past a tank; its heat is missing from this result.",
                  "Give the space around it a supply of air.");
    if (!m_from.flow.stalled.empty())
        issue("thermal.noOperatingPoint", Severity::Error, m_from.flow.stalled,
              "A fan's curve does not meet the pressure that the room asks for at any flow. It is "
              "calculated with its commanded flow.",
              "Open the way of the air, run the fan faster, or choose a stronger one.");
    const auto [least, greatest] =
        std::minmax_element(m_result.pressurePa.begin(), m_result.pressurePa.end());
    if (least != m_result.pressurePa.end() &&
        static_cast<double>(*greatest - *least) > implausiblePa)
        issue("thermal.pressure", Severity::Warning, {},
              "Air is forced through openings that are too small: pressures that no fan delivers.",
              "Open more tiles or leave a gap where air must pass.");
    if (!m_result.converged)
        issue("thermal.notConverged", Severity::Warning, {},
              "The airflow calculation did not settle; its figures are uncertain.",
              "Look for devices that blow into very small spaces.");
}

}  // namespace

RoomResult makeResult(const Solution& solution) {
    return Report(solution).make();
}

}  // namespace halltwin::thermal
