// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/air.h"
#include "tests/support/catch.h"

using namespace halltwin;

TEST_CASE("Pressure follows the standard atmosphere of the ASHRAE table within 0.03 %") {
    // ASHRAE Handbook of Fundamentals 2017, chapter 1, table 1.
    CHECK(pressureAtAltitude(metres(0.0)).in(pascals) == Approx(101325.0));
    CHECK(pressureAtAltitude(metres(500.0)).in(pascals) == Approx(95461.0).epsilon(3e-4));
    CHECK(pressureAtAltitude(metres(1000.0)).in(pascals) == Approx(89875.0).epsilon(3e-4));
    CHECK(pressureAtAltitude(metres(3000.0)).in(pascals) == Approx(70108.0).epsilon(3e-4));
}

TEST_CASE("Dry air at 20 °C and sea level weighs 1.204 kg/m³") {
    // p / (R T) = 101325 / (287.055 · 293.15).
    const Density density = airDensity(pascals(101325.0), celsius(20.0));
    CHECK(density.in(kilogramsPerCubicMetre) == Approx(1.2041).epsilon(1e-4));
}

TEST_CASE("Air thins with altitude and with warmth") {
    const Pressure sea = pressureAtAltitude(metres(0.0));
    CHECK(airDensity(pressureAtAltitude(metres(2000.0)), celsius(20.0)) <
          airDensity(sea, celsius(20.0)));
    CHECK(airDensity(sea, celsius(40.0)) < airDensity(sea, celsius(20.0)));
}
