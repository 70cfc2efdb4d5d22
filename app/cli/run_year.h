// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/weather/weather_year.h"

#include <optional>
#include <string>

namespace halltwin::cli {

/// What `run` is asked about a year.
struct YearQuestion {
    bool year = false;
    std::optional<std::size_t> hour;  ///< one operating point in the weather of this hour
    std::string weather;              ///< an EPW file instead of the project's
    std::string climate;              ///< a climate instead of the project's
    std::string csv;
    bool json = false;
};

/// Adds --year, --hour, --weather, --climate and --csv.
void addYearOptions(CLI::App& command, YearQuestion& question);

/// The weather that the question names, or else the project.
[[nodiscard]] Result<weather::WeatherYear>
weatherOf(const Project& project, const std::string& projectFile, const YearQuestion& question);

[[nodiscard]] Status runYear(const Question& question, const YearQuestion& year);

}  // namespace halltwin::cli
