// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double riseK = 14.04;  ///< of a rack with 125 cfm per kW

/// A row of four racks under a tight ceiling void from which the cooler draws.
RoomBuilder row(double supplyRatio, double ceilingLeakage) {
    RoomBuilder builder(9.0, 6.0, 3.0);
    builder.withCeilingVoid(0.6, ceilingLeakage);
    for (int n = 0; n < 4; ++n)
        builder.withRack(4.2 + 0.6 * n, 2.4, Direction::MinusY, 10.0);
    builder.withCooler(rectM(0.6, 1.8, 1.2, 2.4), Direction::PlusX,
                       40.0 * usualFlowM3SPerKw * supplyRatio);
    builder.room.coolers[0].returnFace = CoolerReturn::CeilingVoid;
    return builder;
}

bool hasIssue(const RoomResult& result, const char* rule, ItemId item) {
    return std::any_of(result.issues.begin(), result.issues.end(), [&](const Issue& issue) {
        return issue.rule == rule && issue.items == std::vector<ItemId>{item};
    });
}

}  // namespace

TEST_CASE("Chimney racks under a tight ceiling do not recirculate") {
    RoomBuilder builder = row(1.0, 0.0);
    for (RackDevice& rack : builder.room.racks)
        rack.chimney = true;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    for (const RackResult& rack : result->racks) {
        CHECK(rack.intakeMax.in(celsius) == Approx(20.0).margin(1e-6));
        CHECK(rack.exhaustMean.in(celsius) == Approx(20.0 + riseK).margin(0.01));
    }
    CHECK(result->coolers.at(0).returnT.in(celsius) == Approx(20.0 + riseK).margin(0.01));
    CHECK(result->metrics.rti == Approx(100.0).margin(1e-4));
    CHECK(result->books.heatResidual < 1e-6);
    CHECK(result->issues.empty());
}

TEST_CASE("A chimney without a ceiling void is named and left out") {
    RoomBuilder builder = row(1.0, 0.0);
    builder.room.ceilingVoid = {};
    builder.room.coolers[0].returnFace = CoolerReturn::Top;
    const auto plain = solvePreview(builder.room);
    builder.room.racks[2].chimney = true;
    const auto ducted = solvePreview(builder.room);
    REQUIRE(plain);
    REQUIRE(ducted);
    CHECK(hasIssue(*ducted, "thermal.noCeilingVoid", builder.room.racks[2].id));
    CHECK(plain->racks == ducted->racks);
}

TEST_CASE("A hot aisle with a chimney keeps its heat from the room") {
    RoomBuilder builder(9.0, 8.4, 3.0);
    builder.withCeilingVoid(0.6, 0.0);
    for (int n = 0; n < 5; ++n) {
        builder.withRack(3.6 + 0.6 * n, 2.4, Direction::MinusY, 10.0);
        builder.withRack(3.6 + 0.6 * n, 4.8, Direction::PlusY, 10.0);
    }
    builder.withContainment(rectM(3.6, 3.6, 3.0, 1.2), 2.2, 0.0);
    builder.room.containments[0].kind = ContainmentKind::Chimney;
    builder.withCooler(rectM(0.6, 3.0, 1.2, 2.4), Direction::PlusX, 100.0 * usualFlowM3SPerKw);
    builder.room.coolers[0].returnFace = CoolerReturn::CeilingVoid;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    for (const RackResult& rack : result->racks)
        CHECK(rack.intakeMax.in(celsius) == Approx(20.0).margin(1e-6));
    CHECK(result->coolers.at(0).returnT.in(celsius) == Approx(20.0 + riseK).margin(0.01));

    builder.room.ceilingVoid = {};
    builder.room.coolers[0].returnFace = CoolerReturn::Top;
    builder.room.containments[0].leakage = 0.1;
    const auto roofed = solvePreview(builder.room);
    REQUIRE(roofed);
    CHECK(hasIssue(*roofed, "thermal.noCeilingVoid", builder.room.containments[0].id));
    CHECK(roofed->metrics.maxIntake > celsius(21.0));
}

