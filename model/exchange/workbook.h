// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/exchange/schedule.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace halltwin::exchange {

/// Rows that a sheet of the Office Open XML format holds, its heading among them.
inline constexpr std::size_t mostSheetRows = 1'048'576;

struct WorkbookOptions {
    std::string title;  ///< of the document's properties
    std::string author{};
    std::size_t sheetRows = mostSheetRows;  ///< from 2 to mostSheetRows
};

/// Writes an Office Open XML workbook (.xlsx), one sheet for each schedule: a heading row that
/// stays in sight and filters, units in the headings, text never read as a formula. A schedule with
/// more rows than a sheet holds goes on in "… 2". Titles lose the characters that sheets may not
/// have and are told apart by numbers. The file is replaced whole or left as it was. Fails with
/// InvalidArgument without a schedule, and with IoFailure.
[[nodiscard]] Result<void> writeWorkbook(const std::filesystem::path& file,
                                         const std::vector<Schedule>& schedules,
                                         const WorkbookOptions& options);

}  // namespace halltwin::exchange
