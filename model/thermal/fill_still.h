// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/raster.h"

#include <vector>

namespace halltwin::thermal {

/// Gives cells that are not `known`, solid ones last, the mean of their neighbours, from those that
/// have a value outwards; `still` to air that none can be reached from. A picture then has no holes.
void fillStill(const Raster& raster, std::vector<char> known, std::vector<double>& temperature,
               double still);

}  // namespace halltwin::thermal
