// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::sweep {

/// The project with one parameter at another value. Paths are those of the text form's fields:
///   site.condenser_water_supply          plant.staging          economics.tariff_usd_per_kwh
///   energy.nuclear                       (the other sources share the rest)
///   halls[NAME].lights_w_per_m2          by name or number
///   items[CH1].supply_temperature        by label or number
///   items[kind=cooler].supply_temperature, items[catalog=chiller.x].supply_temperature
///   shift.air_k, shift.water_k           all set-points of that kind, moved by so many kelvins
/// Values are in the unit that the name ends with, temperatures in °C, enumerations by name, and
/// "none" where a field may be empty. A climate puts the site's weather file aside. Fails with
/// NotFound on a path that names nothing (the remedy says what exists), InvalidArgument on a value
/// of the wrong kind, OutOfRange on one beyond the field's range.
[[nodiscard]] Result<Project> withParameter(const Project& project, const Catalog& catalog,
                                            std::string_view path, std::string_view value);

/// What a path can begin with in this project, for messages and help.
[[nodiscard]] std::vector<std::string> knownParameters(const Project& project);

}  // namespace halltwin::sweep
