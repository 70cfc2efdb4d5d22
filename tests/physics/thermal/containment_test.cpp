// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// One tight cold aisle of 2 × 6 racks on a tight floor.
RoomBuilder sealedAisle(double rackKw, double supplyRatio, double leakage) {
    RoomBuilder builder(12.0, 8.4);
    builder.withFloorVoid(0.6, 0.0);
    for (int n = 0; n < 6; ++n) {
        const double x = 4.2 + 0.6 * n;
        builder.withRack(x, 2.4, Direction::PlusY, rackKw);
        builder.withRack(x, 4.8, Direction::MinusY, rackKw);
        builder.withTile(x, 3.6, 0.4).withTile(x, 4.2, 0.4);
    }
    builder.withContainment(rectM(4.2, 3.6, 3.6, 1.2), 2.2, leakage);
    builder.withCooler(rectM(0.6, 3.0, 1.2, 2.4), Direction::PlusX,
                       12 * rackKw * usualFlowM3SPerKw * supplyRatio);
    return builder;
}

}  // namespace

TEST_CASE("One rack of 10 kW at 125 cfm per kW warms its air by 14.0 K") {
    const auto result = solvePreview(sealedAisle(10.0, 1.0, 0.0).room);
    REQUIRE(result);
    const RackResult& rack = result->racks.at(0);
    CHECK((rack.exhaustMean - rack.intakeMean).si() == Approx(14.04).margin(0.01));
}

TEST_CASE("Behind a tight containment every rack breathes supply air") {
    const auto result = solvePreview(sealedAisle(10.0, 1.0, 0.0).room);
    REQUIRE(result);
    for (const RackResult& rack : result->racks) {
        CHECK(rack.intakeMean.in(celsius) == Approx(20.0).margin(0.01));
        CHECK(rack.intakeMax.in(celsius) == Approx(20.0).margin(0.01));
    }
    CHECK(result->metrics.shi == Approx(0.0).margin(1e-6));
    CHECK(result->metrics.rciHi == Approx(100.0));
    CHECK(result->metrics.rti == Approx(100.0).margin(1e-4));
}

TEST_CASE("Too much supply leaks out of the aisle and lowers the return temperature index") {
    // RTI = 100 · rack flow / cooler flow as long as no rack air comes back
    const auto result = solvePreview(sealedAisle(10.0, 1.25, 0.05).room);
    REQUIRE(result);
    CHECK(result->metrics.rti == Approx(80.0).margin(0.01));
    CHECK(result->metrics.shi == Approx(0.0).margin(1e-6));
}

TEST_CASE("Too little supply draws warm air through the leaks of the aisle") {
    const auto result = solvePreview(sealedAisle(10.0, 0.8, 0.05).room);
    REQUIRE(result);
    // A fifth of the racks' air comes back: x = 0.2 (x + 14.04) were it the mean exhaust. The racks
    // beside the doors give more of it and are warmer, so the mean is a little higher.
    double mean = 0.0;
    for (const RackResult& rack : result->racks)
        mean += rack.intakeMean.in(celsius) / 12.0;
    CHECK(mean - 20.0 == Approx(0.25 * 14.04).margin(0.5));
    CHECK(result->metrics.rti == Approx(125.0).margin(0.01));
}

TEST_CASE("A tight aisle without balance of supply and demand is refused by name") {
    const auto result = solvePreview(sealedAisle(10.0, 0.8, 0.0).room);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::InvalidArgument);
    CHECK(result.error().context.find("thermal.closedSpace") == 0);
}

TEST_CASE("A missing rack in the row is a hole in the containment") {
    RoomBuilder whole = sealedAisle(10.0, 0.8, 0.02);
    RoomBuilder holed = whole;
    holed.room.racks.erase(holed.room.racks.begin() + 4);
    const auto wholeResult = solvePreview(whole.room);
    const auto holedResult = solvePreview(holed.room);
    REQUIRE(wholeResult);
    REQUIRE(holedResult);
    const auto pressureRange = [](const RoomResult& result) {
        const auto [least, most] =
            std::minmax_element(result.pressurePa.begin(), result.pressurePa.end());
        return static_cast<double>(*most - *least);
    };
    CHECK(pressureRange(*holedResult) < 0.2 * pressureRange(*wholeResult));
}

TEST_CASE("Containment lowers the warmest intake of an aisle that is short of air") {
    RoomBuilder open = twoAisles(8, 20.0, 1.05);
    RoomBuilder contained = open;
    for (const double y : {3.0, 9.6})
        contained.withContainment(rectM(4.2, y, 4.8, 1.2), 2.2, 0.03);
    const auto openResult = solvePreview(open.room);
    const auto containedResult = solvePreview(contained.room);
    REQUIRE(openResult);
    REQUIRE(containedResult);
    CHECK(containedResult->metrics.maxIntake < openResult->metrics.maxIntake);
}
