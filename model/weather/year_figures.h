// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/weather/weather_year.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace halltwin::weather {

inline constexpr std::string_view designSource =
    "ASHRAE Handbook of Fundamentals 2017, ch. 14, Climatic Design Information: temperatures "
    "exceeded for a share of the hours and what comes with them on the average; here of one year";

/// A temperature and the mean of another in the hours near it.
struct DesignPoint {
    double exceededFor = 0.0;  ///< share of the year's hours
    Temperature temperature;
    Temperature coincident;
};

struct DesignConditions {
    std::array<DesignPoint, 3> cooling;      ///< dry bulb at 0.4, 1, 2 %; with the wet bulb
    std::array<DesignPoint, 3> evaporation;  ///< wet bulb at 0.4, 1, 2 %; with the dry bulb
    std::array<DesignPoint, 2> heating;      ///< dry bulb at 99.6, 99 %; with the wet bulb
    Temperature hottest;
    Temperature coldest;
    Temperature highestWetBulb;
};

/// Hours between `low` and the next bin's, and their mean wet bulb.
struct TemperatureBin {
    Temperature low;
    std::size_t hours = 0;
    Temperature meanWetBulb;
};

/// Figures of each day and hour, to be shown as a carpet: days across, hours upwards.
struct Carpet {
    std::size_t days = 0;
    std::vector<double> values;  ///< 24 of the first day, 24 of the second…

    [[nodiscard]] double at(std::size_t day, std::size_t hour) const {
        return values[24 * day + hour];
    }
};

/// How far from each other hours count as near a design temperature.
inline constexpr TemperatureDifference coincidenceHalfWidth = kelvins(0.5);

/// Wet bulb of each hour.
[[nodiscard]] std::vector<Temperature> wetBulbsOf(const WeatherYear& year);

/// Temperature that at most this share of the hours exceed. Fails with InvalidArgument where there
/// are no hours or the share is not 0…1.
[[nodiscard]] Result<Temperature> exceededFor(std::vector<Temperature> hours, double share);

/// Fails with InvalidArgument where the year has no hours.
[[nodiscard]] Result<DesignConditions> designConditions(const WeatherYear& year);

/// Hours by dry bulb, coldest bin first, its low end a multiple of the width in °C. Fails with
/// InvalidArgument where the width is not above 0.1 K or the year has no hours.
[[nodiscard]] Result<std::vector<TemperatureBin>> binsOf(const WeatherYear& year,
                                                         TemperatureDifference width);

/// Σ over the hours of how far the dry bulb is below the base, K·h.
[[nodiscard]] double heatingDegreeHours(const WeatherYear& year, Temperature base);
/// Σ over the hours of how far the dry bulb is above the base, K·h.
[[nodiscard]] double coolingDegreeHours(const WeatherYear& year, Temperature base);

/// Fails with InvalidArgument where the figures do not fill whole days.
[[nodiscard]] Result<Carpet> carpetOf(std::vector<double> hourly);

}  // namespace halltwin::weather
