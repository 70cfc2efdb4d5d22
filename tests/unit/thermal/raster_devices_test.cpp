// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/raster.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// Every port's face must be closed, or air would pass it twice.
bool portsAreClosed(const Raster& raster) {
    const auto closed = [&](const PortCell& port) {
        return std::isinf(raster.lossK[port.axis][port.faceCell]);
    };
    return std::all_of(raster.slices.begin(), raster.slices.end(), [&](const RasterSlice& slice) {
        return std::all_of(slice.intake.cells.begin(), slice.intake.cells.end(), closed) &&
               std::all_of(slice.outlet.cells.begin(), slice.outlet.cells.end(), closed);
    });
}

}  // namespace

TEST_CASE("A rack has one slice per grid layer, its flow and heat by height") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 10.0);
    SolveSettings settings;
    settings.gridM = 0.3;
    const Raster raster = rasterize(builder.room, settings);
    REQUIRE(raster.devices.size() == 1);
    REQUIRE(raster.slices.size() == raster.devices[0].sliceCount);
    CHECK(raster.slices.size() == 7);
    double heat = 0.0;
    double flow = 0.0;
    for (const RasterSlice& slice : raster.slices) {
        CHECK(slice.heatW == Approx(10000.0 * (slice.topM - slice.bottomM) / 2.0));
        CHECK(slice.intake.areaM2 == Approx(slice.outlet.areaM2));
        heat += slice.heatW;
        flow += slice.flowM3S;
    }
    CHECK(heat == Approx(10000.0));
    CHECK(flow == Approx(builder.room.racks[0].flow.in(cubicMetresPerSecond)));
    CHECK(portsAreClosed(raster));
}

TEST_CASE("A layer whose rear is blocked breathes out through the one beside it") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 10.0);
    builder.withHeatSource(rectM(2.4, 3.6, 0.6, 0.6), 1.0, 0.0);
    SolveSettings settings;
    settings.gridM = 0.3;
    const Raster raster = rasterize(builder.room, settings);
    double intakeM2 = 0.0;
    double outletM2 = 0.0;
    double flow = 0.0;
    for (const RasterSlice& slice : raster.slices) {
        CHECK_FALSE(slice.outlet.cells.empty());
        intakeM2 += slice.intake.areaM2;
        outletM2 += slice.outlet.areaM2;
        flow += slice.flowM3S;
    }
    CHECK(intakeM2 == Approx(1.2));
    CHECK(outletM2 == Approx(0.6));
    CHECK(flow == Approx(builder.room.racks[0].flow.in(cubicMetresPerSecond)));
}

TEST_CASE("A gap joins the cells before and behind a rack, layer by layer") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::PlusY, 10.0);
    builder.room.racks[0].blankingGap = 0.1;
    const Raster raster = rasterize(builder.room, {});
    const CellBox& box = raster.grid.box;
    REQUIRE(raster.leaks.size() == 3);
    double area = 0.0;
    for (const LeakPath& leak : raster.leaks) {
        CHECK(leak.lossK == Approx(lossCoefficient(0.1)));
        CHECK(leak.lengthM == Approx(1.8));
        CHECK(leak.frontCell - leak.rearCell == 3 * box.stride(1));
        area += leak.areaM2;
    }
    CHECK(area == Approx(1.2));
    CHECK(raster.leaks[0].frontCell == box.at(4, 6, 0));
}

TEST_CASE("A rack against the wall has no gap to leak through") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 0.0, Direction::PlusY, 10.0);
    builder.room.racks[0].blankingGap = 0.1;
    CHECK(rasterize(builder.room, {}).leaks.empty());
}

