// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/project/entities.h"
#include "model/twin/year.h"

namespace halltwin::cli {

enum class Hours { Write, Leave };

/// A year: ratios beside the limits of the plant's control, sums by part, months and, where wanted,
/// every hour.
[[nodiscard]] Json yearJson(const twin::YearResult& year, const PlantControl& control,
                            Hours hours);

}  // namespace halltwin::cli
