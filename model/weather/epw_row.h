// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/weather/weather_year.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::weather {

/// One comma-separated line, its fields trimmed of blanks.
struct EpwLine {
    std::size_t number = 0;  ///< from 1
    std::vector<std::string_view> fields;
};

[[nodiscard]] EpwLine splitEpwLine(std::size_t number, std::string_view line);

/// A number between two bounds. Fails with ParseFailure or OutOfRange, naming line and column.
[[nodiscard]] Result<double> epwNumber(const EpwLine& line, std::size_t column,
                                       std::string_view name, double least, double most);

/// An hour whose missing figures are none.
struct EpwRow {
    int month = 0;
    int day = 0;
    int hour = 0;  ///< 1…24, the hour that ends then
    std::optional<double> dryBulbC;
    std::optional<double> dewPointC;
    std::optional<double> humidity;  ///< 0…1
    std::optional<double> pressurePa;
    std::optional<double> infraredWM2;
    std::optional<double> globalWM2;
    std::optional<double> directWM2;
    std::optional<double> diffuseWM2;
    std::optional<double> windFromDeg;
    std::optional<double> windMS;
    std::optional<double> skyCover;  ///< 0…1
};

/// Fails with ParseFailure and OutOfRange, naming line and column.
[[nodiscard]] Result<EpwRow> readEpwRow(const EpwLine& line);

}  // namespace halltwin::weather
