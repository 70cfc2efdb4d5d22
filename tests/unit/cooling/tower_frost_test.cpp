// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/tower_frost.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr BasinHeaterSpec aHeater{wattsPerKelvin(200.0), celsius(4.0), kilowatts(4.0)};

}  // namespace

TEST_CASE("The basin of an idle tower is heated by what it loses") {
    CHECK(frostAt(aHeater, {}, celsius(4.0), celsius(-6.0))->heater.in(watts) == Approx(2000.0));
    CHECK(frostAt(aHeater, {}, celsius(4.0), celsius(4.0))->heater.si() == 0.0);
    CHECK(frostAt(aHeater, {}, celsius(4.0), celsius(20.0))->heater.si() == 0.0);
}

TEST_CASE("A running tower needs no heater but must not leave icy water in frost") {
    const auto warm = frostAt(aHeater, kilowatts(500.0), celsius(12.0), celsius(-10.0));
    CHECK(warm->heater.si() == 0.0);
    CHECK_FALSE(warm->icing);
    const auto cold = frostAt(aHeater, kilowatts(500.0), celsius(3.0), celsius(-10.0));
    REQUIRE(cold->icing);
    CHECK(cold->icing->value == Approx(3.0));
    CHECK_FALSE(frostAt(aHeater, kilowatts(500.0), celsius(3.0), celsius(1.0))->icing);
}

TEST_CASE("A heater that is too small lets the basin freeze, and says so") {
    const auto small = frostAt(aHeater, {}, celsius(4.0), celsius(-25.0));
    CHECK(small->heater == kilowatts(4.0));
    REQUIRE(small->icing);
    CHECK(small->icing->value == Approx(-5.0));
    // At −18 °C it is at its rating, but the basin stays at 2 °C.
    CHECK_FALSE(frostAt(aHeater, {}, celsius(4.0), celsius(-18.0))->icing);
}

TEST_CASE("A heater that cannot be is refused") {
    CHECK_FALSE(frostAt({wattsPerKelvin(-1.0)}, {}, celsius(4.0), celsius(0.0)));
    CHECK_FALSE(frostAt(aHeater, watts(std::nan("")), celsius(4.0), celsius(0.0)));
}
