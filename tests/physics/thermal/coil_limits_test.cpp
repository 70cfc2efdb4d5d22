// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double heatCapacityRate = 1.2 * 1006.0;  ///< J/(m³ K)

/// Two racks of 20 kW and one cooler of 3 m³/s on a slab.
RoomBuilder smallRoom() {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 20.0).withRack(3.0, 2.4, Direction::MinusY, 20.0);
    builder.withCooler(rectM(0.0, 0.6, 1.2, 1.2), Direction::PlusX, 3.0);
    return builder;
}

}  // namespace

TEST_CASE("A chilled-water coil that is too small lets the supply rise until it carries the heat") {
    RoomBuilder builder = smallRoom();
    CoolerDevice& cooler = builder.room.coolers.at(0);
    cooler.effectivenessTimesCmin = HeatCapacityRate::fromSi(1600.0);
    cooler.waterIn = celsius(10.0);
    cooler.fanHeat = kilowatts(2.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    // Q = ε Cmin (T_return − T_water) and Q = 42 kW fix the return; the room's 40 kW the
    // difference.
    const double returnC = 10.0 + 42000.0 / 1600.0;
    const CoolerResult& found = result->coolers.at(0);
    CHECK(found.atLimit);
    CHECK(found.returnT.in(celsius) == Approx(returnC).margin(1e-4));
    CHECK(found.supplyT.in(celsius) ==
          Approx(returnC - 40000.0 / (heatCapacityRate * 3.0)).margin(1e-4));
    CHECK(result->books.heatResidual < 1e-6);
    CHECK(result->issues.size() == 1);
    CHECK(result->issues.at(0).rule == "thermal.coolerAtLimit");
    CHECK(result->issues.at(0).items == std::vector<ItemId>{cooler.id});
}

TEST_CASE("A large coil holds the set-point and is not at its limit") {
    RoomBuilder builder = smallRoom();
    builder.room.coolers.at(0).effectivenessTimesCmin = HeatCapacityRate::fromSi(3000.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK_FALSE(result->coolers.at(0).atLimit);
    CHECK(result->coolers.at(0).supplyT.in(celsius) == Approx(20.0).margin(1e-9));
}

TEST_CASE("A cooler at its capacity hands the rest of the heat to the other one") {
    RoomBuilder builder = smallRoom();
    builder.room.coolers.at(0).capacity = kilowatts(15.0);
    builder.withCooler(rectM(4.8, 4.2, 1.2, 1.2), Direction::MinusX, 3.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->coolers.at(0).atLimit);
    CHECK(result->coolers.at(0).coilHeat.in(kilowatts) == Approx(15.0).epsilon(1e-5));
    CHECK(result->coolers.at(1).heat.in(kilowatts) == Approx(25.0).epsilon(1e-5));
    CHECK(result->books.heatResidual < 1e-6);
}

TEST_CASE("Coolers that cannot take the heat together are refused with both figures") {
    RoomBuilder builder = smallRoom();
    builder.room.coolers.at(0).capacity = kilowatts(30.0);
    const auto result = solvePreview(builder.room);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::OverLimit);
    CHECK(result.error().message.find("30 kW of the 40 kW") != std::string::npos);
}

TEST_CASE("A cooler whose return is colder than its set-point does not heat") {
    RoomBuilder builder = smallRoom();
    builder.withCooler(rectM(4.8, 4.2, 1.2, 1.2), Direction::MinusX, 3.0);
    builder.room.coolers.at(1).supplySetpoint = celsius(80.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->coolers.at(1).heat.in(kilowatts) == Approx(0.0).margin(1e-4));
    CHECK(result->coolers.at(1).supplyT < celsius(80.0));
    CHECK_FALSE(result->coolers.at(1).atLimit);
}
