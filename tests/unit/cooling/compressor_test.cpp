// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/compressor.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::cooling;

TEST_CASE("The Carnot COP is the evaporating temperature over the lift") {
    CHECK(carnotCop(kelvin(280.0), kelvin(320.0)) == Approx(7.0));
}

TEST_CASE("The lift counts as at least 15 K") {
    CHECK(carnotCop(kelvin(285.0), kelvin(290.0)) == Approx(19.0));
    CHECK(carnotCop(kelvin(285.0), kelvin(270.0)) == Approx(19.0));
}

TEST_CASE("A CRAC has its rated COP at 35 °C outdoors") {
    CHECK(cracCop(3.2, celsius(35.0)) == Approx(3.2));
    CHECK(cracPower(kilowatts(96.0), 3.2, celsius(35.0))->in(kilowatts) == Approx(30.0));
}

TEST_CASE("A CRAC's COP follows Carnot with the outdoor temperature, down to the least lift") {
    // Evaporating at 10 °C, condensing 12 K above outdoors: lifts of 37 K and 22 K.
    CHECK(cracCop(3.0, celsius(20.0)) == Approx(3.0 * 37.0 / 22.0));
    CHECK(cracCop(3.0, celsius(45.0)) == Approx(3.0 * 37.0 / 47.0));
    CHECK(cracCop(3.0, celsius(-20.0)) == Approx(3.0 * 37.0 / 15.0));
}

TEST_CASE("A CRAC without a COP or with negative heat is refused") {
    CHECK_FALSE(cracPower(kilowatts(10.0), 0.0, celsius(35.0)));
    CHECK_FALSE(cracPower(kilowatts(-1.0), 3.0, celsius(35.0)));
    CHECK_FALSE(cracPower(kilowatts(10.0), std::numeric_limits<double>::infinity(), celsius(35.0)));
}
