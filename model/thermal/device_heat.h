// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/energy.h"
#include "model/thermal/raster.h"
#include "model/thermal/room.h"

#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Temperatures that devices and air agree on, in °C; devices are the raster's racks, then its
/// coolers.
struct DeviceHeat {
    std::vector<double> outletC;
    std::vector<double> intakeC;       ///< mean over the intake, weighted by flow
    std::vector<char> coolerAtLimit;   ///< per cooler: the set-point is not held
    std::vector<double> temperatureC;  ///< of the cells with through-flow
    bool converged = false;
};

/// Solves for all outlet temperatures at once. A rack's outlet is its mean intake plus P / (ρ Q
/// cp); a cooler's is its set-point, or, when its coil cannot reach that, return + (fan heat −
/// greatest coil heat) / (ρ Q cp), or, when the air is cold enough already, return + fan heat. For
/// a given choice among these the outlets depend linearly on each other through the air (the heat
/// recirculation of Q. Tang et al. 2006); the linear system is solved by GMRES with one sweep of
/// the energy equation per step (Saad & Schultz 1986), and the choice is repeated until it stands.
/// Fails with OverLimit when the coolers' capacities cannot take the heat, with Cancelled, and with
/// NotConverged.
[[nodiscard]] Result<DeviceHeat> coupleDevices(const RoomInput& room, const Raster& raster,
                                               const EnergyEquation& energy, double heatTolerance,
                                               const std::stop_token& stop);

/// ρ cp of the hall's air, J/(m³ K).
[[nodiscard]] double volumetricHeat(const RoomInput& room);

}  // namespace halltwin::thermal
