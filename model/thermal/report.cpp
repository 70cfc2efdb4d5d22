// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/report.h"

#include "model/thermal/metrics.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace halltwin::thermal {

namespace {

class Report {
public:
    explicit Report(const Solution& solution) : m_from(solution) {}

    RoomResult make() {
        m_result.grid = m_from.raster.grid.grid;
        m_result.iterations = m_from.flow.iterations;
        m_result.converged = m_from.flow.converged && m_from.heat.converged;
        m_result.snapErrors = m_from.raster.snapErrors;
        m_result.issues = m_from.raster.issues;
        addFields();
        addVelocities();
        addRacks();
        addCoolers();
        addTiles();
        addMetrics();
        addBooks();
        addIssues();
        return std::move(m_result);
    }

private:
    void addFields();
    void addVelocities();
    void addRacks();
    void addCoolers();
    void addTiles();
    void addMetrics();
    void addBooks();
    void addIssues();
    [[nodiscard]] std::vector<Temperature> samples(const RasterDevice& rack) const;
    [[nodiscard]] std::vector<AirPass> passes(bool coolers) const;
    void issue(const char* rule, Severity severity, std::vector<ItemId> items, const char* message,
               const char* fix) {
        m_result.issues.push_back(makeIssue(rule, severity, std::move(items), message, fix));
    }

    const Solution& m_from;
    RoomResult m_result;
};

void Report::addFields() {
    const CellBox& box = m_from.raster.grid.box;
    std::vector<double> temperature = m_from.heat.temperatureC;
    m_from.energy.fillStagnant(temperature, m_from.room.stillAir.in(celsius));
    m_result.temperatureC.resize(box.interior());
    m_result.pressurePa.resize(box.interior());
    m_result.solid.resize(box.interior());
    forCells(box, [&](int i, int j, int k) {
        const std::size_t index = m_result.grid.index(i, j, k);
        const std::size_t cell = box.at(i, j, k);
        m_result.temperatureC[index] = static_cast<float>(temperature[cell]);
        m_result.pressurePa[index] = static_cast<float>(m_from.flow.pressurePa[cell]);
        m_result.solid[index] = m_from.raster.solid[cell];
    });
}

void Report::addVelocities() {
    const CellBox& box = m_from.raster.grid.box;
    const Grid& grid = m_from.raster.grid.grid;
    FaceField<double> flow = m_from.flow.flowM3S;
    const auto addPort = [&](const Port& port, double outwardM3S) {
        for (const PortCell& cell : port.cells)
            flow[cell.axis][cell.faceCell] += outwardM3S * cell.outward * cell.areaM2 / port.areaM2;
    };
    for (const auto* devices : {&m_from.raster.racks, &m_from.raster.coolers})
        for (const RasterDevice& device : *devices) {
            addPort(device.outlet, device.flowM3S);
            addPort(device.intake, -device.flowM3S);
        }
    for (auto* field : {&m_result.u, &m_result.v, &m_result.w})
        field->assign(box.interior(), 0.0F);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        if (m_from.raster.solid[cell] != airCell) return;
        const double volume = grid.volume(i, j, k);
        const std::size_t index = grid.index(i, j, k);
        const auto centre = [&](std::size_t axis, double width) {
            const double sum = flow[axis][cell - box.stride(axis)] + flow[axis][cell];
            return static_cast<float>(0.5 * sum * width / volume);
        };
        m_result.u[index] = centre(0, grid.x.width(i));
        m_result.v[index] = centre(1, grid.y.width(j));
        m_result.w[index] = centre(2, grid.z.width(k));
    });
}

void Report::addRacks() {
    for (std::size_t n = 0; n < m_from.raster.racks.size(); ++n) {
        const RasterDevice& rack = m_from.raster.racks[n];
        const RackDevice& input = m_from.room.racks[rack.input];
        const double meanC = m_from.heat.intakeC[n];
        double warmestC = -std::numeric_limits<double>::infinity();
        double variance = 0.0;
        for (const PortCell& port : rack.intake.cells) {
            const double value = m_from.heat.temperatureC[port.cell];
            warmestC = std::max(warmestC, value);
            variance += (value - meanC) * (value - meanC) * port.areaM2 / rack.intake.areaM2;
        }
        m_result.racks.push_back(
            {input.id, input.airHeat, input.flow, celsius(meanC), celsius(warmestC),
             TemperatureDifference::fromSi(std::sqrt(variance)), celsius(m_from.heat.outletC[n])});
    }
}

