// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double heatCapacityJM3K = 1.2 * 1006.0;

/// A rack of 20 kW and 1.2 m³/s that stands free, and a cooler of the same flow.
RoomBuilder freeRack() {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(3.0, 2.4, Direction::MinusY, 20.0);
    builder.room.racks[0].flow = cubicMetresPerSecond(1.2);
    builder.withCooler(rectM(0.0, 2.4, 1.2, 1.2), Direction::PlusX, 1.2);
    return builder;
}

/// One tight cold aisle of 2 × 6 racks on a tight floor, supplied with `supplyRatio` of their flow.
RoomBuilder tightAisle(double supplyRatio, double blankingGap) {
    RoomBuilder builder(12.0, 8.4);
    builder.withFloorVoid(0.6, 0.0);
    for (int n = 0; n < 6; ++n) {
        const double x = 4.2 + 0.6 * n;
        builder.withRack(x, 2.4, Direction::PlusY, 10.0);
        builder.withRack(x, 4.8, Direction::MinusY, 10.0);
        builder.withTile(x, 3.6, 0.4).withTile(x, 4.2, 0.4);
    }
    for (RackDevice& rack : builder.room.racks)
        rack.blankingGap = blankingGap;
    builder.withContainment(rectM(4.2, 3.6, 3.6, 1.2), 2.2, 0.0);
    builder.withCooler(rectM(0.6, 3.0, 1.2, 2.4), Direction::PlusX,
                       12 * 10.0 * usualFlowM3SPerKw * supplyRatio);
    return builder;
}

double meanIntakeC(const RoomResult& result) {
    double mean = 0.0;
    for (const RackResult& rack : result.racks)
        mean += rack.intakeMean.in(celsius) / static_cast<double>(result.racks.size());
    return mean;
}

}  // namespace

TEST_CASE("Each slice of a rack warms its own air by its share of the heat") {
    RoomBuilder builder = freeRack();
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const RackResult& rack = result->racks.at(0);
    REQUIRE(rack.slices.size() > 2);
    double flow = 0.0;
    for (const SliceResult& slice : rack.slices) {
        CHECK((slice.exhaust - slice.intake).si() ==
              Approx(20000.0 / (heatCapacityJM3K * 1.2)).epsilon(1e-6));
        flow += slice.flow.in(cubicMetresPerSecond);
    }
    CHECK(flow == Approx(1.2));
    CHECK(rack.slices.front().intake != rack.slices.back().intake);
}

