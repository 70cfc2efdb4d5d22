// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "model/thermal/transient.h"

#include <string>
#include <vector>

namespace halltwin::cli {

/// Reads "T ELEMENT ACTION" texts: seconds; the label or number of an item, `all` or `chillers`;
/// off, on, water-off, water-on, load=F, supply=C or water=C. Fails with InvalidArgument or
/// NotFound, naming the one that is none.
[[nodiscard]] Result<std::vector<thermal::TransientEvent>>
readEvents(const Project& project, const std::vector<std::string>& texts);

}  // namespace halltwin::cli
