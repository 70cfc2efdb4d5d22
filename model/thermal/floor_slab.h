// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/raster.h"
#include "model/thermal/room_air.h"
#include "model/thermal/thermal_mass.h"

#include <cstddef>
#include <vector>

namespace halltwin::thermal {

/// The surface layer of the slab under a hall, a mass of its own below each air cell that it
/// touches. Does nothing to a room at rest: it starts with the temperature of the air above.
class FloorSlab {
public:
    /// Gives the raster the faces of the slab, without conductance, for a room to be settled on.
    /// Returns the index of the first among Raster::exchanges.
    [[nodiscard]] static std::size_t prepare(Raster& raster);

    /// `first` as `prepare` returned it for the room's raster.
    FloorSlab(const RoomAir& air, std::size_t first, const ThermalMass& mass);

    /// The room's exchanges with the slab as it is.
    [[nodiscard]] const std::vector<HeatExchange>& exchanges() const { return m_exchanges; }
    [[nodiscard]] std::size_t faceCount() const { return m_exchanges.size() - m_first; }
    /// Takes up what the air gave it over a step that led to the room as it is.
    void step(const RoomAir& air, double dtS);
    [[nodiscard]] double storedJ() const;

private:
    std::size_t m_first;
    std::vector<HeatExchange> m_exchanges;
    double m_capacityPerConductanceS;
};

}  // namespace halltwin::thermal
