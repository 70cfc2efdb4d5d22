// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/raster_build.h"

#include <algorithm>
#include <array>

namespace halltwin::thermal {

namespace {

constexpr std::array<Side, 5> bareSides{Side::MinusX, Side::PlusX, Side::MinusY, Side::PlusY,
                                        Side::Above};

}  // namespace

void RasterBuilder::connectHeatSources() {
    for (std::size_t index = 0; index < m_room.heatSources.size(); ++index) {
        const HeatSource& source = m_room.heatSources[index];
        if (!m_heatBoxes[index] || source.heat <= watts(0.0)) continue;
        RasterHeat heat{source.id, source.heat.in(watts), {}};
        for (const Side side : bareSides)
            for (const PortCell& touching : port(*m_heatBoxes[index], side).cells)
                heat.cells.push_back(touching.cell);
        std::sort(heat.cells.begin(), heat.cells.end());
        heat.cells.erase(std::unique(heat.cells.begin(), heat.cells.end()), heat.cells.end());
        if (heat.cells.empty())
            leaveOut(source.id, "thermal.outletBlocked", "cannot give off heat: it is walled in.");
        else
            m_raster.heats.push_back(std::move(heat));
    }
}

void RasterBuilder::placeExchanges(HeatExchange exchange, const Port& faces, double perAreaWM2K) {
    for (const PortCell& face : faces.cells) {
        exchange.cell = face.cell;
        exchange.conductanceWK = perAreaWM2K * face.areaM2;
        m_raster.exchanges.push_back(exchange);
    }
}

void RasterBuilder::connectTanks() {
    for (std::size_t index = 0; index < m_room.tanks.size(); ++index) {
        const ImmersionTank& tank = m_room.tanks[index];
        const double conductance = tank.surfaceConductance.in(wattsPerKelvin);
        if (!m_tankBoxes[index] || conductance <= 0.0) continue;
        std::array<Port, bareSides.size()> faces;
        double area = 0.0;
        for (std::size_t n = 0; n < faces.size(); ++n) {
            faces[n] = port(*m_tankBoxes[index], bareSides[n]);
            area += faces[n].areaM2;
        }
        if (area <= 0.0)
            leaveOut(tank.id, "thermal.outletBlocked", "cannot give off heat: it is walled in.");
        for (const Port& port : faces)
            placeExchanges({ExchangeKind::Tank, index, 0, 0.0, tank.bathTemperature.in(celsius)},
                           port, conductance / area);
    }
}

/// The hall's own sides, seen from the boxes of no thickness that lie behind them.
void RasterBuilder::connectEnvelope() {
    const CellBox& box = m_raster.grid.box;
    const Span x{0, box.nx};
    const Span y{0, box.ny};
    const Span z{0, box.nz};
    const Envelope& envelope = m_room.envelope;
    const auto add = [&](std::size_t number, const EnvelopeSide& side, const BoxCells& behind,
                         Side inward) {
        if (side.transmittance.si() <= 0.0) return;
        placeExchanges({ExchangeKind::Envelope, number, 0, 0.0, side.outside.in(celsius)},
                       port(behind, inward), side.transmittance.in(wattsPerSquareMetreKelvin));
    };
    add(0, envelope.walls[0], {x, {-1, 0}, z}, Side::PlusY);
    add(1, envelope.walls[1], {{box.nx, box.nx + 1}, y, z}, Side::MinusX);
    add(2, envelope.walls[2], {x, {box.ny, box.ny + 1}, z}, Side::MinusY);
    add(3, envelope.walls[3], {{-1, 0}, y, z}, Side::PlusX);
    add(4, envelope.roof, {x, y, {box.nz, box.nz + 1}}, Side::Below);
    add(5, envelope.floor, {x, y, {-1, 0}}, Side::Above);
}

}  // namespace halltwin::thermal
