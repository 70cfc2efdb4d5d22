// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_grid.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

bool hasFace(const GridAxis& axis, double position) {
    return std::any_of(axis.faces.begin(), axis.faces.end(),
                       [&](double face) { return std::abs(face - position) < 1e-9; });
}

}  // namespace

TEST_CASE("Cells divide the tile pitch") {
    RoomInput room;
    SolveSettings settings;
    for (const double wanted : {0.6, 0.3, 0.2, 0.15}) {
        settings.gridM = wanted;
        CHECK(cellSizeM(room, settings) == Approx(wanted));
    }
    settings.gridM = 0.25;
    CHECK(cellSizeM(room, settings) == Approx(0.3));
    room.tilePitch = metres(0.6096);
    settings.gridM = 0.3;
    CHECK(cellSizeM(room, settings) == Approx(0.3048));
    settings.gridM = 1.2;
    CHECK(cellSizeM(room, settings) == Approx(1.2192));
}

TEST_CASE("The last cell takes what the hall leaves over") {
    RoomInput room;
    room.width = metres(10.0);
    room.depth = metres(9.2);
    const RoomGrid grid = makeGrid(room, {});
    CHECK(grid.grid.x.cells() == 17);
    CHECK(grid.grid.x.width(16) == Approx(0.4));
    CHECK(grid.grid.y.cells() == 15);
    CHECK(grid.grid.y.width(14) == Approx(0.8));
    CHECK(grid.grid.x.width(0) == Approx(0.6));
}

TEST_CASE("The floor is a plane with at least two layers below it") {
    RoomBuilder builder(6.0, 6.0);
    builder.withFloorVoid(0.3, 0.0);
    const RoomGrid grid = makeGrid(builder.room, {});
    CHECK(grid.voidLayers == 2);
    CHECK(grid.grid.z.faces.front() == Approx(-0.3));
    CHECK(hasFace(grid.grid.z, 0.0));
    CHECK(grid.grid.z.faces.back() == Approx(3.6));
    CHECK(std::is_sorted(grid.grid.z.faces.begin(), grid.grid.z.faces.end()));
}

TEST_CASE("Layers meet the most frequent device height") {
    RoomBuilder builder(6.0, 6.0);
    builder.withRack(1.2, 1.2, Direction::PlusX, 5.0).withRack(1.8, 1.2, Direction::PlusX, 5.0);
    builder.withContainment(rectM(3.0, 3.0, 1.2, 1.2), 2.2, 0.1);
    const RoomGrid coarse = makeGrid(builder.room, {});
    CHECK(hasFace(coarse.grid.z, 2.0));
    CHECK_FALSE(hasFace(coarse.grid.z, 2.2));
    SolveSettings settings;
    settings.gridM = 0.3;
    const RoomGrid fine = makeGrid(builder.room, settings);
    CHECK(hasFace(fine.grid.z, 2.0));
    CHECK(hasFace(fine.grid.z, 2.2));
}

TEST_CASE("Edges go to the nearest face and say how far") {
    const GridAxis axis{{0.0, 0.6, 1.2, 1.8, 2.4}};
    CHECK(nearestFace(axis, 0.7) == 1);
    CHECK(nearestFace(axis, 0.95) == 2);
    CHECK(nearestFace(axis, 0.9) == 1);
    CHECK(nearestFace(axis, -5.0) == 0);
    CHECK(nearestFace(axis, 99.0) == 4);
    const Span span = snap(axis, 0.5, 1.3);
    CHECK(span == Span{1, 2});
    CHECK(snapDistance(axis, span, 0.5, 1.25) == Approx(0.1));
    CHECK(snap(axis, 0.65, 0.7).size() == 0);
    CHECK(snapSolid(axis, 0.65, 0.7) == Span{1, 2});
}
