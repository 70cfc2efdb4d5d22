// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/device_law.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// One rack of 12 kW and 1 m³/s, one cooler of 1 m³/s.
RoomInput pair() {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 12.0);
    builder.room.racks[0].flow = cubicMetresPerSecond(1.0);
    builder.room.racks[0].exhaustMixing = ExhaustMixing::Mixed;
    builder.withCooler(rectM(0.0, 0.6, 1.2, 1.2), Direction::PlusX, 1.0);
    return builder.room;
}

constexpr double rate = 1.2 * 1006.0;  ///< W/K of 1 m³/s
constexpr std::size_t rackSlice = 0;
constexpr std::size_t coolerSlice = 1;

}  // namespace

TEST_CASE("A rack's law is intake plus P / (rho Q cp)") {
    const RoomInput room = pair();
    const OutletLaw law = outletLaw(room, rasterize(room, {}), rackSlice, 20.0);
    CHECK(law.share == 1.0);
    CHECK(law.outletC(20.0) == Approx(20.0 + 12000.0 / rate));
}

TEST_CASE("A rear door's ledger splits the rack's heat between air and water") {
    RoomInput room = pair();
    room.racks[0].rearDoor = {wattsPerKelvin(0.5 * rate), celsius(16.0)};
    const Raster raster = rasterize(room, {});
    const double outletC = outletLaw(room, raster, rackSlice, 22.0).outletC(22.0);
    const double beforeC = 22.0 + 12000.0 / rate;
    CHECK(outletC == Approx(beforeC - 0.5 * (beforeC - 16.0)));
    const SliceHeat heat = sliceHeat(room, raster, rackSlice, {22.0, outletC});
    CHECK(heat.equipmentW == Approx(12000.0));
    CHECK(heat.doorW == Approx(0.5 * rate * (beforeC - 16.0)));
    CHECK(heat.airW == Approx(heat.equipmentW - heat.doorW));
    CHECK(heat.rackOutletC == Approx(beforeC));
}

TEST_CASE("A cooler passes from off to set-point to coil limit as its return warms") {
    RoomInput room = pair();
    room.coolers[0].fanHeat = watts(1200.0);
    room.coolers[0].effectivenessTimesCmin = wattsPerKelvin(0.6 * rate);
    room.coolers[0].waterIn = celsius(8.0);
    const Raster raster = rasterize(room, {});
    const auto outletAt = [&](double returnC) {
        return outletLaw(room, raster, coolerSlice, returnC).outletC(returnC);
    };
    const double fanRise = 1200.0 / rate;
    CHECK(outletAt(15.0) == Approx(15.0 + fanRise));
    CHECK(outletAt(25.0) == Approx(20.0));
    CHECK(outletAt(45.0) == Approx(45.0 + fanRise - 0.6 * (45.0 - 8.0)));
    CHECK_FALSE(outletLaw(room, raster, coolerSlice, 25.0).atLimit);
    CHECK(outletLaw(room, raster, coolerSlice, 45.0).atLimit);
    for (double returnC = 10.0; returnC < 60.0; returnC += 0.25)
        CHECK(outletAt(returnC + 0.25) >= outletAt(returnC) - 1e-9);
}

TEST_CASE("A capacity bounds what a coil takes, its fan included") {
    RoomInput room = pair();
    room.coolers[0].fanHeat = watts(500.0);
    room.coolers[0].capacity = watts(6000.0);
    const Raster raster = rasterize(room, {});
    const double outletC = outletLaw(room, raster, coolerSlice, 40.0).outletC(40.0);
    const SliceHeat heat = sliceHeat(room, raster, coolerSlice, {40.0, outletC});
    CHECK(heat.coilW == Approx(6000.0));
    CHECK(heat.airW == Approx(-5500.0));
}

TEST_CASE("A terminal's ledger is what it brings above the datum") {
    RoomBuilder builder(6.0, 6.0);
    builder.withSupply(rectM(0.6, 0.6, 0.6, 0.6), TerminalPlane::Floor, 0.5, 16.0);
    builder.withExtract(rectM(3.6, 0.6, 0.6, 0.6), TerminalPlane::Floor, 0.5);
    const Raster raster = rasterize(builder.room, {});
    CHECK(outletLaw(builder.room, raster, 0, 99.0).outletC(99.0) == 16.0);
    CHECK(sliceHeat(builder.room, raster, 0, {16.0, 16.0}, 10.0).airW == Approx(0.5 * rate * 6.0));
    CHECK(sliceHeat(builder.room, raster, 1, {25.0, 25.0}, 10.0).airW ==
          Approx(-0.5 * rate * 15.0));
}

TEST_CASE("Fan flow is the inverse of fan pressure on the falling branch") {
    for (const FanCurve& curve :
         {FanCurve{pascals(300.0), -20.0, -8.0, 1.0}, FanCurve{pascals(300.0), -50.0, 0.0, 0.8},
          FanCurve{pascals(120.0), 0.0, -30.0, 0.6}})
        for (const double share : {0.05, 0.4, 0.9}) {
            const Pressure against = curve.atNoFlow * (curve.speed * curve.speed * share);
            const auto flow = fanFlow(curve, against);
            REQUIRE(flow);
            CHECK(fanPressure(curve, *flow).in(pascals) == Approx(against.in(pascals)));
            CHECK(fanSlope(curve, *flow) < 0.0);
        }
    CHECK_FALSE(fanFlow({pascals(100.0), -1.0, -5.0, 1.0}, pascals(101.0)));
    CHECK_FALSE(fanFlow({pascals(100.0), 0.0, 0.0, 1.0}, pascals(50.0)));
}

TEST_CASE("A device's slices keep their proportions when its flow changes") {
    RoomInput room = pair();
    room.racks[0].exhaustMixing = ExhaustMixing::PerSlice;
    Raster raster = rasterize(room, {});
    REQUIRE(raster.devices[0].sliceCount > 1);
    const double before = raster.slices[0].flowM3S;
    setFlow(raster, 0, 0.5);
    CHECK(raster.slices[0].flowM3S == Approx(0.5 * before));
    double sum = 0.0;
    for (std::size_t n = 0; n < raster.devices[0].sliceCount; ++n)
        sum += raster.slices[raster.devices[0].firstSlice + n].flowM3S;
    CHECK(sum == Approx(0.5));
}
