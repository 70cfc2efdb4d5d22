// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/schedule_files.h"

#include "model/core/file_io.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <system_error>

namespace halltwin::exchange {
namespace {

namespace fs = std::filesystem;

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Result<void> writeFolder(const fs::path& folder, const std::vector<Schedule>& schedules) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::IoFailure,
                    fmt::format("the folder cannot be made: {}", error.message()), folder.string(),
                    "name a place that you may write to");
    }
    for (const Schedule& schedule : schedules) {
        auto written = writeFileAtomically(folder / (schedule.key() + ".csv"), csvOf(schedule));
        if (!written) return written;
    }
    return {};
}

}  // namespace

Result<void> writeSchedules(const fs::path& path, const std::vector<Schedule>& schedules,
                            const WorkbookOptions& options) {
    std::error_code error;
    if (!path.has_filename() || fs::is_directory(path, error)) return writeFolder(path, schedules);
    if (lowered(path.extension().string()) == ".xlsx")
        return writeWorkbook(path, schedules, options);
    return fail(ErrorCode::Unsupported,
                "schedules are written as a workbook or into a folder of CSV files", path.string(),
                "let the name end in .xlsx or in /");
}

}  // namespace halltwin::exchange
