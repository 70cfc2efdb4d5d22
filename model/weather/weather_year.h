// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/moist_air.h"
#include "model/core/units.h"

#include <cstddef>
#include <string>
#include <vector>

namespace halltwin::weather {

/// The outside air over one hour, as its mean.
struct WeatherHour {
    int month = 1;  ///< 1…12
    int day = 1;
    int hour = 0;  ///< 0…23, local standard time; the hour that begins then
    Temperature dryBulb;
    Temperature dewPoint;
    Pressure pressure;
    HeatFlux globalHorizontal;  ///< of the sun
    HeatFlux directNormal;
    HeatFlux diffuseHorizontal;
    HeatFlux skyInfrared;  ///< on a horizontal surface
    Velocity wind;
    double windFromDeg = 0.0;  ///< clockwise from north
    double skyCover = 0.0;     ///< 0…1

    bool operator==(const WeatherHour&) const = default;
    [[nodiscard]] MoistAir air() const { return airOfDewPoint(dryBulb, dewPoint, pressure); }
};

struct WeatherSite {
    std::string city;
    std::string region;
    std::string country;
    std::string source;
    double latitudeDeg = 0.0;   ///< north is positive
    double longitudeDeg = 0.0;  ///< east is positive
    double timeZoneH = 0.0;     ///< ahead of UTC
    Length altitude;

    bool operator==(const WeatherSite&) const = default;
};

/// 8,760 hours, or 8,784 with a leap day, from the first of January.
struct WeatherYear {
    WeatherSite site;
    std::vector<WeatherHour> hours;
    std::vector<std::string> notes;  ///< what was missing and how it was filled

    bool operator==(const WeatherYear&) const = default;
};

inline constexpr std::size_t hoursOfYear = 8760;
inline constexpr std::size_t hoursOfLeapYear = 8784;

}  // namespace halltwin::weather
