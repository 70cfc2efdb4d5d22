// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/raster.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"

#include <vector>

namespace halltwin::thermal {

/// What a solved field says about its devices, whatever the stage that solved it.
struct DeviceFields {
    const RoomInput& room;
    const Raster& raster;
    const std::vector<double>& temperatureC;  ///< of the box with ghosts
    const std::vector<double>& pressurePa;    ///< likewise
    const std::vector<double>& intakeC;       ///< of each slice, weighted by flow
    const std::vector<double>& outletC;       ///< of each slice
};

[[nodiscard]] std::vector<RackResult> rackResults(const DeviceFields& fields);
[[nodiscard]] std::vector<CoolerResult> coolerResults(const DeviceFields& fields);
[[nodiscard]] std::vector<TerminalResult> terminalResults(const DeviceFields& fields);

/// Intake temperatures of all racks in the layers nearest to 1/6, 1/2 and 5/6 of their heights.
[[nodiscard]] std::vector<Temperature> intakeSamples(const DeviceFields& fields);

/// Flow of each tile or grille from the flows of the faces along z.
[[nodiscard]] std::vector<double> openingFlowsM3S(const Raster& raster,
                                                  const std::vector<TilePart>& parts,
                                                  const std::vector<double>& verticalM3S,
                                                  std::size_t count);

/// Books of all slices, and what heat sources, lights, people, tanks (`exchangedW`, one for each of
/// Raster::exchanges) and walls add to them. Leaves massResidual alone.
[[nodiscard]] Books heatBooks(const DeviceFields& fields, const std::vector<double>& exchangedW);

}  // namespace halltwin::thermal
