// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_class.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::thermal;

TEST_CASE("The most demanding class that allows an intake is named") {
    CHECK(airClassOf(celsius(24.0), metres(0.0)) == AirClass::A1);
    CHECK(airClassOf(celsius(12.0), metres(0.0)) == AirClass::A2);
    CHECK(airClassOf(celsius(34.0), metres(0.0)) == AirClass::A2);
    CHECK(airClassOf(celsius(39.0), metres(0.0)) == AirClass::A3);
    CHECK(airClassOf(celsius(44.0), metres(0.0)) == AirClass::A4);
    CHECK_FALSE(airClassOf(celsius(46.0), metres(0.0)));
    CHECK_FALSE(airClassOf(celsius(4.0), metres(0.0)));
}

TEST_CASE("Thin air lowers the upper limits") {
    CHECK(allowable(AirClass::A1, metres(900.0)).high.in(celsius) == Approx(32.0));
    CHECK(allowable(AirClass::A1, metres(1500.0)).high.in(celsius) == Approx(30.0));
    CHECK(allowable(AirClass::A3, metres(1250.0)).high.in(celsius) == Approx(38.0));
    CHECK(allowable(AirClass::A4, metres(1150.0)).high.in(celsius) == Approx(43.0));
    CHECK(allowable(AirClass::A1, metres(3000.0)).low.in(celsius) == Approx(15.0));
    CHECK(airClassOf(celsius(31.5), metres(1500.0)) == AirClass::A2);
}

TEST_CASE("Water classes are named by their warmest supply") {
    CHECK(waterClassOf(celsius(15.0)) == "W17");
    CHECK(waterClassOf(celsius(17.0)) == "W17");
    CHECK(waterClassOf(celsius(30.0)) == "W32");
    CHECK(waterClassOf(celsius(45.0)) == "W45");
    CHECK(waterClassOf(celsius(50.0)) == "W+");
}
