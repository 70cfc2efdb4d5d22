// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/twin/year.h"

namespace halltwin::cli {

enum class Hours { Write, Leave };

/// A year: means, sums by part, months and, where wanted, every hour.
[[nodiscard]] Json yearJson(const twin::YearResult& year, Hours hours);

}  // namespace halltwin::cli
