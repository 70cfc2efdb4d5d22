// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/schedule.h"
#include "model/network/cuts.h"
#include "model/network/network_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <optional>
#include <vector>

namespace halltwin::exchange {

/// A planned network to list. Refers to its parts, which must outlive it.
struct NetworkSource {
    const Project& project;
    const Catalog& catalog;
    const network::NetworkPlan& network;
};

/// Of every fabric; none where it has fewer than two servers. Takes seconds with 10,000 GPUs.
[[nodiscard]] std::vector<std::optional<network::Bisection>>
bisectionsOf(const network::NetworkPlan& network);

/// Rate down / up of the tier where it is greatest; none where nothing goes up.
[[nodiscard]] std::optional<double> greatestOversubscription(const network::FabricFigures& figures);

/// "fabrics": a row for each with its figures. `bisections` are in the order of the fabrics; those
/// that lack leave their fields empty.
[[nodiscard]] Schedule
fabricSchedule(const NetworkSource& source,
               const std::vector<std::optional<network::Bisection>>& bisections);

/// "switches": name, model, place, ports, power at the cords without modules, price.
[[nodiscard]] Schedule switchSchedule(const NetworkSource& source);

/// "cable-bill": cables by fabric, medium, speed and the length that is bought.
[[nodiscard]] Schedule cableBillSchedule(const NetworkSource& source);

/// "port-map": every cable with both ends, medium, laid length and way.
[[nodiscard]] Schedule portMap(const NetworkSource& source);

/// "trays": fill where each is fullest, against its limit.
[[nodiscard]] Schedule traySchedule(const NetworkSource& source);

/// "elevations": what stands in the units of every rack, from the foot up.
[[nodiscard]] Schedule elevationSchedule(const NetworkSource& source);

/// All of these in this order.
[[nodiscard]] std::vector<Schedule>
networkSchedules(const NetworkSource& source,
                 const std::vector<std::optional<network::Bisection>>& bisections);

}  // namespace halltwin::exchange
