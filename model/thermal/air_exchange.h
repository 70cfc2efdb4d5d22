// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/tracer_solver.h"
#include "model/thermal/room_air.h"
#include "model/thermal/settle.h"

#include <cstddef>
#include <vector>

namespace halltwin::thermal {

/// One end of all devices: their cells, and how much of each device's air passes each.
struct DevicePorts {
    std::vector<std::size_t> cells;
    std::vector<double> share;           ///< of the device's flow
    std::vector<std::size_t> deviceEnd;  ///< one past the last entry of each device
};

enum class PortSide { Intake, Outlet };

[[nodiscard]] DevicePorts devicePorts(const Raster& raster, PortSide side);

/// Tracers on the flow of a settled room; what an outlet blows in leaves no tracer in its cells.
[[nodiscard]] std::vector<airflow::TracerWeights> roomTracers(const RoomAir& room,
                                                              const SettleReport& report);

/// A device's flow through its ports, as what feeds a tracer: Q · share / V.
void addPortSources(const Raster& raster, const DevicePorts& ports, std::size_t device,
                    std::size_t lane, std::vector<airflow::TracerSource>& sources);

}  // namespace halltwin::thermal
