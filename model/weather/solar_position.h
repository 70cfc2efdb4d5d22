// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/weather/weather_year.h"

#include <string_view>

namespace halltwin::weather {

inline constexpr std::string_view solarPositionSource =
    "low-accuracy solar coordinates of J. Meeus, Astronomical Algorithms (2nd ed., ch. 25 and 28), "
    "as NOAA's Global Monitoring Laboratory uses them; 1900–2100";

/// A moment in local standard time.
struct SolarTime {
    int year = 2023;  ///< a climate year has none: any without a leap day will do
    int month = 1;
    int day = 1;
    double hour = 12.0;      ///< 0…24
    double timeZoneH = 0.0;  ///< ahead of UTC
};

/// Where the sun stands. True geometry: no refraction, which lifts the sun by 0.5° at the horizon.
struct SolarPosition {
    double declinationDeg = 0.0;
    double equationOfTimeMin = 0.0;  ///< true solar time − mean solar time
    double hourAngleDeg = 0.0;  ///< −180…180, 0 when the sun is highest, positive after that
    double altitudeDeg = 0.0;   ///< above the horizon; negative at night
    double azimuthDeg = 0.0;    ///< 0…360, clockwise from north
};

/// To 0.05° away from the zenith. Latitude and longitude in degrees, north and east positive.
[[nodiscard]] SolarPosition solarPosition(const SolarTime& time, double latitudeDeg,
                                          double longitudeDeg);

/// In the middle of an hour of a weather year.
[[nodiscard]] SolarPosition solarPosition(const WeatherSite& site, const WeatherHour& hour);

}  // namespace halltwin::weather
