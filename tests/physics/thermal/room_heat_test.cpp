// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double heatCapacityJM3K = 1.2 * 1006.0;

/// A shaft of one cell's section through which air rises from floor to ceiling.
RoomBuilder shaft(double heightM, double flowM3S, double supplyC) {
    RoomBuilder builder(0.6, 0.6, heightM);
    builder.withSupply(rectM(0.0, 0.0, 0.6, 0.6), TerminalPlane::Floor, flowM3S, supplyC);
    builder.withExtract(rectM(0.0, 0.0, 0.6, 0.6), TerminalPlane::Ceiling, flowM3S);
    return builder;
}

void insulate(RoomInput& room, double transmittance, double outsideC) {
    for (EnvelopeSide& wall : room.envelope.walls)
        wall = {wattsPerSquareMetreKelvin(transmittance), celsius(outsideC)};
}

}  // namespace

TEST_CASE("One cell between supply and a cold wall settles at their weighted mean") {
    RoomBuilder builder = shaft(0.6, 0.05, 24.0);
    insulate(builder.room, 5.0, 4.0);
    builder.room.envelope.roof = {wattsPerSquareMetreKelvin(2.0), celsius(60.0)};
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const double rate = heatCapacityJM3K * 0.05;
    const double walls = 5.0 * 4 * 0.36;
    const double roof = 2.0 * 0.36;
    const double expectedC = (rate * 24.0 + walls * 4.0 + roof * 60.0) / (rate + walls + roof);
    CHECK(result->terminals[1].temperature.in(celsius) == Approx(expectedC).margin(1e-6));
    CHECK(result->books.wall.in(watts) ==
          Approx(walls * (expectedC - 4.0) + roof * (expectedC - 60.0)).epsilon(1e-6));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Air cools along a duct by exp(- U P L / C), to first order in the cell size") {
    RoomBuilder builder = shaft(9.6, 0.1, 30.0);
    insulate(builder.room, 4.0, 10.0);
    const double rate = heatCapacityJM3K * 0.1;
    const double units = 4.0 * 4 * 0.6 * 9.6 / rate;
    SolveSettings settings;
    const auto coarse = solvePreview(builder.room, settings);
    settings.gridM = 0.3;  // two by two: every cell still touches two walls
    const auto fine = solvePreview(builder.room, settings);
    REQUIRE(coarse);
    REQUIRE(fine);
    const auto excessK = [](const RoomResult& result) {
        return result.terminals[1].temperature.in(celsius)-10.0;
    };
    const double exact = 20.0 * std::exp(-units);
    CHECK(excessK(*coarse) == Approx(20.0 * std::pow(1.0 + units / 16.0, -16.0)).epsilon(1e-6));
    CHECK(excessK(*fine) - exact == Approx(0.5 * (excessK(*coarse) - exact)).epsilon(0.05));
}

TEST_CASE("Lights and people warm what passes by their heat") {
    RoomBuilder builder = shaft(3.0, 0.1, 20.0);
    builder.room.lightsHeat = watts(30.0);
    builder.room.peopleHeat = watts(90.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->terminals[1].temperature.in(celsius) ==
          Approx(20.0 + 120.0 / (heatCapacityJM3K * 0.1)).margin(1e-6));
    CHECK(result->books.lights.in(watts) == 30.0);
    CHECK(result->books.people.in(watts) == 90.0);
    CHECK(result->books.heatResidual < 1e-6);
    // half way up, half of it
    const Grid& grid = result->grid;
    const int middle = grid.z.cells() / 2;
    const double share = (middle + 1.0) / grid.z.cells();
    CHECK(static_cast<double>(result->temperatureC[grid.index(0, 0, middle)]) ==
          Approx(20.0 + share * 120.0 / (heatCapacityJM3K * 0.1)).margin(1e-3));
}

TEST_CASE("Lights of a whole hall leave no hot corner") {
    RoomBuilder builder = twoAisles(8, 15.0);
    builder.room.lightsHeat = kilowatts(2.6);
    const auto dark = solvePreview(twoAisles(8, 15.0).room);
    const auto lit = solvePreview(builder.room);
    REQUIRE(dark);
    REQUIRE(lit);
    CHECK(lit->books.heatResidual < 1e-6);
    CHECK(lit->books.removed.in(watts) == Approx(dark->books.removed.in(watts) + 2600.0));
    double warmest = 0.0;
    for (const float value : lit->temperatureC)
        warmest = std::max(warmest, static_cast<double>(value));
    double before = 0.0;
    for (const float value : dark->temperatureC)
        before = std::max(before, static_cast<double>(value));
    CHECK(warmest < before + 5.0);
}

TEST_CASE("A tank gives UA times its excess over the air beside it") {
    RoomBuilder builder(1.2, 0.6, 0.6);
    builder.withTank(rectM(0.0, 0.0, 0.6, 0.6), 0.6, 50.0, 40.0);
    builder.withSupply(rectM(0.6, 0.0, 0.6, 0.6), TerminalPlane::Floor, 0.05, 20.0);
    builder.withExtract(rectM(0.6, 0.0, 0.6, 0.6), TerminalPlane::Ceiling, 0.05);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const double rate = heatCapacityJM3K * 0.05;
    const double airC = (rate * 20.0 + 40.0 * 50.0) / (rate + 40.0);
    CHECK(result->terminals[1].temperature.in(celsius) == Approx(airC).margin(1e-6));
    REQUIRE(result->tanks.size() == 1);
    CHECK(result->tanks[0].heat.in(watts) == Approx(40.0 * (50.0 - airC)).epsilon(1e-6));
    CHECK(result->books.tanks == result->tanks[0].heat);
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Tanks in a hall close the books and never exceed their bath") {
    RoomBuilder builder = twoAisles(4, 10.0);
    for (int n = 0; n < 3; ++n)
        builder.withTank(rectM(12.0 + 1.2 * n, 6.0, 0.6, 1.8), 1.2, 55.0, 60.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->books.tanks > watts(0.0));
    CHECK(result->books.tanks.in(watts) < 3 * 60.0 * (55.0 - 20.0));
    CHECK(result->books.heatResidual < 1e-6);
    for (const float value : result->temperatureC)
        REQUIRE(value < 55.0F);
}

TEST_CASE("A hot day outside shows in the books of a cooled hall") {
    RoomBuilder builder = twoAisles(6, 12.0);
    insulate(builder.room, 1.0, 40.0);
    builder.room.envelope.roof = {wattsPerSquareMetreKelvin(0.5), celsius(60.0)};
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->books.wall < watts(0.0));
    CHECK(result->books.removed.in(watts) ==
          Approx((result->books.itHeat - result->books.wall).in(watts)).epsilon(1e-6));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Without a cooler the walls alone carry a rack") {
    RoomBuilder builder(6.0, 6.0, 3.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 2.0);
    insulate(builder.room, 3.0, 10.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->books.wall.in(kilowatts) == Approx(2.0).epsilon(1e-6));
    CHECK(result->racks.at(0).intakeMean > celsius(10.0));
}
