// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <chrono>
#include <cmath>
#include <thread>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

RoomInput smallRoom() {
    RoomBuilder hall(6.0, 4.8, 3.0);
    hall.withRack(2.4, 2.4, Direction::MinusY, 5.0).withRack(3.0, 2.4, Direction::MinusY, 5.0);
    hall.withCooler(rectM(2.4, 0.0, 1.2, 0.6), Direction::PlusY, 10.0 * usualFlowM3SPerKw);
    hall.room.coolers.front().underfloorSupply = false;
    return hall.room;
}

AirSettings coarse() {
    AirSettings settings;
    settings.gridM = 0.6;
    return settings;
}

}  // namespace

TEST_CASE("A settled room closes its books and says how it came to rest") {
    const auto result = solveAir(smallRoom(), coarse());
    REQUIRE(result);
    CHECK(result->stage == Stage::Coarse);
    CHECK(result->converged);
    CHECK(result->settling.steps > 10);
    CHECK(result->books.heatResidual < 1e-3);
    CHECK(result->books.massResidual < 1e-5);
    CHECK(result->books.itHeat.in(kilowatts) == Approx(10.0));
    REQUIRE(result->racks.size() == 2);
    REQUIRE(result->racks[0].coldCapture);
    CHECK(*result->racks[0].coldCapture > 0.0);
    REQUIRE(result->metrics.bypass);
}

TEST_CASE("Solving twice gives the same bits, whatever was solved between") {
    AirSolver solver;
    const auto first = solver.solve(smallRoom(), coarse());
    RoomInput other = smallRoom();
    other.racks[0].airHeat = kilowatts(9.0);
    REQUIRE(solver.solve(other, coarse()));
    const auto again = solver.solve(smallRoom(), coarse());
    REQUIRE(first);
    REQUIRE(again);
    CHECK(first->temperatureC == again->temperatureC);
    CHECK(first->u == again->u);
    CHECK(first->racks == again->racks);
}

TEST_CASE("Heat that did not change gives the answer that stands") {
    AirSolver solver;
    const auto base = solver.solve(smallRoom(), coarse());
    const auto same = solver.reheat(smallRoom(), coarse());
    REQUIRE(base);
    REQUIRE(same);
    for (std::size_t n = 0; n < base->racks.size(); ++n)
        CHECK(same->racks[n].intakeMean.in(celsius) ==
              Approx(base->racks[n].intakeMean.in(celsius)).margin(1e-3));
    CHECK(same->metrics.bypass == base->metrics.bypass);
}

TEST_CASE("More heat on the same flow warms what the rack gives off") {
    AirSolver solver;
    const auto base = solver.solve(smallRoom(), coarse());
    RoomInput warmer = smallRoom();
    warmer.racks[0].airHeat = kilowatts(6.0);
    const auto reheated = solver.reheat(warmer, coarse());
    REQUIRE(base);
    REQUIRE(reheated);
    CHECK(reheated->racks[0].exhaustMean > base->racks[0].exhaustMean);
    CHECK(reheated->u == base->u);
    CHECK(reheated->books.heatResidual < 1e-3);
}

TEST_CASE("What the quick stage refuses, this one refuses too") {
    RoomInput room = smallRoom();
    SECTION("heat without any cooling") {
        room.coolers.clear();
    }
    SECTION("two racks in one place") {
        room.racks[1].footprint = room.racks[0].footprint;
    }
    SECTION("a figure that is none") {
        room.racks[0].airHeat = watts(std::nan(""));
    }
    const auto result = solveAir(room, coarse());
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.empty());
    CHECK_FALSE(result.error().remedy.empty());
}

TEST_CASE("A calculation stops soon after it is asked to") {
    AirSettings fine;
    fine.gridM = 0.1;
    std::stop_source stop;
    std::jthread asker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    const auto result = solveAir(smallRoom(), fine, stop.get_token());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
}

TEST_CASE("An observer sees answers on their way, none of them converged") {
    AirSolver solver;
    AirSettings settings;
    settings.gridM = 0.15;
    int seen = 0;
    const auto result = solver.solve(smallRoom(), settings, [&](const RoomResult& view) {
        ++seen;
        CHECK_FALSE(view.converged);
        CHECK(view.racks.size() == 2);
        CHECK(view.temperatureC.size() == view.grid.cellCount());
    });
    REQUIRE(result);
    CHECK(seen > 0);
}
