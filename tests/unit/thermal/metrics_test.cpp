// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/metrics.h"
#include "tests/support/catch.h"

#include <vector>

using namespace halltwin;
using namespace halltwin::thermal;

namespace {

AirPass pass(double flowKgS, double inC, double outC) {
    return {kilogramsPerSecond(flowKgS), celsius(inC), celsius(outC)};
}

}  // namespace

TEST_CASE("Ratings change at the bounds that their sources state") {
    CHECK(rackCoolingRating(96.0) == Rating::Good);
    CHECK(rackCoolingRating(95.9) == Rating::Acceptable);
    CHECK(rackCoolingRating(90.0) == Rating::Poor);
    CHECK(returnTemperatureRating(91.0) == Rating::Good);
    CHECK(returnTemperatureRating(120.0) == Rating::Acceptable);
    CHECK(returnTemperatureRating(60.0) == Rating::Poor);
    CHECK(supplyHeatRating(0.2) == Rating::Good);
    CHECK(supplyHeatRating(0.5) == Rating::Poor);
    CHECK(airShareRating(0.11) == Rating::Acceptable);
    CHECK(fanPowerRating(1060.0) == Rating::Good);  // 0.5 W/cfm
    CHECK(fanPowerRating(1600.0) == Rating::Poor);
}

TEST_CASE("RCI is 100 within the recommended range and 0 at the allowable limit") {
    const std::vector<Temperature> good{celsius(18.0), celsius(22.0), celsius(27.0)};
    CHECK(rackCoolingIndexHigh(good) == Approx(100.0));
    CHECK(rackCoolingIndexLow(good) == Approx(100.0));
    const std::vector<Temperature> hot{celsius(35.0), celsius(35.0)};
    CHECK(rackCoolingIndexHigh(hot) == Approx(0.0).margin(1e-9));
    const std::vector<Temperature> cold{celsius(10.0)};
    CHECK(rackCoolingIndexLow(cold) == Approx(0.0).margin(1e-9));
}

TEST_CASE("RCI counts each excess by its share of the allowed one") {
    // 2 K too warm at one of four intakes, 8 K allowed: 1 − 2 / (8 · 4)
    const std::vector<Temperature> intakes{celsius(29.0), celsius(25.0), celsius(25.0),
                                           celsius(25.0)};
    CHECK(rackCoolingIndexHigh(intakes) == Approx(93.75));
    CHECK(rackCoolingIndexHigh({}) == 100.0);
}

TEST_CASE("RTI tells bypass from recirculation") {
    const std::vector<AirPass> racks{pass(1.0, 20.0, 34.0)};
    const std::vector<AirPass> matched{pass(1.0, 34.0, 20.0)};
    const std::vector<AirPass> bypass{pass(2.0, 27.0, 20.0)};
    CHECK(returnTemperatureIndex(racks, matched) == Approx(100.0));
    CHECK(returnTemperatureIndex(racks, bypass) == Approx(50.0));
    CHECK(returnTemperatureIndex({}, matched) == 0.0);
    CHECK(returnTemperatureIndex(racks, {}) == 0.0);
}

TEST_CASE("SHI is the share of the rise before the intake, weighted by flow") {
    const std::vector<AirPass> racks{pass(1.0, 22.0, 32.0), pass(3.0, 20.0, 30.0)};
    // before: 1·2 + 3·0 = 2; within: 1·10 + 3·10 = 40
    CHECK(supplyHeatIndex(racks, celsius(20.0)) == Approx(2.0 / 42.0));
    CHECK(supplyHeatIndex({}, celsius(20.0)) == 0.0);
}

TEST_CASE("Means are weighted by mass flow") {
    const std::vector<AirPass> passes{pass(1.0, 20.0, 40.0), pass(3.0, 24.0, 32.0)};
    CHECK(meanIn(passes).in(celsius) == Approx(23.0));
    CHECK(meanOut(passes).in(celsius) == Approx(34.0));
    CHECK(meanIn({}).in(celsius) == Approx(20.0));
}
