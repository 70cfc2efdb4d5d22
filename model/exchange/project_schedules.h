// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/network_schedules.h"
#include "model/exchange/schedule.h"
#include "model/network/rack_elevation.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::exchange {

/// "equipment": every placed item, where it stands, and its price.
[[nodiscard]] Schedule equipmentSchedule(const Project& project, const Catalog& catalog);

/// "racks": racks and tanks with servers, rated power and mass; units, switches, cable ends and
/// network power where `elevations`, in the order of the racks' ids, have them.
[[nodiscard]] Schedule rackSchedule(const Project& project, const Catalog& catalog,
                                    const std::vector<network::RackElevation>& elevations);

/// "power-cords": cables of the power chain as drawn.
[[nodiscard]] Schedule cordSchedule(const Project& project);

/// "pipes": pairs of pipes as drawn; what they leave open is empty.
[[nodiscard]] Schedule pipeSchedule(const Project& project);

/// All of these and the schedules of the network, where there is one.
[[nodiscard]] std::vector<Schedule>
projectSchedules(const NetworkSource& source,
                 const std::vector<std::optional<network::Bisection>>& bisections);

}  // namespace halltwin::exchange
