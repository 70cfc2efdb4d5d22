// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/weather/weather_year.h"

#include <string_view>

namespace halltwin::weather {

inline constexpr std::string_view epwSource =
    "EnergyPlus Auxiliary Programs, EnergyPlus Weather File (EPW) Data Dictionary";

/// Longest run of hours without a figure that is filled in between its ends.
inline constexpr int longestGapH = 48;

/// Reads the text of an EnergyPlus weather file: 8 header lines and one line per hour of a year.
/// Hours marked as missing (99.9 °C, 999 % …) are filled: temperatures and pressure by a straight
/// line between the hours around them, a missing dew point from the humidity, sun and sky by zero;
/// `notes` tells how many. Fails with ParseFailure, NotAProject when it is no such file, and
/// OutOfRange, the context naming line and column.
[[nodiscard]] Result<WeatherYear> readEpw(std::string_view text);

}  // namespace halltwin::weather