TEST_CASE("A measured chassis heats the height at which it is mounted") {
    RoomBuilder builder = freeRack();
    builder.room.racks[0].slices = {
        {metres(0.0), metres(1.0), kilowatts(16.0), cubicMetresPerSecond(0.6)},
        {metres(1.0), metres(2.0), kilowatts(4.0), cubicMetresPerSecond(0.6)}};
    SolveSettings settings;
    settings.gridM = 0.3;
    const auto result = solvePreview(builder.room, settings);
    REQUIRE(result);
    for (const SliceResult& slice : result->racks.at(0).slices) {
        const double rise = (slice.exhaust - slice.intake).si();
        if (slice.top <= metres(1.0))
            CHECK(rise == Approx(16000.0 / (heatCapacityJM3K * 0.6)).epsilon(1e-6));
        if (slice.bottom >= metres(1.0))
            CHECK(rise == Approx(4000.0 / (heatCapacityJM3K * 0.6)).epsilon(1e-6));
    }
    CHECK(result->books.itHeat.in(kilowatts) == Approx(20.0));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("A mixed exhaust has one temperature, that of the mean intake plus the rise") {
    RoomBuilder builder = freeRack();
    builder.room.racks[0].exhaustMixing = ExhaustMixing::Mixed;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const RackResult& rack = result->racks.at(0);
    CHECK(rack.slices.size() == 1);
    CHECK((rack.exhaustMean - rack.intakeMean).si() ==
          Approx(20000.0 / (heatCapacityJM3K * 1.2)).epsilon(1e-9));
}

TEST_CASE("A part of a rack without fans passes no air") {
    RoomBuilder builder = freeRack();
    builder.room.racks[0].slices = {
        {metres(0.0), metres(1.0), kilowatts(20.0), cubicMetresPerSecond(1.2)},
        {metres(1.0), metres(2.0), kilowatts(0.0), cubicMetresPerSecond(0.0)}};
    SolveSettings settings;
    settings.gridM = 0.3;
    const auto result = solvePreview(builder.room, settings);
    REQUIRE(result);
    for (const SliceResult& slice : result->racks.at(0).slices)
        CHECK(slice.bottom < metres(1.0));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("A rear door cools the exhaust by its effectiveness against the water") {
    RoomBuilder builder = freeRack();
    const double rate = heatCapacityJM3K * 1.2;
    builder.room.racks[0].rearDoor = {wattsPerKelvin(0.6 * rate), celsius(15.0)};
    for (const ExhaustMixing mixing : {ExhaustMixing::PerSlice, ExhaustMixing::Mixed}) {
        builder.room.racks[0].exhaustMixing = mixing;
        const auto result = solvePreview(builder.room);
        REQUIRE(result);
        const RackResult& rack = result->racks.at(0);
        const double beforeC = rack.outletMean.in(celsius);
        CHECK(beforeC - rack.intakeMean.in(celsius) == Approx(20000.0 / rate).epsilon(1e-6));
        CHECK(rack.exhaustMean.in(celsius) ==
              Approx(beforeC - 0.6 * (beforeC - 15.0)).margin(1e-6));
        CHECK(rack.doorHeat.in(watts) == Approx(0.6 * rate * (beforeC - 15.0)).epsilon(1e-6));
        CHECK(result->books.rearDoors == rack.doorHeat);
        CHECK((result->books.removed + result->books.rearDoors).in(kilowatts) ==
              Approx(20.0).epsilon(1e-6));
    }
}

TEST_CASE("A rear door alone carries a room: its air settles at water + P / (effectiveness C)") {
    RoomBuilder builder = freeRack();
    builder.room.coolers.clear();
    builder.room.racks[0].rearDoor = {wattsPerKelvin(1000.0), celsius(15.0)};
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->racks.at(0).outletMean.in(celsius) == Approx(15.0 + 20.0).margin(1e-4));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("A door of any size cannot cool below its water") {
    RoomBuilder builder = freeRack();
    builder.room.racks[0].rearDoor = {wattsPerKelvin(1e6), celsius(18.0)};
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->racks.at(0).exhaustMean.in(celsius) == Approx(18.0).margin(1e-9));
}

TEST_CASE("What a tight aisle lacks comes back through the gaps of its racks") {
    // x = 0.2 (x + 14.04): a fifth of the racks' air is exhaust, were all exhausts alike
    const auto result = solvePreview(tightAisle(0.8, 0.05).room);
    REQUIRE(result);
    CHECK(result->converged);
    CHECK(meanIntakeC(*result) - 20.0 == Approx(0.25 * 14.04).margin(0.15));
    CHECK(result->books.heatResidual < 1e-6);
    CHECK(result->books.massResidual < 1e-9);
}

TEST_CASE("What a tight aisle has too much leaves through the gaps and warms nobody") {
    const auto result = solvePreview(tightAisle(1.25, 0.05).room);
    REQUIRE(result);
    CHECK(meanIntakeC(*result) == Approx(20.0).margin(0.01));
    CHECK(result->metrics.rti == Approx(80.0).margin(0.01));
}

TEST_CASE("Gaps of a dark rack leak as well") {
    RoomBuilder builder = tightAisle(1.0, 0.0);
    RackDevice& dark = builder.room.racks[4];
    dark.airHeat = {};
    dark.flow = {};
    dark.blankingGap = 0.1;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);  // without the gap the aisle would have no balance
    CHECK(result->metrics.rti == Approx(100.0 * 11.0 / 12.0).margin(0.01));
}

TEST_CASE("Closing gaps never raises the warmest intake by more than 0.2 K") {
    for (const double supplyRatio : {1.0, 1.15, 1.4}) {
        RoomBuilder builder = twoAisles(8, 15.0, supplyRatio);
        const auto closed = solvePreview(builder.room);
        REQUIRE(closed);
        double before = meanIntakeC(*closed);
        for (const double gap : {0.01, 0.03, 0.1}) {
            for (RackDevice& rack : builder.room.racks)
                rack.blankingGap = gap;
            const auto open = solvePreview(builder.room);
            REQUIRE(open);
            INFO("supply " << supplyRatio << ", gap " << gap);
            CHECK(closed->metrics.maxIntake.in(celsius) <=
                  open->metrics.maxIntake.in(celsius) + 0.2);
            CHECK(meanIntakeC(*open) > before);
            before = meanIntakeC(*open);
        }
    }
}

TEST_CASE("In a starved open hall gaps spread the warm air, they do not remove it") {
    RoomBuilder builder = twoAisles(8, 15.0, 0.7);
    const auto closed = solvePreview(builder.room);
    for (RackDevice& rack : builder.room.racks)
        rack.blankingGap = 0.05;
    const auto open = solvePreview(builder.room);
    REQUIRE(closed);
    REQUIRE(open);
    CHECK(meanIntakeC(*open) == Approx(meanIntakeC(*closed)).margin(0.2));
    CHECK(open->metrics.rti == Approx(closed->metrics.rti).margin(1e-4));
}