void Report::addCoolers() {
    const std::size_t racks = m_from.raster.racks.size();
    for (std::size_t n = 0; n < m_from.raster.coolers.size(); ++n) {
        const RasterDevice& cooler = m_from.raster.coolers[n];
        const CoolerDevice& input = m_from.room.coolers[cooler.input];
        const double returnC = m_from.heat.intakeC[racks + n];
        const double supplyC = m_from.heat.outletC[racks + n];
        const Power heat =
            watts(volumetricHeat(m_from.room) * cooler.flowM3S * (returnC - supplyC));
        m_result.coolers.push_back({input.id, input.flow, celsius(returnC), celsius(supplyC), heat,
                                    heat + input.fanHeat, m_from.heat.coolerAtLimit[n] != 0});
    }
}

void Report::addTiles() {
    std::vector<double> flowM3S(m_from.room.tiles.size(), 0.0);
    for (const TilePart& part : m_from.raster.tileParts) {
        const double total = m_from.raster.floorConductance[part.faceCell];
        flowM3S[part.tile] += m_from.flow.flowM3S[2][part.faceCell] * part.conductance / total;
    }
    for (std::size_t n = 0; n < flowM3S.size(); ++n)
        m_result.tiles.push_back({m_from.room.tiles[n].id, cubicMetresPerSecond(flowM3S[n])});
}

/// Intake temperature in the layers nearest to 1/6, 1/2 and 5/6 of a rack's height.
std::vector<Temperature> Report::samples(const RasterDevice& rack) const {
    const double heightM = m_from.room.racks[rack.input].height.in(metres);
    std::vector<Temperature> result;
    for (const double share : {1.0 / 6.0, 0.5, 5.0 / 6.0}) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const PortCell& port : rack.intake.cells)
            nearest = std::min(nearest, std::abs(port.heightM - share * heightM));
        double sum = 0.0;
        double area = 0.0;
        for (const PortCell& port : rack.intake.cells)
            if (std::abs(port.heightM - share * heightM) <= nearest + 1e-9) {
                sum += m_from.heat.temperatureC[port.cell] * port.areaM2;
                area += port.areaM2;
            }
        result.push_back(celsius(sum / area));
    }
    return result;
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

void Report::addMetrics() {
    const std::vector<AirPass> racks = passes(false);
    const std::vector<AirPass> coolers = passes(true);
    const Temperature supply = m_result.coolers.empty() ? m_from.room.stillAir : meanOut(coolers);
    std::vector<Temperature> intakes;
    for (const RasterDevice& rack : m_from.raster.racks)
        for (const Temperature sample : samples(rack))
            intakes.push_back(sample);
    Metrics& metrics = m_result.metrics;
    metrics.rciHi = rackCoolingIndexHigh(intakes);
    metrics.rciLo = rackCoolingIndexLow(intakes);
    metrics.rti = returnTemperatureIndex(racks, coolers);
    metrics.shi = supplyHeatIndex(racks, supply);
    metrics.rhi = 1.0 - metrics.shi;
    metrics.maxIntake = m_result.racks.empty() ? supply : m_result.racks.front().intakeMax;
    for (const RackResult& rack : m_result.racks)
        metrics.maxIntake = std::max(metrics.maxIntake, rack.intakeMax);
}

void Report::addBooks() {
    Books& books = m_result.books;
    for (const RackResult& rack : m_result.racks)
        books.itHeat += rack.airHeat;
    for (const RasterHeat& heat : m_from.raster.heats)
        books.otherHeat += watts(heat.powerW);
    for (const CoolerResult& cooler : m_result.coolers) {
        books.otherHeat += cooler.coilHeat - cooler.heat;
        books.removed += cooler.coilHeat;
    }
    const double in = (books.itHeat + books.otherHeat).in(watts);
    const double out = (books.removed + books.wall).in(watts);
    books.heatResidual = in > 0.0 ? std::abs(in - out) / in : 0.0;
    books.massResidual = m_from.flow.massResidual;
}

void Report::addIssues() {
    constexpr double implausiblePa = 250.0;  // fans of racks and coolers stop well below
    for (const CoolerResult& cooler : m_result.coolers)
        if (cooler.atLimit)
            issue("thermal.coolerAtLimit", Severity::Warning, {cooler.id},
                  "A cooler cannot hold its supply temperature.",
                  "Add cooling, colder water, or more air flow.");
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
