// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/year.h"

#include <string>

namespace halltwin::exchange {

/// One line for each hour: hour of the year, outdoor temperatures, load, power by part, PUE, heat
/// that the plant could not take. Units stand in the names of the columns.
[[nodiscard]] std::string yearCsv(const twin::YearResult& year);

}  // namespace halltwin::exchange
