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

/// Two supplies in the floor at 16 and 22 °C, one extract in the ceiling.
RoomBuilder ventilated() {
    RoomBuilder builder(6.0, 6.0, 3.0);
    builder.withSupply(rectM(0.6, 0.6, 0.6, 0.6), TerminalPlane::Floor, 0.5, 16.0);
    builder.withSupply(rectM(4.2, 1.2, 1.2, 0.6), TerminalPlane::Floor, 1.0, 22.0);
    builder.withExtract(rectM(2.4, 4.2, 1.2, 1.2), TerminalPlane::Ceiling, 1.5);
    return builder;
}

}  // namespace

TEST_CASE("An extract draws the mixture of the supplies") {
    const auto result = solvePreview(ventilated().room);
    REQUIRE(result);
    CHECK(result->converged);
    REQUIRE(result->terminals.size() == 3);
    CHECK(result->terminals[0].flow.in(cubicMetresPerSecond) == Approx(0.5));
    CHECK(result->terminals[2].flow.in(cubicMetresPerSecond) == Approx(-1.5));
    CHECK(result->terminals[2].temperature.in(celsius) == Approx(20.0).margin(1e-6));
    CHECK(result->books.terminals.in(watts) == Approx(0.0).margin(0.01));
}

TEST_CASE("Terminals carry a rack's heat away") {
    RoomBuilder builder = ventilated();
    builder.withRack(3.0, 2.4, Direction::MinusY, 10.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->terminals[2].temperature.in(celsius) ==
          Approx(20.0 + 10000.0 / (heatCapacityJM3K * 1.5)).margin(1e-5));
    CHECK(result->books.terminals.in(kilowatts) == Approx(10.0).epsilon(1e-6));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Velocity is uniform over a terminal") {
    RoomBuilder builder(1.2, 1.2, 2.4);
    builder.withSupply(rectM(0.0, 0.0, 1.2, 1.2), TerminalPlane::Floor, 0.72, 18.0);
    builder.withExtract(rectM(0.0, 0.0, 1.2, 1.2), TerminalPlane::Ceiling, 0.72);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    for (const float w : result->w)
        CHECK(w == Approx(0.5).epsilon(1e-5));
}

TEST_CASE("A terminal in a raised floor is fed from elsewhere, not from the void") {
    RoomBuilder builder = ventilated();
    builder.withFloorVoid(0.6, 0.002);
    builder.withTile(3.0, 3.0, 0.5);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->converged);
    CHECK(result->terminals[2].temperature.in(celsius) == Approx(20.0).margin(1e-6));
    // nothing blows into the void: what comes up through one opening went down through another
    CHECK(result->terminals[0].flow.in(cubicMetresPerSecond) == Approx(0.5));
}

TEST_CASE("Terminals beside coolers leave the books closed") {
    RoomBuilder builder = twoAisles(6, 12.0);
    builder.withSupply(rectM(12.0, 6.6, 0.6, 0.6), TerminalPlane::Ceiling, 0.8, 14.0);
    builder.withExtract(rectM(6.0, 6.6, 0.6, 0.6), TerminalPlane::Ceiling, 0.8);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const Books& books = result->books;
    CHECK(books.terminals > watts(0.0));
    CHECK((books.removed + books.terminals).in(watts) == Approx(books.itHeat.in(watts)));
    CHECK(books.heatResidual < 1e-6);
}

TEST_CASE("Supplies without extracts are refused by name") {
    RoomBuilder builder = ventilated();
    builder.room.terminals.pop_back();
    const auto result = solvePreview(builder.room);
    REQUIRE_FALSE(result);
    CHECK(result.error().context == "thermal.closedSpace 1 2");
}

TEST_CASE("One per cent too little extract is refused, not spread over the room") {
    RoomBuilder builder = ventilated();
    builder.room.terminals[2].flow = cubicMetresPerSecond(1.485);
    const auto result = solvePreview(builder.room);
    REQUIRE_FALSE(result);
    CHECK(result.error().context.find("thermal.closedSpace") == 0);
}

TEST_CASE("A terminal under a rack is left out with an error that names it") {
    RoomBuilder builder = twoAisles(4, 10.0);
    builder.withSupply(rectM(4.2, 1.8, 0.6, 0.6), TerminalPlane::Floor, 0.1, 18.0);
    const ItemId hidden = builder.room.terminals[0].id;
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(std::any_of(result->issues.begin(), result->issues.end(), [&](const Issue& issue) {
        return issue.rule == "thermal.terminalBlocked" && issue.severity == Severity::Error &&
               issue.items == std::vector<ItemId>{hidden};
    }));
}
