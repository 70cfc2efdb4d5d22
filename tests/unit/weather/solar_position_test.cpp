// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/solar_position.h"
#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace halltwin;
using namespace halltwin::weather;

namespace {

SolarTime at(int month, int day, double hour, double timeZoneH = 0.0) {
    SolarTime time;
    time.month = month;
    time.day = day;
    time.hour = hour;
    time.timeZoneH = timeZoneH;
    return time;
}

}  // namespace

TEST_CASE("The sun stands where Meeus's worked example has it") {
    // Astronomical Algorithms, example 25.a: 13 October 1992, 0 h: declination −7.78507°.
    SolarTime time = at(10, 13, 0.0);
    time.year = 1992;
    CHECK(solarPosition(time, 0.0, 0.0).declinationDeg == Approx(-7.78507).margin(0.002));
    // Example 28.a, the same moment: equation of time 13 min 42.6 s.
    CHECK(solarPosition(time, 0.0, 0.0).equationOfTimeMin == Approx(13.71).margin(0.05));
}

TEST_CASE("The sun stands where NREL's solar position algorithm has it") {
    // I. Reda, A. Andreas, NREL/TP-560-34302, appendix A.5: 17 October 2003, 12:30:30, zone −7 h,
    // 39.742476° N, 105.1786° W: zenith 50.11162° (0.02° of it refraction), azimuth 194.34024°.
    SolarTime time = at(10, 17, 12.0 + 30.5 / 60.0, -7.0);
    time.year = 2003;
    const SolarPosition sun = solarPosition(time, 39.742476, -105.1786);
    CHECK(sun.altitudeDeg == Approx(90.0 - 50.11162).margin(0.1));
    CHECK(sun.azimuthDeg == Approx(194.34024).margin(0.1));
    CHECK(sun.declinationDeg == Approx(-9.31434).margin(0.1));
    CHECK(sun.hourAngleDeg == Approx(11.1059).margin(0.1));
}

TEST_CASE("Declination follows Spencer's series through the year") {
    // J. Spencer (1971), Fourier series representation of the position of the sun; its own error is
    // 0.035°, and it knows no leap years.
    for (int month = 1; month <= 12; ++month) {
        constexpr std::array<int, 12> start{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        const double day = start[static_cast<std::size_t>(month - 1)] + 14.5;
        const double a = 2.0 * std::numbers::pi * day / 365.0;
        const double spencer = 0.006918 - 0.399912 * std::cos(a) + 0.070257 * std::sin(a) -
                               0.006758 * std::cos(2 * a) + 0.000907 * std::sin(2 * a) -
                               0.002697 * std::cos(3 * a) + 0.00148 * std::sin(3 * a);
        INFO(month);
        CHECK(solarPosition(at(month, 15, 12.0), 0.0, 0.0).declinationDeg ==
              Approx(spencer * 180.0 / std::numbers::pi).margin(0.25));
    }
}

TEST_CASE("At the June solstice the sun is as high as the tropic says") {
    const SolarPosition noon = solarPosition(at(6, 21, 12.0), 51.48, 0.0);
    CHECK(noon.declinationDeg == Approx(23.44).margin(0.01));
    CHECK(noon.altitudeDeg == Approx(90.0 - 51.48 + 23.44).margin(0.05));
    CHECK(noon.azimuthDeg == Approx(180.0).margin(2.0));
    CHECK(solarPosition(at(12, 21, 12.0), 51.48, 0.0).declinationDeg ==
          Approx(-23.44).margin(0.01));
    // South of the equator it passes north.
    const double south = solarPosition(at(6, 21, 12.0), -33.9, 0.0).azimuthDeg;
    CHECK((south > 350.0 || south < 10.0));
}

TEST_CASE("The sun rises in the east and does not set in the polar summer") {
    const SolarPosition morning = solarPosition(at(3, 20, 7.0), 50.0, 0.0);
    CHECK(morning.azimuthDeg > 90.0);
    CHECK(morning.azimuthDeg < 120.0);
    CHECK(morning.hourAngleDeg < 0.0);
    for (int hour = 0; hour < 24; ++hour) {
        CHECK(solarPosition(at(6, 21, hour), 68.0, 20.0).altitudeDeg > 0.0);
        CHECK(solarPosition(at(12, 21, hour), 68.0, 20.0).altitudeDeg < 0.0);
    }
}

TEST_CASE("An hour of a weather year is looked at in its middle") {
    WeatherSite site;
    site.latitudeDeg = 40.0;
    site.longitudeDeg = -105.0;
    site.timeZoneH = -7.0;
    WeatherHour hour;
    hour.month = 4;
    hour.day = 15;
    hour.hour = 9;
    const SolarPosition sun = solarPosition(site, hour);
    CHECK(sun.altitudeDeg == solarPosition(at(4, 15, 9.5, -7.0), 40.0, -105.0).altitudeDeg);
}
