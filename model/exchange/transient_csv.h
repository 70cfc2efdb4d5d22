// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "model/thermal/transient.h"

#include <string>

namespace halltwin::exchange {

/// All samples of a transient as comma-separated text, a row each: the hall, then three columns per
/// rack, then four per cooler, named by the items' labels (their numbers where they have none).
/// Units are in the header.
[[nodiscard]] std::string transientCsv(const Project& project, const thermal::Transient& transient);

}  // namespace halltwin::exchange
