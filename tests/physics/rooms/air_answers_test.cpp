// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <tbb/global_control.h>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double gridM = 0.3;

AirSettings settings() {
    AirSettings result;
    result.gridM = gridM;
    return result;
}

RoomResult solved(const RoomInput& room) {
    auto result = solveAir(room, settings());
    REQUIRE(result);
    return *std::move(result);
}

double meanIntakeC(const RoomResult& result) {
    double sum = 0.0;
    for (const RackResult& rack : result.racks)
        sum += rack.intakeMean.in(celsius);
    return sum / static_cast<double>(result.racks.size());
}

/// Four racks of 6 kW in front of a line of supplies in the floor that bring `share` of their air,
/// extracts behind them.
RoomInput openRoom(double share) {
    RoomBuilder builder(4.8, 4.8, 3.0);
    double flow = 0.0;
    for (int n = 0; n < 4; ++n) {
        builder.withRack(1.2 + 0.6 * n, 1.8, Direction::MinusY, 6.0);
        flow += builder.room.racks.back().flow.in(cubicMetresPerSecond);
    }
    builder.withSupply(rectM(1.2, 1.2, 2.4, 0.6), TerminalPlane::Floor, share * flow, 18.0);
    builder.withExtract(rectM(1.2, 3.6, 2.4, 0.6), TerminalPlane::Ceiling, share * flow);
    return builder.room;
}

/// The same with racks that leak between rear and front.
RoomInput leakyRacks(double blankingGap) {
    RoomInput room = openRoom(0.8);
    for (RackDevice& rack : room.racks)
        rack.blankingGap = blankingGap;
    return room;
}

bool sameBits(const RoomResult& a, const RoomResult& b) {
    return a.temperatureC == b.temperatureC && a.u == b.u && a.v == b.v && a.w == b.w &&
           a.pressurePa == b.pressurePa && a.racks == b.racks && a.terminals == b.terminals &&
           a.books == b.books && a.settling == b.settling;
}

}  // namespace

TEST_CASE("More supply air never warms the racks of an open room") {
    double last = 1e9;
    for (const double share : {0.6, 0.8, 1.0, 1.3}) {
        const double mean = meanIntakeC(solved(openRoom(share)));
        INFO("supply " << share << " of the racks' air: " << mean << " °C, before " << last);
        CHECK(mean <= last + 0.05);
        last = mean;
    }
}

TEST_CASE("Closing the gaps of racks does not warm the warmest intake") {
    const auto warmest = [](const RoomResult& result) {
        return result.metrics.maxIntake.in(celsius);
    };
    const double open = warmest(solved(leakyRacks(0.2)));
    const double closed = warmest(solved(leakyRacks(0.0)));
    INFO("open " << open << " °C, closed " << closed << " °C");
    CHECK(closed <= open + 0.2);
}

TEST_CASE("No air is colder than the supply or hotter than the hottest exhaust") {
    const RoomResult result = solved(openRoom(0.8));
    double hottest = 0.0;
    for (const RackResult& rack : result.racks)
        for (const SliceResult& slice : rack.slices)
            hottest = std::max(hottest, slice.exhaust.in(celsius));
    const auto [coldest, warmest] =
        std::minmax_element(result.temperatureC.begin(), result.temperatureC.end());
    CHECK(*coldest >= 18.0 - 1e-3);
    CHECK(*warmest <= hottest + 1e-3);
}

TEST_CASE("A converged answer closes its books of heat and mass") {
    const RoomResult result = solved(openRoom(0.8));
    INFO("heat " << result.books.heatResidual << " mass " << result.books.massResidual);
    REQUIRE(result.converged);
    CHECK(result.books.heatResidual <= 1e-3);
    CHECK(result.books.massResidual <= 1e-5);
}

TEST_CASE("An answer with momentum has the same bits on one, two and four threads") {
    RoomInput room = leakyRacks(0.05);
    AirSettings fine = settings();
    fine.gridM = 0.2;  // enough cells for the parallel path
    fine.limits.greatestFillS = 20.0;
    fine.limits.greatestMeanS = 5.0;
    const auto on = [&](std::size_t threads) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        auto result = solveAir(room, fine);
        REQUIRE(result);
        return *std::move(result);
    };
    const RoomResult one = on(1);
    REQUIRE(one.temperatureC.size() > 8000);
    CHECK(sameBits(one, on(2)));
    CHECK(sameBits(one, on(4)));
}

TEST_CASE("Tiles on a deep floor void share the flow by open area over the root of their loss") {
    // Tile resistance ≫ the void's own pressure differences, so Q_i ∝ A_i / √K_i.
    RoomBuilder builder(4.8, 4.8, 3.0);
    builder.withFloorVoid(1.2, 0.0);
    builder.withTile(2.4, 1.2, 0.06).withTile(2.4, 2.4, 0.06).withTile(2.4, 3.6, 0.03);
    builder.withCooler(rectM(0.0, 1.8, 0.9, 1.2), Direction::PlusX, 0.3);
    const RoomResult result = solved(builder.room);
    const auto flow = [&](std::size_t n) { return result.tiles[n].flow.in(cubicMetresPerSecond); };
    // K by Fried & Idelchik.
    const auto conductance = [](double open) {
        const double shut = 1.0 - open;
        return open / std::sqrt(1.0 + 0.5 * std::pow(shut, 0.75) + 1.414 * std::pow(shut, 0.375));
    };
    const double sum = 2.0 * conductance(0.06) + conductance(0.03);
    CHECK(flow(0) == Approx(0.3 * conductance(0.06) / sum).epsilon(0.005));
    CHECK(flow(1) == Approx(0.3 * conductance(0.06) / sum).epsilon(0.005));
    CHECK(flow(2) == Approx(0.3 * conductance(0.03) / sum).epsilon(0.005));
    CHECK(flow(0) + flow(1) + flow(2) == Approx(0.3).epsilon(1e-3));
}
