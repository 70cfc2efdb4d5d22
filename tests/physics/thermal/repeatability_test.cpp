// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <tbb/global_control.h>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

bool sameBits(const RoomResult& a, const RoomResult& b) {
    return a.iterations == b.iterations && a.temperatureC == b.temperatureC && a.u == b.u &&
           a.v == b.v && a.w == b.w && a.pressurePa == b.pressurePa && a.racks == b.racks &&
           a.coolers == b.coolers && a.tiles == b.tiles && a.metrics == b.metrics &&
           a.books == b.books;
}

}  // namespace

TEST_CASE("The number of threads does not change one bit") {
    const RoomInput room = twoAisles(12, 20.0).room;
    SolveSettings settings;
    settings.gridM = 0.2;  // enough cells for the parallel path
    const auto many = solvePreview(room, settings);
    REQUIRE(many);
    REQUIRE(many->temperatureC.size() > 60000);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const auto single = solvePreview(room, settings);
    REQUIRE(single);
    CHECK(sameBits(*many, *single));
}

TEST_CASE("Undoing a move returns to the same bits") {
    RoomInput room = twoAisles(8, 20.0).room;
    PreviewSolver solver;
    const auto before = solver.solve(room);
    REQUIRE(before);
    RoomInput moved = room;
    moved.racks[3].footprint = rectM(12.6, 7.0, 0.6, 1.2);
    const auto away = solver.solve(moved);
    REQUIRE(away);
    CHECK_FALSE(sameBits(*before, *away));
    const auto back = solver.solve(room);
    REQUIRE(back);
    CHECK(sameBits(*before, *back));
    solver.clear();
    const auto fresh = solver.solve(room);
    REQUIRE(fresh);
    CHECK(sameBits(*before, *fresh));
}

TEST_CASE("A flow that is taken again gives what a new one gives") {
    RoomInput room = twoAisles(8, 20.0).room;
    PreviewSolver solver;
    REQUIRE(solver.solve(room));
    room.racks[0].airHeat = kilowatts(3.0);
    room.coolers[0].supplySetpoint = celsius(24.0);
    const auto kept = solver.solve(room);
    const auto fresh = solvePreview(room);
    REQUIRE(kept);
    REQUIRE(fresh);
    CHECK(sameBits(*kept, *fresh));
}
