// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/exchange/schedule.h"
#include "model/exchange/workbook.h"

#include <filesystem>
#include <vector>

namespace halltwin::exchange {

/// Writes schedules as the path says: a name that ends in .xlsx is a workbook; a folder, or a name
/// that ends in a slash, takes a CSV file for each and is made where it is not there. Fails with
/// Unsupported for another ending, and as writing files does.
[[nodiscard]] Result<void> writeSchedules(const std::filesystem::path& path,
                                          const std::vector<Schedule>& schedules,
                                          const WorkbookOptions& options);

}  // namespace halltwin::exchange