TEST_CASE("The ceiling is a plane with at least two layers above it") {
    RoomBuilder builder(6.0, 6.0, 3.0);
    builder.withFloorVoid(0.6, 0.0).withCeilingVoid(0.4, 0.01);
    const Raster raster = rasterize(builder.room, {});
    const RoomGrid& grid = raster.grid;
    CHECK(grid.ceilingLayer == grid.box.nz - 2);
    CHECK(grid.grid.z.faces[static_cast<std::size_t>(grid.ceilingLayer)] == Approx(3.0));
    CHECK(grid.grid.z.faces.back() == Approx(3.4));
    CHECK(raster.lossK[2][grid.box.at(2, 2, grid.ceilingLayer - 1)] ==
          Approx(lossCoefficient(0.01)));
    builder.room.ceilingVoid = {};
    const RoomGrid low = rasterize(builder.room, {}).grid;
    CHECK(low.ceilingLayer == low.box.nz);
}

TEST_CASE("A chimney blows into the void above the rear half of its rack") {
    RoomBuilder builder(6.0, 6.0, 3.0);
    builder.withCeilingVoid(0.6, 0.01).withRack(2.4, 2.4, Direction::MinusY, 10.0);
    builder.room.racks[0].chimney = true;
    const Raster raster = rasterize(builder.room, {});
    const CellBox& box = raster.grid.box;
    REQUIRE(raster.slices.size() == 1);
    REQUIRE(raster.slices[0].outlet.cells.size() == 1);
    const PortCell& port = raster.slices[0].outlet.cells[0];
    CHECK(port.cell == box.at(4, 5, raster.grid.ceilingLayer));
    CHECK(port.axis == 2);
    CHECK(port.outward == 1.0);
    CHECK(raster.solid[box.at(4, 5, raster.grid.ceilingLayer - 1)] == solidCell);
    CHECK(raster.solid[box.at(4, 4, raster.grid.ceilingLayer - 1)] == airCell);
    CHECK(portsAreClosed(raster));
}

TEST_CASE("Terminals close their part of floor and ceiling and face the room") {
    RoomBuilder builder(6.0, 6.0, 3.0);
    builder.withFloorVoid(0.6, 0.01).withCeilingVoid(0.6, 0.01);
    builder.withSupply(rectM(1.2, 1.2, 1.2, 0.6), TerminalPlane::Floor, 0.5, 16.0);
    builder.withExtract(rectM(3.6, 3.6, 0.6, 0.6), TerminalPlane::Ceiling, 0.5);
    const Raster raster = rasterize(builder.room, {});
    const RoomGrid& grid = raster.grid;
    REQUIRE(raster.slices.size() == 2);
    CHECK(raster.slices[0].intake.cells.empty());
    CHECK(raster.slices[0].outlet.areaM2 == Approx(0.72));
    CHECK(raster.slices[0].outlet.cells[0].cell == grid.box.at(2, 2, grid.voidLayers));
    CHECK(raster.slices[0].outlet.cells[0].outward == 1.0);
    CHECK(raster.slices[1].outlet.cells.empty());
    CHECK(raster.slices[1].intake.cells[0].cell == grid.box.at(6, 6, grid.ceilingLayer - 1));
    CHECK(raster.slices[1].intake.cells[0].outward == -1.0);
    CHECK(portsAreClosed(raster));
}

TEST_CASE("Walls, roof and tanks exchange heat over their whole area") {
    RoomBuilder builder(6.0, 4.8, 3.0);
    builder.withTank(rectM(1.2, 1.2, 1.2, 0.6), 1.2, 50.0, 36.0);
    builder.room.envelope.walls[0] = {wattsPerSquareMetreKelvin(2.0), celsius(5.0)};
    builder.room.envelope.roof = {wattsPerSquareMetreKelvin(0.5), celsius(40.0)};
    const Raster raster = rasterize(builder.room, {});
    double tank = 0.0;
    double wall = 0.0;
    double roof = 0.0;
    for (const HeatExchange& exchange : raster.exchanges) {
        CHECK(raster.solid[exchange.cell] == airCell);
        double& sum = exchange.kind == ExchangeKind::Tank ? tank
                      : exchange.input == 0               ? wall
                                                          : roof;
        sum += exchange.conductanceWK;
    }
    CHECK(tank == Approx(36.0));
    CHECK(wall == Approx(2.0 * 6.0 * 3.0));
    CHECK(roof == Approx(0.5 * 6.0 * 4.8));
}
