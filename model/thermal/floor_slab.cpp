// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/floor_slab.h"

namespace halltwin::thermal {

namespace {

constexpr std::size_t floorNumber = 5;

}  // namespace

std::size_t FloorSlab::prepare(Raster& raster) {
    const std::size_t first = raster.exchanges.size();
    const CellBox& box = raster.grid.box;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        if (k == 0 && raster.solid[cell] == airCell)
            raster.exchanges.push_back({ExchangeKind::Envelope, floorNumber, cell, 0.0, 0.0});
    });
    return first;
}

FloorSlab::FloorSlab(const RoomAir& air, std::size_t first, const ThermalMass& mass)
    : m_first(first),
      m_exchanges(air.raster().exchanges),
      m_capacityPerConductanceS(mass.slabJM2K / mass.slabFilm.in(wattsPerSquareMetreKelvin)) {
    const CellBox& box = air.raster().grid.box;
    const Grid& grid = air.raster().grid.grid;
    std::size_t next = first;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        if (next >= m_exchanges.size() || m_exchanges[next].cell != cell) return;
        HeatExchange& face = m_exchanges[next++];
        if (mass.slabJM2K <= 0.0 || !air.air().space().air[cell]) return;
        face.conductanceWK =
            mass.slabFilm.in(wattsPerSquareMetreKelvin)*grid.x.width(i) * grid.y.width(j);
        face.surfaceC = buoyancyReferenceC + air.air().temperature[cell];
    });
}

void FloorSlab::step(const RoomAir& air, double dtS) {
    for (std::size_t n = m_first; n < m_exchanges.size(); ++n) {
        HeatExchange& face = m_exchanges[n];
        if (face.conductanceWK <= 0.0) continue;
        const double airC = buoyancyReferenceC + air.air().temperature[face.cell];
        face.surfaceC += dtS / m_capacityPerConductanceS * (airC - face.surfaceC);
    }
}

double FloorSlab::storedJ() const {
    double sum = 0.0;
    for (std::size_t n = m_first; n < m_exchanges.size(); ++n)
        sum += m_exchanges[n].conductanceWK * m_exchanges[n].surfaceC;
    return sum * m_capacityPerConductanceS;
}

}  // namespace halltwin::thermal
