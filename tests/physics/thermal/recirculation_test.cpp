// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_solve.h"
#include "model/thermal/device_law.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// Four racks face an open aisle, one cooler supplies a little less than they draw.
RoomInput openAisle() {
    RoomBuilder hall(7.2, 6.0, 3.0);
    for (int n = 0; n < 4; ++n)
        hall.withRack(2.4 + 0.6 * n, 2.4, Direction::MinusY, n == 0 ? 12.0 : 6.0);
    hall.withCooler(rectM(3.0, 0.0, 1.8, 0.6), Direction::PlusY, 1.5);
    hall.room.coolers.front().underfloorSupply = false;
    return hall.room;
}

AirSettings quick() {
    AirSettings settings;
    settings.gridM = 0.3;
    return settings;
}

std::size_t indexOf(const Recirculation& matrix, ItemId id) {
    for (std::size_t n = 0; n < matrix.devices(); ++n)
        if (matrix.id(n) == id) return n;
    return matrix.devices();
}

}  // namespace

TEST_CASE("All air that a device draws in was blown out by some device") {
    AirSolver solver;
    REQUIRE(solver.solve(openAisle(), quick()));
    const auto matrix = solver.recirculation();
    REQUIRE(matrix);
    for (std::size_t of = 0; of < matrix->devices(); ++of) {
        double sum = 0.0;
        for (std::size_t from = 0; from < matrix->devices(); ++from) {
            CHECK(matrix->share(of, from) >= -1e-6);
            sum += matrix->share(of, from);
        }
        CHECK(sum == Approx(1.0).margin(2e-3));
    }
}

TEST_CASE("Capture indices are shares, and a starved aisle captures less than all") {
    AirSolver solver;
    const RoomInput room = openAisle();
    REQUIRE(solver.solve(room, quick()));
    const auto matrix = solver.recirculation();
    REQUIRE(matrix);
    double worst = 1.0;
    for (const RackDevice& rack : room.racks) {
        const double cold = matrix->coldCapture(indexOf(*matrix, rack.id));
        const double hot = matrix->hotCapture(indexOf(*matrix, rack.id));
        CHECK(cold > 0.0);
        CHECK(cold <= 1.0);
        CHECK(hot > 0.0);
        CHECK(hot <= 1.0);
        worst = std::min(worst, cold);
    }
    CHECK(worst < 0.97);
}

TEST_CASE("The effects of two loads add up") {
    AirSolver solver;
    REQUIRE(solver.solve(openAisle(), quick()));
    const auto matrix = solver.recirculation();
    REQUIRE(matrix);
    const std::size_t count = matrix->devices();
    std::vector<double> first(count, 0.0);
    std::vector<double> second(count, 0.0);
    std::vector<double> both(count, 0.0);
    first[0] = both[0] = 3.0;
    second[2] = both[2] = 5.0;
    const auto none = matrix->intakesAfter(std::vector<double>(count, 0.0));
    const auto a = matrix->intakesAfter(first);
    const auto b = matrix->intakesAfter(second);
    const auto ab = matrix->intakesAfter(both);
    for (std::size_t n = 0; n < count; ++n)
        CHECK(ab[n] - none[n] == Approx(a[n] + b[n] - 2.0 * none[n]).margin(1e-4));
}

TEST_CASE("The matrix foretells what heat alone on the frozen flow gives") {
    AirSolver solver;
    RoomInput room = openAisle();
    for (RackDevice& rack : room.racks)
        rack.exhaustMixing = ExhaustMixing::Mixed;
    const auto base = solver.solve(room, quick());
    REQUIRE(base);
    const auto matrix = solver.recirculation();
    REQUIRE(matrix);
    RoomInput warmer = room;
    warmer.racks[1].airHeat = room.racks[1].airHeat + kilowatts(1.0);
    const auto reheated = solver.reheat(warmer, quick());
    REQUIRE(reheated);
    std::vector<double> change(matrix->devices(), 0.0);
    change[1] = 1000.0 / (volumetricHeat(room) * room.racks[1].flow.in(cubicMetresPerSecond));
    const auto foretold = matrix->intakesAfter(change);
    for (std::size_t n = 0; n < room.racks.size(); ++n) {
        const double now = reheated->racks[n].intakeMean.in(celsius);
        CAPTURE(n, now, foretold[n], base->racks[n].intakeMean.in(celsius));
        CHECK(std::abs(now - foretold[n]) < 0.1);
    }
}
