// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/solar_position.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halltwin::weather {

namespace {

constexpr double perDegree = std::numbers::pi / 180.0;

double sine(double deg) {
    return std::sin(deg * perDegree);
}

double cosine(double deg) {
    return std::cos(deg * perDegree);
}

/// Julian day number of noon of a Gregorian date (H. Fliegel, T. van Flandern 1968).
long julianDay(int year, int month, int day) {
    const long a = (month - 14) / 12;
    return (1461L * (year + 4800 + a)) / 4 + (367L * (month - 2 - 12 * a)) / 12 -
           (3L * ((year + 4900 + a) / 100)) / 4 + day - 32075;
}

/// The sun seen from the centre of the Earth, for a moment in Julian centuries since 2000.
struct Ephemeris {
    double declinationDeg;
    double equationOfTimeMin;
};

Ephemeris ephemeris(double t) {
    const double meanLongitude = std::fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360.0);
    const double meanAnomaly = 357.52911 + t * (35999.05029 - 0.0001537 * t);
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double centre = sine(meanAnomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
                          sine(2.0 * meanAnomaly) * (0.019993 - 0.000101 * t) +
                          sine(3.0 * meanAnomaly) * 0.000289;
    const double node = 125.04 - 1934.136 * t;
    const double apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * sine(node);
    const double obliquity =
        23.0 + (26.0 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60.0) / 60.0 +
        0.00256 * cosine(node);
    const double declination = std::asin(sine(obliquity) * sine(apparentLongitude)) / perDegree;

    const double y = std::pow(std::tan(0.5 * obliquity * perDegree), 2);
    const double equation =
        y * sine(2.0 * meanLongitude) - 2.0 * eccentricity * sine(meanAnomaly) +
        4.0 * eccentricity * y * sine(meanAnomaly) * cosine(2.0 * meanLongitude) -
        0.5 * y * y * sine(4.0 * meanLongitude) -
        1.25 * eccentricity * eccentricity * sine(2.0 * meanAnomaly);
    return {declination, 4.0 * equation / perDegree};
}

}  // namespace

SolarPosition solarPosition(const SolarTime& time, double latitudeDeg, double longitudeDeg) {
    const double days = static_cast<double>(julianDay(time.year, time.month, time.day)) - 0.5 +
                        (time.hour - time.timeZoneH) / 24.0;
    const Ephemeris sun = ephemeris((days - 2451545.0) / 36525.0);

    SolarPosition position;
    position.declinationDeg = sun.declinationDeg;
    position.equationOfTimeMin = sun.equationOfTimeMin;
    const double solarMinutes =
        60.0 * (time.hour - time.timeZoneH) + 4.0 * longitudeDeg + sun.equationOfTimeMin;
    position.hourAngleDeg = std::remainder(0.25 * solarMinutes - 180.0, 360.0);

    const double up =
        sine(latitudeDeg) * sine(sun.declinationDeg) +
        cosine(latitudeDeg) * cosine(sun.declinationDeg) * cosine(position.hourAngleDeg);
    position.altitudeDeg = std::asin(std::clamp(up, -1.0, 1.0)) / perDegree;
    const double west = cosine(sun.declinationDeg) * sine(position.hourAngleDeg);
    const double south =
        cosine(sun.declinationDeg) * cosine(position.hourAngleDeg) * sine(latitudeDeg) -
        sine(sun.declinationDeg) * cosine(latitudeDeg);
    const double azimuth = 180.0 + std::atan2(west, south) / perDegree;
    position.azimuthDeg = azimuth >= 360.0 ? azimuth - 360.0 : azimuth;
    return position;
}

SolarPosition solarPosition(const WeatherSite& site, const WeatherHour& hour) {
    SolarTime time;
    time.month = hour.month;
    time.day = hour.day;
    time.hour = hour.hour + 0.5;
    time.timeZoneH = site.timeZoneH;
    return solarPosition(time, site.latitudeDeg, site.longitudeDeg);
}

}  // namespace halltwin::weather
