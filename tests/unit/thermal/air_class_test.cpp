// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_class.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::thermal;

namespace {

RackResult aRack(double coldestC, double meanC, double warmestC) {
    RackResult rack;
    rack.intakeMean = celsius(meanC);
    rack.intakeMax = celsius(warmestC);
    rack.slices = {{metres(0.0), metres(1.0), cubicMetresPerSecond(0.1), celsius(coldestC), {}},
                   {metres(1.0), metres(2.0), cubicMetresPerSecond(0.1), celsius(meanC), {}}};
    return rack;
}

}  // namespace

TEST_CASE("A rack's class is that of its coldest height and its warmest cell, not of its mean") {
    CHECK(airClassOf(aRack(20.0, 22.0, 24.0), metres(0.0)) == AirClass::A1);
    CHECK(airClassOf(aRack(20.0, 22.0, 36.0), metres(0.0)) == AirClass::A3);
    CHECK(airClassOf(aRack(12.0, 18.0, 24.0), metres(0.0)) == AirClass::A2);
    CHECK_FALSE(airClassOf(aRack(20.0, 24.0, 46.0), metres(0.0)));
    CHECK(allows(AirClass::H1, aRack(18.0, 21.0, 24.0), metres(0.0)));
    CHECK_FALSE(allows(AirClass::H1, aRack(18.0, 21.0, 25.5), metres(0.0)));
    // A4 loses (2150 − 900) / 125 = 10 K: 45 − 10 = 35 °C; A3 (2150 − 900) / 175 = 7.1 K.
    CHECK_FALSE(airClassOf(aRack(20.0, 24.0, 36.0), metres(2150.0)));
}

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
