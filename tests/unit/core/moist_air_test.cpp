// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/air.h"
#include "model/core/moist_air.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;

namespace {

constexpr Pressure seaLevel = pascals(101325.0);

double wetBulbC(double dryC, double humidity) {
    return wetBulb(airOfHumidity(celsius(dryC), humidity, seaLevel)).in(celsius);
}

}  // namespace

TEST_CASE("Saturation pressure is that of the ASHRAE table within 0.03 %") {
    // ASHRAE Handbook of Fundamentals 2017, chapter 1, table 2; the first is over ice.
    const double readings[][2] = {{-20.0, 103.24}, {10.0, 1228.0}, {20.0, 2338.8}, {25.0, 3169.7},
                                  {30.0, 4246.0},  {40.0, 7383.5}, {50.0, 12351.3}};
    for (const auto& [c, pa] : readings)
        CHECK(saturationPressure(celsius(c)).in(pascals) == Approx(pa).epsilon(3e-4));
}

TEST_CASE("The wet bulb closes the energy balance of the ASHRAE equation") {
    // Roots of the equation, found by a separate bisection; 0.01 K of rounding.
    CHECK(wetBulbC(20.0, 0.5) == Approx(13.78).margin(0.01));
    CHECK(wetBulbC(30.0, 0.4) == Approx(20.06).margin(0.01));
    CHECK(wetBulbC(35.0, 0.3) == Approx(21.52).margin(0.01));
    CHECK(wetBulbC(40.0, 0.2) == Approx(22.03).margin(0.01));
    CHECK(wetBulbC(10.0, 0.8) == Approx(8.29).margin(0.01));
}

TEST_CASE("The ratio of air of 30 °C and wet bulb 25 °C at 500 m is ASHRAE's") {
    // ASHRAE's example: w = 0.0192281. Sought by the humidity that has this wet bulb.
    const Pressure pressure = pascals(95461.0);
    double low = 0.0;
    double high = 1.0;
    for (int n = 0; n < 60; ++n) {
        const double middle = 0.5 * (low + high);
        const bool dry = wetBulb(airOfHumidity(celsius(30.0), middle, pressure)) < celsius(25.0);
        (dry ? low : high) = middle;
    }
    CHECK(airOfHumidity(celsius(30.0), low, pressure).humidityRatio ==
          Approx(0.0192281).epsilon(3e-4));
}

TEST_CASE("Saturated air has one temperature for dry bulb, wet bulb and dew point") {
    for (const double c : {-15.0, 5.0, 25.0}) {
        const MoistAir air = airOfHumidity(celsius(c), 1.0, seaLevel);
        CHECK(wetBulb(air).in(celsius) == Approx(c).margin(1e-3));
        CHECK(dewPoint(air).in(celsius) == Approx(c).margin(1e-3));
        CHECK(relativeHumidity(air) == Approx(1.0).epsilon(1e-9));
    }
}

TEST_CASE("Dew point and humidity lead to each other") {
    const MoistAir air = airOfDewPoint(celsius(24.0), celsius(11.0), seaLevel);
    CHECK(dewPoint(air).in(celsius) == Approx(11.0).margin(1e-4));
    const MoistAir same = airOfHumidity(celsius(24.0), relativeHumidity(air), seaLevel);
    CHECK(same.humidityRatio == Approx(air.humidityRatio).epsilon(1e-9));
    // No more vapour than the air can hold.
    CHECK(relativeHumidity(airOfDewPoint(celsius(10.0), celsius(15.0), seaLevel)) ==
          Approx(1.0).epsilon(1e-9));
}

TEST_CASE("Enthalpy and density of air at 25 °C and 50 % are ASHRAE's") {
    // ASHRAE psychrometric chart no. 1: 50.3 kJ/kg and 0.858 m³/kg of dry air.
    const MoistAir air = airOfHumidity(celsius(25.0), 0.5, seaLevel);
    CHECK(enthalpy(air).in(joulesPerKilogram) == Approx(50.3e3).epsilon(3e-3));
    const double dryVolume = (1.0 + air.humidityRatio) / density(air).in(kilogramsPerCubicMetre);
    CHECK(dryVolume == Approx(0.858).epsilon(2e-3));
    CHECK(density(air) < airDensity(seaLevel, celsius(25.0)));
}

TEST_CASE("Figures stay finite at the ends of the range") {
    for (const double c : {-120.0, 99.0, 250.0}) {
        const MoistAir air = airOfHumidity(celsius(c), 2.0, seaLevel);
        CHECK(std::isfinite(air.humidityRatio));
        CHECK(std::isfinite(wetBulb(air).si()));
        CHECK(std::isfinite(dewPoint(air).si()));
    }
}
