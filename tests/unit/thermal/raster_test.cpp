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

TEST_CASE("A rack is solid and breathes at front and rear") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 2.4, Direction::MinusY, 10.0);
    const Raster raster = rasterize(builder.room, {});
    const CellBox& box = raster.grid.box;
    CHECK(raster.solid[box.at(4, 4, 0)] == solidCell);
    CHECK(raster.solid[box.at(4, 5, 2)] == solidCell);
    CHECK(raster.solid[box.at(3, 4, 0)] == airCell);
    REQUIRE(raster.devices.size() == 1);
    CHECK(raster.devices[0].kind == DeviceKind::Rack);
    double intakeM2 = 0.0;
    double outletM2 = 0.0;
    for (const RasterSlice& slice : raster.slices) {
        intakeM2 += slice.intake.areaM2;
        outletM2 += slice.outlet.areaM2;
    }
    CHECK(intakeM2 == Approx(1.2));
    CHECK(outletM2 == Approx(1.2));
    CHECK(raster.slices.at(0).intake.cells.at(0).cell == box.at(4, 3, 0));
    CHECK(raster.slices.at(0).outlet.cells.at(0).cell == box.at(4, 6, 0));
    CHECK(raster.snapErrors.empty());
}

TEST_CASE("Displaced edges are reported in metres") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.5, 2.4, Direction::MinusY, 10.0);
    const Raster raster = rasterize(builder.room, {});
    REQUIRE(raster.snapErrors.size() == 1);
    CHECK(raster.snapErrors[0].id == ItemId{1});
    CHECK(raster.snapErrors[0].distance.in(metres) == Approx(0.1));
}

TEST_CASE("A rack with its front to the wall is left out with an error that names it") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(2.4, 0.0, Direction::MinusY, 10.0);
    const Raster raster = rasterize(builder.room, {});
    CHECK(raster.devices.empty());
    REQUIRE(raster.issues.size() == 1);
    CHECK(raster.issues[0].rule == "thermal.intakeBlocked");
    CHECK(raster.issues[0].severity == Severity::Error);
    CHECK(raster.issues[0].items == std::vector<ItemId>{ItemId{1}});
}

TEST_CASE("A cooler under the ceiling returns at its rear instead of its top") {
    RoomBuilder builder(6.0, 6.0, 2.0);
    builder.withFloorVoid(0.6, 0.0).withTile(3.0, 3.0, 0.5);
    builder.withCooler(rectM(1.2, 1.2, 1.2, 1.2), Direction::PlusX, 1.0);
    const Raster raster = rasterize(builder.room, {});
    REQUIRE(raster.slices.size() == 1);
    for (const PortCell& port : raster.slices[0].intake.cells)
        CHECK(port.axis == 0);
    for (const PortCell& port : raster.slices[0].outlet.cells)
        CHECK(port.heightM < 0.0);
}

TEST_CASE("A tile's open area is kept however the grid divides it") {
    RoomBuilder builder(6.0, 6.0);
    builder.withFloorVoid(0.6, 0.0).withTile(2.4, 2.4, 0.25);
    SolveSettings settings;
    for (const double gridM : {0.6, 0.3, 0.15}) {
        settings.gridM = gridM;
        const Raster raster = rasterize(builder.room, settings);
        const auto faces = static_cast<std::size_t>(std::lround(0.36 / (gridM * gridM)));
        REQUIRE(raster.tileParts.size() == faces);
        const std::size_t face = raster.tileParts[0].faceCell;
        CHECK(raster.lossK[2][face] == Approx(lossCoefficient(0.25)));
    }
}

TEST_CASE("A leaky floor and a tile act side by side") {
    RoomBuilder builder(6.0, 6.0);
    builder.withFloorVoid(0.6, 0.01).withTile(2.4, 2.4, 0.25);
    const Raster raster = rasterize(builder.room, {});
    const std::size_t face = raster.tileParts.at(0).faceCell;
    const double together =
        1.0 / std::sqrt(lossCoefficient(0.25)) + 1.0 / std::sqrt(lossCoefficient(0.01));
    CHECK(raster.lossK[2][face] == Approx(1.0 / (together * together)));
}

TEST_CASE("A thin wall is a sheet, a thick one a block, a post between the faces is noted") {
    RoomBuilder builder(6.0, 6.0);
    builder.withBarrier(rectM(2.97, 0.6, 0.06, 3.0), 3.6, 0.0);
    builder.withBarrier(rectM(4.2, 1.2, 0.6, 0.6), 3.6, 0.0);
    builder.withBarrier(rectM(1.0, 1.0, 0.1, 0.1), 3.6, 0.0);
    const Raster raster = rasterize(builder.room, {});
    const CellBox& box = raster.grid.box;
    CHECK(std::isinf(raster.lossK[0][box.at(4, 2, 0)]));
    CHECK(raster.lossK[0][box.at(4, 8, 0)] == 0.0);
    CHECK(raster.solid[box.at(4, 2, 0)] == airCell);
    CHECK(raster.solid[box.at(7, 2, 0)] == solidCell);
    REQUIRE(raster.issues.size() == 1);
    CHECK(raster.issues[0].rule == "thermal.barrierTooSmall");
    CHECK(raster.issues[0].items == std::vector<ItemId>{ItemId{3}});
}

TEST_CASE("Containment has a roof, two doors and panels above the racks") {
    RoomBuilder builder(9.0, 6.0);
    SolveSettings settings;
    settings.gridM = 0.3;
    builder.withRack(3.0, 1.2, Direction::PlusY, 5.0).withRack(3.6, 1.2, Direction::PlusY, 5.0);
    builder.withContainment(rectM(3.0, 2.4, 1.2, 1.2), 2.6, 0.1);
    const Raster raster = rasterize(builder.room, settings);
    const CellBox& box = raster.grid.box;
    const double lossK = lossCoefficient(0.1);
    const int roof = nearestFace(raster.grid.grid.z, 2.6);
    const int rackTop = nearestFace(raster.grid.grid.z, 2.0);
    REQUIRE(roof > rackTop);
    CHECK(raster.lossK[2][box.at(11, 9, roof - 1)] == Approx(lossK));
    CHECK(raster.lossK[0][box.at(9, 9, 0)] == Approx(lossK));
    CHECK(raster.lossK[0][box.at(13, 9, 0)] == Approx(lossK));
    CHECK(raster.lossK[1][box.at(11, 7, rackTop)] == Approx(lossK));
    CHECK(raster.lossK[1][box.at(11, 11, 0)] == 0.0);  // no device on the other side: it stays open
}
