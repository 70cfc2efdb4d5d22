// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/weather/weather_year.h"

#include <array>
#include <string>
#include <string_view>

namespace halltwin::weather {

inline constexpr std::string_view climateFormula =
    "dry bulb = line through the months + daily sine + weather fronts; dew point = line through "
    "the months + 0.6 · fronts, never above the dry bulb; monthly means are those of the climate";
inline constexpr std::string_view climateSource =
    "made from monthly climate normals; not a measured year, and not a design year";

/// A figure for each month, January first.
using Months = std::array<double, 12>;

/// The climate of a place as national weather services publish it: means over thirty years.
struct Climate {
    std::string key;  ///< "us-quincy"; chooses the weather fronts of the year
    std::string name;
    std::string country;
    std::string note;
    double latitudeDeg = 0.0;   ///< north is positive
    double longitudeDeg = 0.0;  ///< east is positive
    double timeZoneH = 0.0;     ///< ahead of UTC
    Length altitude;
    Months meanC{};
    Months dailyMaximumC{};           ///< mean of the days' highest
    Months dailyMinimumC{};           ///< mean of the days' lowest
    Months humidity{};                ///< mean relative humidity, 0…1
    double coldMonthDayToDayK = 4.0;  ///< standard deviation of daily means, coldest month
    double warmMonthDayToDayK = 2.5;  ///< standard deviation of daily means, warmest month
    std::string temperatureSource;
    std::string humiditySource;
    std::string dayToDaySource;

    bool operator==(const Climate&) const = default;
};

/// Hour of the day, local standard time, at which the sine of the day is highest.
inline constexpr double warmestHour = 15.0;
/// Correlation of one day's weather front with that of the day before (typical value).
inline constexpr double frontPersistence = 0.7;
/// Share of a front that the dew point takes part in (typical value).
inline constexpr double frontShareOfDewPoint = 0.6;

/// 8,760 hours with the climate's monthly means of dry bulb and relative humidity; the pressure is
/// that of the altitude. Sun, sky and wind are left at zero, and `notes` says so. The same climate
/// gives the same hours always. Fails with InvalidArgument where a figure is no number or out of
/// order, naming the site and the month.
[[nodiscard]] Result<WeatherYear> weatherYearOf(const Climate& climate);

}  // namespace halltwin::weather
