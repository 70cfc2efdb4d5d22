// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// A loop of two ducts side by side; the cooler fills the lower one and blows towards +x.
RoomBuilder loop(double flowM3S) {
    RoomBuilder builder(7.2, 2.4, 1.8);
    builder.withBarrier(rectM(1.2, 1.17, 4.8, 0.06), 1.8, 0.0);
    builder.withCooler(rectM(3.0, 0.0, 1.2, 1.2), Direction::PlusX, flowM3S);
    builder.room.coolers.back().height = metres(1.8);
    builder.room.coolers.back().returnFace = CoolerReturn::Rear;
    return builder;
}

}  // namespace

TEST_CASE("A heater in a duct warms the air by P / (m cp)") {
    RoomBuilder builder = loop(2.0);
    builder.withHeatSource(rectM(3.0, 1.8, 0.6, 0.6), 0.6, 12.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const double expectedK = 12000.0 / (1.2 * 1006.0 * 2.0);
    const CoolerResult& cooler = result->coolers.at(0);
    CHECK((cooler.returnT - cooler.supplyT).si() == Approx(expectedK).epsilon(1e-5));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Heat put into a duct twice adds up") {
    RoomBuilder builder = loop(1.5);
    builder.withHeatSource(rectM(2.4, 1.8, 0.6, 0.6), 0.6, 3.0);
    builder.withHeatSource(rectM(4.2, 1.8, 0.6, 0.6), 1.2, 4.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->coolers.at(0).heat.in(kilowatts) == Approx(7.0).epsilon(1e-6));
}

TEST_CASE("A fan's heat ends in the coil, not in the room") {
    RoomBuilder builder = loop(2.0);
    builder.withHeatSource(rectM(3.0, 1.8, 0.6, 0.6), 0.6, 12.0);
    builder.room.coolers.back().fanHeat = kilowatts(2.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->coolers.at(0).heat.in(kilowatts) == Approx(12.0).epsilon(1e-6));
    CHECK(result->coolers.at(0).coilHeat.in(kilowatts) == Approx(14.0).epsilon(1e-6));
    CHECK(result->coolers.at(0).supplyT.in(celsius) == Approx(20.0).margin(1e-9));
}

TEST_CASE("The loop's speed is its flow over its section") {
    const auto result = solvePreview(loop(2.16).room);
    REQUIRE(result);
    const std::size_t middle = result->grid.index(6, 2, 1);
    REQUIRE(result->solid[middle] == airCell);
    CHECK(result->u[middle] == Approx(-1.0).epsilon(0.02));
    CHECK(result->v[middle] == Approx(0.0).margin(0.03));
}
