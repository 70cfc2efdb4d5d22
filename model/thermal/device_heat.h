// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/energy.h"
#include "model/thermal/raster.h"
#include "model/thermal/room.h"

#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Temperatures that devices and air agree on, in °C; of the raster's slices, in their order.
struct DeviceHeat {
    std::vector<double> outletC;       ///< of an extract terminal its intake
    std::vector<double> intakeC;       ///< mean over the intake, weighted by flow; of a supply
                                       ///< terminal its outlet
    std::vector<char> atLimit;         ///< a cooler whose set-point is not held
    std::vector<double> temperatureC;  ///< of the cells with through-flow
    std::vector<double> exchangedW;    ///< into the air by each of Raster::exchanges
    bool converged = false;
};

/// Temperature that the equations are solved above: the lowest supply, where digits are worth most.
[[nodiscard]] double datumOf(const RoomInput& room, const Raster& raster);

/// Solves for all outlet temperatures at once, by the laws of device_law.h. For a given choice of
/// limits the outlets depend linearly on each other through the air (the heat recirculation of
/// Q. Tang et al. 2006); the linear system is solved by GMRES with one sweep of the energy equation
/// per step (Saad & Schultz 1986), and the choice is repeated until it stands. Fails with OverLimit
/// when the coolers' capacities cannot take the heat, with Cancelled, and with NotConverged.
[[nodiscard]] Result<DeviceHeat> coupleDevices(const RoomInput& room, const Raster& raster,
                                               const EnergyEquation& energy, double heatTolerance,
                                               const std::stop_token& stop);

}  // namespace halltwin::thermal
