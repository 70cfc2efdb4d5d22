// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_air.h"

#include "model/thermal/device_law.h"
#include "model/thermal/regrid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::thermal {

namespace {

airflow::AirDomain domainOf(const Raster& raster) {
    airflow::AirDomain domain;
    domain.grid = raster.grid.grid;
    domain.lossK = raster.lossK;
    return domain;
}

double share(const Port& port, const PortCell& cell) {
    return cell.areaM2 / port.areaM2;
}

}  // namespace

RoomAir::RoomAir(const RoomInput& room, Raster raster, const airflow::AirModel& model)
    : m_room(room),
      m_raster(std::move(raster)),
      m_air(domainOf(m_raster), model),
      m_sources{airflow::Field(m_raster.grid.box), airflow::Field(m_raster.grid.box)},
      m_baseGain(m_raster.grid.box),
      m_inverseVolume(m_raster.grid.box.size(), 0.0F),
      m_intakeC(m_raster.slices.size(), buoyancyReferenceC),
      m_outletC(m_raster.slices.size(), buoyancyReferenceC),
      m_leakM3S(m_raster.leaks.size(), 0.0),
      m_leakDrive(m_raster.leaks.size(), 0.0),
      m_flowHeld(m_raster.devices.size(), 0) {
    const CellBox& box = m_raster.grid.box;
    double volume = 0.0;
    forCells(box, [&](int i, int j, int k) {
        const double cell = m_raster.grid.grid.volume(i, j, k);
        m_inverseVolume[box.at(i, j, k)] = static_cast<float>(1.0 / cell);
        if (m_raster.solid[box.at(i, j, k)] == airCell) volume += cell;
    });
    for (const RasterDevice& device : m_raster.devices) {
        if (device.kind != DeviceKind::Rack) m_deviceFlowM3S += 0.5 * device.flowM3S;
        if (device.kind == DeviceKind::Cooler) {
            m_deviceFlowM3S += 0.5 * device.flowM3S;
            m_hasFanCurves = m_hasFanCurves || m_room.coolers[device.input].fanCurve.has_value();
        }
    }
    m_turnoverS = m_deviceFlowM3S > 0.0 ? volume / m_deviceFlowM3S : 60.0;
    writePorts();
    writeSources();
}

void RoomAir::writePorts() {
    std::vector<airflow::PrescribedFace> faces;
    const auto add = [&](const Port& port, double outwardM3S) {
        for (const PortCell& cell : port.cells)
            faces.push_back(
                {cell.axis, cell.faceCell, outwardM3S * cell.outward * share(port, cell)});
    };
    for (const RasterSlice& slice : m_raster.slices) {
        add(slice.outlet, slice.flowM3S);
        add(slice.intake, -slice.flowM3S);
    }
    const CellBox& box = m_raster.grid.box;
    for (std::size_t n = 0; n < m_raster.leaks.size(); ++n) {
        const LeakPath& leak = m_raster.leaks[n];
        const bool frontFirst = leak.frontCell < leak.rearCell;
        const std::size_t stride = box.stride(leak.axis);
        const double alongAxis = frontFirst ? -m_leakM3S[n] : m_leakM3S[n];
        faces.push_back({leak.axis, std::min(leak.frontCell, leak.rearCell), alongAxis});
        faces.push_back({leak.axis, std::max(leak.frontCell, leak.rearCell) - stride, alongAxis});
    }
    m_air.setPrescribed(std::move(faces));
}

void RoomAir::writeSources() {
    const double heatCapacity = volumetricHeat(m_room);
    m_baseGain.fill(0.0F);
    m_sources.decay.fill(0.0F);
    const auto warm = [&](std::size_t cell, double watts) {
        m_baseGain[cell] += static_cast<float>(watts / heatCapacity) * m_inverseVolume[cell];
    };
    for (const RasterHeat& heat : m_raster.heats)
        for (const std::size_t cell : heat.cells)
            warm(cell, heat.powerW / static_cast<double>(heat.cells.size()));
    for (const HeatExchange& exchange : m_raster.exchanges) {
        warm(exchange.cell, exchange.conductanceWK * (exchange.surfaceC - buoyancyReferenceC));
        m_sources.decay[exchange.cell] +=
            static_cast<float>(exchange.conductanceWK / heatCapacity) *
            m_inverseVolume[exchange.cell];
    }
    for (const RasterSlice& slice : m_raster.slices)
        for (const PortCell& cell : slice.outlet.cells)
            m_sources.decay[cell.cell] +=
                static_cast<float>(slice.flowM3S * share(slice.outlet, cell)) *
                m_inverseVolume[cell.cell];
    if (m_raster.roomHeatW <= 0.0) return;
    const CellBox& box = m_raster.grid.box;
    double volume = 0.0;
    const auto lit = [&](int i, int j, int k) {
        return k >= m_raster.grid.voidLayers && k < m_raster.grid.ceilingLayer &&
               m_raster.solid[box.at(i, j, k)] == airCell;
    };
    forCells(box, [&](int i, int j, int k) {
        if (lit(i, j, k)) volume += m_raster.grid.grid.volume(i, j, k);
    });
    forCells(box, [&](int i, int j, int k) {
        if (lit(i, j, k))
            warm(box.at(i, j, k), m_raster.roomHeatW * m_raster.grid.grid.volume(i, j, k) / volume);
    });
}

