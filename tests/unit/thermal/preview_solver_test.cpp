// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <chrono>
#include <stop_token>
#include <thread>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

TEST_CASE("A solve that is cancelled before it starts gives nothing") {
    std::stop_source stop;
    stop.request_stop();
    const auto result = solvePreview(twoAisles(4, 10.0).room, {}, stop.get_token());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
}

TEST_CASE("A long solve stops soon after it is asked to") {
    SolveSettings settings;
    settings.gridM = 0.15;
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    const std::jthread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    const auto result = solvePreview(twoAisles(12, 20.0).room, settings, stop.get_token());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(std::chrono::steady_clock::now() - asked <
          std::chrono::seconds(2));  // a loaded machine included
}

TEST_CASE("A failure leaves the solver usable") {
    PreviewSolver solver;
    RoomInput room = twoAisles(4, 10.0).room;
    RoomInput bad = room;
    bad.width = metres(-1.0);
    CHECK_FALSE(solver.solve(bad));
    CHECK(solver.solve(room));
}

TEST_CASE("A result tells its stage, size and time") {
    const auto result = solvePreview(twoAisles(4, 10.0).room);
    REQUIRE(result);
    CHECK(result->stage == Stage::Preview);
    CHECK(result->converged);
    CHECK(result->iterations > 0);
    CHECK(result->wallS > 0.0);
    CHECK(result->temperatureC.size() == result->grid.cellCount());
    CHECK(result->solid.size() == result->grid.cellCount());
    CHECK(result->racks.size() == 16);
    CHECK(result->coolers.size() == 4);
}

TEST_CASE("Devices without flow stand in the way and are not reported as breathing") {
    RoomInput room = twoAisles(4, 10.0).room;
    room.racks[0].airHeat = watts(0.0);
    room.racks[0].flow = cubicMetresPerSecond(0.0);
    room.coolers[0].flow = cubicMetresPerSecond(0.0);
    const auto result = solvePreview(room);
    REQUIRE(result);
    CHECK(result->racks.size() == 15);
    CHECK(result->coolers.size() == 3);
}
