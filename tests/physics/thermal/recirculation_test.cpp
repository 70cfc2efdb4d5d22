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

/// Two rows over a void face a cold aisle whose tiles give three quarters of what they draw.
RoomInput raisedFloor() {
    RoomBuilder hall(8.4, 6.0, 3.0);
    hall.withFloorVoid(0.6, 0.0025);
    for (int n = 0; n < 5; ++n) {
        const double x = 3.6 + 0.6 * n;
        hall.withRack(x, 1.2, Direction::PlusY, 6.0).withRack(x, 3.6, Direction::MinusY, 8.0);
        hall.withTile(x, 2.4, 0.25).withTile(x, 3.0, 0.25);
    }
    hall.withCooler(rectM(0.6, 1.8, 1.2, 1.8), Direction::PlusX, 4.0);
    return hall.room;
}

double flowOf(const RoomInput& room, ItemId cooler) {
    for (const CoolerDevice& device : room.coolers)
        if (device.id == cooler) return device.flow.in(cubicMetresPerSecond);
    return 0.0;
}

std::size_t indexOf(const Recirculation& matrix, ItemId id) {
    for (std::size_t n = 0; n < matrix.devices(); ++n)
        if (matrix.id(n) == id) return n;
    return matrix.devices();
}

}  // namespace

TEST_CASE("All air that a device draws in was blown out by some device") {
    for (const RoomInput& room : {openAisle(), raisedFloor()}) {
        AirSolver solver;
        REQUIRE(solver.solve(room, quick()));
        const auto matrix = solver.recirculation();
        REQUIRE(matrix);
        for (std::size_t of = 0; of < matrix->devices(); ++of) {
            double sum = 0.0;
            for (std::size_t from = 0; from < matrix->devices(); ++from)
                sum += matrix->share(of, from);
            CAPTURE(of);
            CHECK(sum == Approx(1.0).margin(2e-3));
        }
    }
}

TEST_CASE("Capture indices are what the whole matrix adds up to") {
    for (const RoomInput& room : {openAisle(), raisedFloor()}) {
        AirSolver solver;
        const auto answer = solver.solve(room, quick());
        REQUIRE(answer);
        const auto matrix = solver.recirculation();
        REQUIRE(matrix);
        double worst = 1.0;
        for (std::size_t n = 0; n < room.racks.size(); ++n) {
            const RackResult& rack = answer->racks[n];
            REQUIRE(rack.coldCapture);
            REQUIRE(rack.hotCapture);
            const std::size_t own = indexOf(*matrix, rack.id);
            double cold = 0.0;
            double hot = 0.0;
            for (std::size_t other = 0; other < matrix->devices(); ++other) {
                if (matrix->kind(other) == DeviceKind::Rack) continue;
                const double coolerM3S = flowOf(room, matrix->id(other));
                cold += matrix->share(own, other);
                hot += coolerM3S * matrix->share(other, own);
            }
            hot /= room.racks[n].flow.in(cubicMetresPerSecond);
            CAPTURE(n);
            CHECK(*rack.coldCapture == Approx(cold).margin(5e-3));
            CHECK(*rack.hotCapture == Approx(hot).margin(5e-3));
            worst = std::min(worst, *rack.coldCapture);
        }
        CHECK(worst > 0.2);
        CHECK(worst < 0.97);
    }
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
        CHECK(std::abs(now - foretold[n]) < 0.02);
    }
}