TEST_CASE("Grilles share what comes down from the void by A / sqrt K") {
    RoomBuilder builder = row(1.0, 0.0);
    for (RackDevice& rack : builder.room.racks)
        rack.chimney = true;
    builder.room.coolers[0].returnFace = CoolerReturn::Top;
    // both far from where the chimneys blow in
    builder.withGrille(rectM(0.0, 0.0, 0.6, 0.6), 0.1).withGrille(rectM(1.2, 5.4, 0.6, 0.6), 0.05);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    REQUIRE(result->grilles.size() == 2);
    const double first = result->grilles[0].flow.in(cubicMetresPerSecond);
    const double second = result->grilles[1].flow.in(cubicMetresPerSecond);
    CHECK(first + second == Approx(-40.0 * usualFlowM3SPerKw).epsilon(1e-6));
    const double ratio = std::sqrt(lossCoefficient(0.05) / lossCoefficient(0.1));
    CHECK(first / second == Approx(ratio).epsilon(0.01));
}

TEST_CASE("A tight ceiling without grilles is a closed space") {
    RoomBuilder builder = row(1.0, 0.0);
    const auto result = solvePreview(builder.room);
    REQUIRE_FALSE(result);
    CHECK(result.error().context.find("thermal.closedSpace") == 0);
    CHECK(solvePreview(row(1.0, 0.0025).room));
}

TEST_CASE("A grille without a void is a warning and passes no air") {
    RoomBuilder builder = twoAisles(4, 10.0);
    builder.withGrille(rectM(6.0, 6.0, 0.6, 0.6), 0.5);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(hasIssue(*result, "thermal.grilleWithoutVoid", builder.room.grilles[0].id));
    CHECK(result->grilles.at(0).flow.si() == 0.0);
}

TEST_CASE("An in-row cooler returns from the hot aisle and supplies the cold one") {
    RoomBuilder builder(6.0, 7.2, 3.0);
    for (const double x : {1.8, 2.4, 3.6, 4.2})
        builder.withRack(x, 2.4, Direction::MinusY, 10.0);
    builder.withCooler(rectM(3.0, 2.4, 0.6, 1.2), Direction::MinusY, 40.0 * usualFlowM3SPerKw);
    builder.room.coolers[0].returnFace = CoolerReturn::Rear;
    builder.room.coolers[0].underfloorSupply = false;
    builder.withContainment(rectM(1.8, 3.6, 3.0, 1.2), 2.2, 0.0);
    builder.withBarrier(rectM(1.8, 4.77, 3.0, 0.06), 3.0, 0.0);
    builder.room.containments[0].kind = ContainmentKind::Hot;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->coolers.at(0).returnT.in(celsius) == Approx(20.0 + riseK).margin(0.01));
    for (const RackResult& rack : result->racks)
        CHECK(rack.intakeMax.in(celsius) == Approx(20.0).margin(1e-6));
}

TEST_CASE("Open doors let a starved cold aisle breathe room air") {
    RoomBuilder builder = twoAisles(8, 15.0, 0.8);
    for (const double y : {3.0, 9.6})
        builder.withContainment(rectM(4.2, y, 4.8, 1.2), 2.2, 0.002);
    const auto shut = solvePreview(builder.room);
    for (Containment& containment : builder.room.containments)
        containment.doorOpening = 1.0;
    const auto open = solvePreview(builder.room);
    REQUIRE(shut);
    REQUIRE(open);
    const auto pressureRange = [](const RoomResult& result) {
        const auto [least, most] =
            std::minmax_element(result.pressurePa.begin(), result.pressurePa.end());
        return static_cast<double>(*most - *least);
    };
    CHECK(pressureRange(*open) < 0.5 * pressureRange(*shut));
}