void RoomAir::readIntakes() {
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        const Port& intake = m_raster.slices[n].intake;
        double mean = 0.0;
        for (const PortCell& cell : intake.cells)
            mean += share(intake, cell) * m_air.temperature[cell.cell];
        if (!intake.cells.empty()) m_intakeC[n] = buoyancyReferenceC + mean;
        m_outletC[n] = outletLaw(m_room, m_raster, n, m_intakeC[n]).outletC(m_intakeC[n]);
    }
}

void RoomAir::blowOutlets() {
    m_sources.gain = m_baseGain;
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        const RasterSlice& slice = m_raster.slices[n];
        const double excess = slice.flowM3S * (m_outletC[n] - buoyancyReferenceC);
        for (const PortCell& cell : slice.outlet.cells)
            m_sources.gain[cell.cell] +=
                static_cast<float>(excess * share(slice.outlet, cell)) * m_inverseVolume[cell.cell];
    }
    for (std::size_t n = 0; n < m_raster.leaks.size(); ++n) {
        const LeakPath& leak = m_raster.leaks[n];
        const bool toFront = m_leakM3S[n] > 0.0;
        const std::size_t from = toFront ? leak.rearCell : leak.frontCell;
        const std::size_t to = toFront ? leak.frontCell : leak.rearCell;
        m_sources.gain[to] += static_cast<float>(std::abs(m_leakM3S[n])) * m_inverseVolume[to] *
                              (m_air.temperature[from] - m_air.temperature[to]);
    }
}

double RoomAir::meanPressurePa(const Port& port) const {
    double mean = 0.0;
    for (const PortCell& cell : port.cells)
        mean += share(port, cell) * m_air.pressure[cell.cell];
    return mean * m_room.airDensity.in(kilogramsPerCubicMetre);
}

/// Time in which leaks and fans follow a new pressure difference, s: long against the exchange of
/// pressure across the room, short against its turnover.
constexpr double followS = 2.0;
/// Least length of a plug of air in a gap, m.
constexpr double leastPlugM = 2.0;

/// Air gaps as inert plugs, l du/dt = Δp/ρ − K u|u|/2, friction implicit. Their air must not follow
/// the pressure of one step: that holds what the room's air needs to follow them, and both would
/// swing from step to step without end. Hence the mean over `followS`, which is right at rest.
void RoomAir::answerLeaks(double dtS) {
    const double pace = dtS / (std::max(followS, 10.0 * dtS) + dtS);
    for (std::size_t n = 0; n < m_raster.leaks.size(); ++n) {
        const LeakPath& leak = m_raster.leaks[n];
        const double drive = m_air.pressure[leak.rearCell] - m_air.pressure[leak.frontCell];
        m_leakDrive[n] += pace * (drive - m_leakDrive[n]);
        const double stepPerM = dtS / std::max(leak.lengthM, leastPlugM);
        const double pushed = m_leakM3S[n] / leak.areaM2 + stepPerM * m_leakDrive[n];
        const double drag = 0.5 * stepPerM * leak.lossK;
        const double speed =
            2.0 * std::abs(pushed) / (1.0 + std::sqrt(1.0 + 4.0 * drag * std::abs(pushed)));
        m_leakM3S[n] = std::copysign(leak.areaM2 * speed, pushed);
    }
}

void RoomAir::answerFans(double dtS) {
    const double pace = std::min(0.3, dtS / followS);
    for (std::size_t n = 0; n < m_raster.devices.size(); ++n) {
        const RasterDevice& device = m_raster.devices[n];
        if (device.kind != DeviceKind::Cooler || m_flowHeld[n] != 0) continue;
        const auto& curve = m_room.coolers[device.input].fanCurve;
        if (!curve) continue;
        const RasterSlice& slice = m_raster.slices[device.firstSlice];
        const double rise = meanPressurePa(slice.outlet) - meanPressurePa(slice.intake);
        const auto target = fanFlow(*curve, pascals(rise));
        const double wanted = target ? target->in(cubicMetresPerSecond) : 0.02 * device.flowM3S;
        setFlow(m_raster, n, device.flowM3S + pace * (wanted - device.flowM3S));
    }
    writeSources();
}

/// The jets of perforated tiles: their air leaves the holes faster than the face's mean by
/// 1 / open share, and the grid sees only the mean. The missing momentum, ρ Q u (1/s − 1), acts on
/// the air above as a body force (V. Arghode, Y. Joshi, IEEE Trans. CPMT 5 (2015)).
void RoomAir::writeJets() {
    std::vector<airflow::FaceForce> forces;
    const CellBox& box = m_raster.grid.box;
    for (const TilePart& part : m_raster.tileParts) {
        const std::size_t above = part.faceCell + box.strideZ();
        const double u = m_air.velocity[2][part.faceCell];
        if (u <= 0.0 || m_air.space().open[2][above] == 0.0F) continue;
        const TileDevice& tile = m_room.tiles[part.tile];
        const double area = tile.footprint.width().in(metres)*tile.footprint.depth().in(metres);
        const double openShare = std::clamp(tile.openArea.in(squareMetres) / area, 0.01, 1.0);
        const double faceShare = part.conductance / m_raster.planeConductance[part.faceCell];
        const auto [i, j, k] = box.position(above);
        const double height = m_air.space().metric.distance(2, i, j, k);
        forces.push_back({2, above, faceShare * u * u * (1.0 / openShare - 1.0) / height});
    }
    for (const RasterSlice& slice : m_raster.slices)
        addJet(slice, forces);
    m_air.setForces(std::move(forces));
}

