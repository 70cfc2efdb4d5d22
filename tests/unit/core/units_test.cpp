// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"
#include "tests/support/catch.h"

#include <type_traits>

using namespace halltwin;

namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
    a + b;
};

template <class A, class B>
concept Comparable = requires(A a, B b) {
    a < b;
};

}  // namespace

TEST_CASE("A quantity comes out in the unit that it is asked in") {
    CHECK(kilowatts(120.0).in(watts) == Approx(120000.0));
    CHECK(watts(1500.0).in(kilowatts) == Approx(1.5));
    CHECK(kilowattHours(1.0).in(joules) == Approx(3.6e6));
    CHECK(litresPerSecond(250.0).in(cubicMetresPerSecond) == Approx(0.25));
    CHECK(years(1.0).in(hours) == Approx(8760.0));
    CHECK(tonnes(2.0).in(grams) == Approx(2e6));
    CHECK(millimetres(600.0).in(metres) == Approx(0.6));
}

TEST_CASE("Products and quotients carry their dimension") {
    const Energy energy = kilowatts(3.0) * hours(2.0);
    CHECK(energy.in(kilowattHours) == Approx(6.0));
    const Money cost = energy * dollarsPerKilowattHour(0.10);
    CHECK(cost.in(dollars) == Approx(0.60));
    const Carbon carbon = energy * gramsPerKilowattHour(490.0);
    CHECK(carbon.in(grams) == Approx(2940.0));
    const Area area = metres(2.0) * metres(3.0);
    CHECK(area.in(squareMetres) == Approx(6.0));
    CHECK((kilowatts(10.0) / kilowatts(4.0)) == Approx(2.5));
    const VolumeFlow flow = cubicMetresPerSecondPerWatt(1e-4) * kilowatts(10.0);
    CHECK(flow.in(cubicMetresPerSecond) == Approx(1.0));
}

TEST_CASE("Quantities of different dimensions neither add nor compare") {
    STATIC_REQUIRE(Addable<Power, Power>);
    STATIC_REQUIRE_FALSE(Addable<Power, Energy>);
    STATIC_REQUIRE_FALSE(Addable<Money, Carbon>);
    STATIC_REQUIRE_FALSE(Comparable<Length, Duration>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, Power>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Power, double>);
}

TEST_CASE("Temperatures are points: they subtract to a difference and do not add") {
    STATIC_REQUIRE_FALSE(Addable<Temperature, Temperature>);
    const TemperatureDifference rise = celsius(35.0) - celsius(22.0);
    CHECK(rise.in(kelvins) == Approx(13.0));
    CHECK((celsius(20.0) + kelvins(5.0)).in(celsius) == Approx(25.0));
    CHECK(celsius(0.0).in(kelvin) == Approx(273.15));
    CHECK(kelvin(0.0).in(celsius) == Approx(-273.15));
}
