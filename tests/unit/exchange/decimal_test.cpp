// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/decimal.h"
#include "tests/support/catch.h"

#include <random>
#include <string>

using namespace halltwin;

TEST_CASE("decimals are written as a person would") {
    CHECK(shortestDecimal(0.1) == "0.1");
    CHECK(shortestDecimal(24.0) == "24");
    CHECK(shortestDecimal(250000.0) == "250000");
    CHECK(shortestDecimal(-0.0) == "0");
    CHECK(shortestDecimal(1e300) == "1e+300");
    CHECK(shortestDecimal(2.5e-9) == "2.5e-09");
}

TEST_CASE("a reading in a unit is the decimal that was typed") {
    for (int tenths = -700; tenths <= 1500; ++tenths) {
        const double typed = tenths / 10.0;
        REQUIRE(decimalReading(celsius(typed), celsius) == typed);
    }
    for (int mills = 0; mills <= 3000; ++mills) {
        const double typed = mills / 1000.0;
        REQUIRE(decimalReading(dollarsPerKilowattHour(typed), dollarsPerKilowattHour) == typed);
        REQUIRE(decimalReading(years(typed), years) == typed);
    }
}

TEST_CASE("a reading gives back the same quantity, or one that is its own reading") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anySi(0.0, 1e-6);
    int exact = 0;
    const int count = 5000;
    for (int i = 0; i < count; ++i) {
        const EnergyPrice price = EnergyPrice::fromSi(anySi(random));
        const double reading = decimalReading(price, dollarsPerKilowattHour);
        const EnergyPrice back = dollarsPerKilowattHour(reading);
        REQUIRE(back.si() == Approx(price.si()).epsilon(1e-15));
        REQUIRE(decimalReading(back, dollarsPerKilowattHour) == reading);
        exact += back == price ? 1 : 0;
    }
    CHECK(exact > count / 2);  // a product by the unit reaches only some of all doubles
}
