// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/prepared_plant.h"

#include <vector>

namespace halltwin::cooling {

/// What the solved plant breaks: chillers, pump sets, coolers, own compressors in turn.
[[nodiscard]] std::vector<Issue> plantIssues(const PreparedPlant& plant, const PlantResult& result);

}  // namespace halltwin::cooling