/// The same of a device whose outlet is a grille or the mouths of fans.
void RoomAir::addJet(const RasterSlice& slice, std::vector<airflow::FaceForce>& forces) const {
    if (slice.freeAreaM2 <= 0.0 || slice.freeAreaM2 >= slice.outlet.areaM2) return;
    const CellBox& box = m_raster.grid.box;
    const double u = slice.flowM3S / slice.outlet.areaM2;
    const double lackingM2S2 = u * u * (slice.outlet.areaM2 / slice.freeAreaM2 - 1.0);
    for (const PortCell& cell : slice.outlet.cells) {
        const std::size_t stride = box.stride(cell.axis);
        const std::size_t face =
            cell.outward > 0.0 ? cell.faceCell + stride : cell.faceCell - stride;
        if (m_air.space().open[cell.axis][face] == 0.0F) continue;
        const auto [i, j, k] = box.position(face);
        const double distance = m_air.space().metric.distance(cell.axis, i, j, k);
        forces.push_back({cell.axis, face, cell.outward * lackingM2S2 / distance});
    }
}

Result<void> RoomAir::step(const RoomStep& step, const std::stop_token& stop) {
    answerLeaks(step.dtS);
    if (m_hasFanCurves) answerFans(step.dtS);
    if (m_hasFanCurves || !m_raster.leaks.empty()) writePorts();
    constexpr int stepsPerJet = 5;
    if (m_steps++ % stepsPerJet == 0) writeJets();
    if (auto moved = m_air.stepFlow(step.dtS, step.effort, stop); !moved) return moved;
    const bool inStep = step.heatDtS == step.dtS;
    return heatStep(step.heatDtS, step.effort.scalarSweeps,
                    inStep ? airflow::Remainder::Carry : airflow::Remainder::Drop);
}

Result<void> RoomAir::heatStep(double dtS, int sweeps, airflow::Remainder remainder) {
    readIntakes();
    if (m_outletRule) m_outletRule(m_intakeC, dtS, m_outletC);
    blowOutlets();
    m_air.stepHeat(m_sources, dtS, sweeps, remainder);
    const bool finite = std::all_of(m_intakeC.begin(), m_intakeC.end(),
                                    [](double value) { return std::isfinite(value); });
    if (!finite)
        return fail(ErrorCode::NotConverged, "The airflow calculation lost its footing.",
                    "room air", "Look for very small openings with very large flows.");
    return {};
}

Result<void> RoomAir::startFrom(const RoomAir& other, const std::stop_token& stop) {
    regrid(other.m_air, other.m_raster.grid.grid, m_air, m_raster.grid.grid);
    for (std::size_t n = 0; n < m_leakM3S.size(); ++n)
        m_leakM3S[n] = m_leakDrive[n] = 0.0;
    writePorts();
    constexpr airflow::ProjectionEffort careful{1e-3, 20};
    if (auto projected = m_air.project(careful, stop); !projected) return projected;
    readIntakes();
    m_wasStarted = true;
    return {};
}

void RoomAir::freeze(const RoomAir& start, const airflow::Faces& velocity,
                     const airflow::Field& pressure) {
    m_leakM3S = start.m_leakM3S;
    m_leakDrive = start.m_leakDrive;
    for (std::size_t n = 0; n < m_raster.devices.size(); ++n)
        if (m_raster.devices[n].flowM3S != start.m_raster.devices[n].flowM3S)
            setFlow(m_raster, n, start.m_raster.devices[n].flowM3S);
    m_air.velocity = velocity;
    m_air.pressure = pressure;
    m_air.temperature = start.m_air.temperature;
    writePorts();
    writeSources();
    m_air.updateViscosity();
    readIntakes();
}

void RoomAir::setFlows(std::span<const HeldFlow> flows) {
    for (const HeldFlow& flow : flows) {
        m_flowHeld[flow.device] = flow.held ? 1 : 0;
        setFlow(m_raster, flow.device, flow.flowM3S);
    }
    writePorts();
    writeSources();
}

void RoomAir::setExchanges(std::vector<HeatExchange> exchanges) {
    m_raster.exchanges = std::move(exchanges);
    writeSources();
}

double RoomAir::storedHeatJ() const {
    const CellBox& box = m_raster.grid.box;
    double sum = 0.0;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (m_raster.solid[c] == airCell)
            sum += m_air.temperature[c] * m_raster.grid.grid.volume(i, j, k);
    });
    return sum * volumetricHeat(m_room);
}

}  // namespace halltwin::thermal
