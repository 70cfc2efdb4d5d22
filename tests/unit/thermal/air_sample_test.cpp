// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_sample.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::thermal;

namespace {

double linear(double x, double y, double z) {
    return 20.0 + 1.5 * x - 0.5 * y + 2.0 * z;
}

/// Graded cells with a floor void; every field is linear in x, y and z, so that trilinear
/// interpolation is exact.
RoomResult linearRoom() {
    RoomResult room;
    room.grid = {{{0.0, 1.0, 1.5, 3.0}}, {{0.0, 0.5, 2.0}}, {{-0.6, 0.0, 0.4, 2.0}}};
    room.solid.assign(room.grid.cellCount(), airCell);
    for (int k = 0; k < 3; ++k) {
        for (int j = 0; j < 2; ++j) {
            for (int i = 0; i < 3; ++i) {
                const double value =
                    linear(room.grid.x.centre(i), room.grid.y.centre(j), room.grid.z.centre(k));
                room.temperatureC.push_back(static_cast<float>(value));
                room.u.push_back(3.0F);
                room.v.push_back(0.0F);
                room.w.push_back(-4.0F);
                room.pressurePa.push_back(static_cast<float>(-value));
            }
        }
    }
    return room;
}

AirPlace place(double x, double y, double z) {
    return {{metres(x), metres(y)}, metres(z)};
}

}  // namespace

TEST_CASE("Air is sampled linearly between cell centres, in the floor void too") {
    const RoomResult room = linearRoom();
    for (const double z : {-0.1, 0.15, 0.9}) {
        const auto air = sampleAir(room, place(1.1, 0.7, z));
        REQUIRE(air);
        CHECK(air->temperature.in(celsius) == Approx(linear(1.1, 0.7, z)).margin(1e-4));
        CHECK(air->pressure.in(pascals) == Approx(-linear(1.1, 0.7, z)).margin(1e-4));
        CHECK(air->speed.in(metresPerSecond) == Approx(5.0));
        CHECK(air->w.in(metresPerSecond) == Approx(-4.0));
    }
}

TEST_CASE("Beside a solid only air counts, and inside a solid there is none") {
    RoomResult room = linearRoom();
    const auto solid = room.grid.index(0, 0, 1);
    room.solid[solid] = solidCell;
    room.temperatureC[solid] = 500.0F;
    const auto beside = sampleAir(room, place(1.1, 0.25, 0.2));  // the right cell's half
    REQUIRE(beside);
    CHECK(beside->temperature.in(celsius) < 30.0);
    room.solid.assign(room.grid.cellCount(), solidCell);
    CHECK_FALSE(sampleAir(room, place(1.1, 0.25, 0.2)));
}

TEST_CASE("Outside the room there is no air to sample") {
    const RoomResult room = linearRoom();
    CHECK_FALSE(sampleAir(room, place(-0.1, 0.5, 1.0)));
    CHECK_FALSE(sampleAir(room, place(1.0, 2.1, 1.0)));
    CHECK_FALSE(sampleAir(room, place(1.0, 0.5, -0.7)));
    CHECK_FALSE(sampleAir(RoomResult{}, place(0.0, 0.0, 0.0)));
}
