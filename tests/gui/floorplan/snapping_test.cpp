// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/floorplan/snapping.h"

using namespace halltwin;
using namespace halltwin::views::floorplan;

namespace {

Rect rect(double x, double y, double width, double depth) {
    return {{metres(x), metres(y)}, {metres(x + width), metres(y + depth)}};
}

SnapTargets hall(std::vector<Rect> neighbours = {}) {
    return {std::move(neighbours), metres(24.0), metres(18.0), metres(0.6)};
}

}  // namespace

TEST_CASE("Either edge of a rectangle snaps to the tile grid, whichever is nearer") {
    // 0.8 m wide: the left edge at 3.05 is 0.05 m off a line, the right edge at 3.85 is 0.25 m off.
    const Snap left = snapRect(rect(3.05, 6.0, 0.8, 1.2), hall(), metres(0.2));
    CHECK(left.dx.in(metres) == Approx(-0.05));
    const Snap right = snapRect(rect(2.75, 6.0, 0.8, 1.2), hall(), metres(0.2));
    CHECK(right.dx.in(metres) == Approx(0.05));
    CHECK(right.guides.empty());
}

TEST_CASE("A neighbour's edge wins over a tile line that is about as near, and makes a guide") {
    const Snap snap =
        snapRect(rect(5.05, 3.0, 0.6, 1.2), hall({rect(4.33, 3.0, 0.6, 1.2)}), metres(0.2));
    CHECK(snap.dx.in(metres) == Approx(-0.12));  // to 4.93; the tile line at 4.8 is 0.25 away
    REQUIRE_FALSE(snap.guides.empty());
    CHECK(snap.guides.front().first.x.in(metres) == Approx(4.93));
}

TEST_CASE("A tile line that is much nearer wins over a neighbour's edge") {
    const Snap snap =
        snapRect(rect(4.81, 3.0, 0.6, 1.2), hall({rect(4.33, 3.0, 0.6, 1.2)}), metres(0.2));
    CHECK(snap.dx.in(metres) == Approx(-0.01));
}

TEST_CASE("Far from everything a place is rounded to whole centimetres") {
    SnapTargets bare = hall();
    bare.tile = metres(0.0);
    const Snap snap = snapRect(rect(7.1234, 5.678, 0.6, 1.2), bare, metres(0.2));
    CHECK(snap.dx.in(metres) == Approx(-0.0034));
    CHECK(snap.dy.in(metres) == Approx(0.002));
}

TEST_CASE("Walls of the hall are edges too") {
    SnapTargets bare = hall();
    bare.tile = metres(0.0);
    const Snap snap = snapRect(rect(23.3, 16.9, 0.6, 1.2), bare, metres(0.2));
    CHECK(snap.dx.in(metres) == Approx(0.1));
    CHECK(snap.dy.in(metres) == Approx(-0.1));
}

TEST_CASE("A neighbour across the hall does not pull") {
    SnapTargets bare = hall({rect(4.33, 16.0, 0.6, 1.2)});
    bare.tile = metres(0.0);
    const Snap snap = snapRect(rect(4.40, 2.0, 0.6, 1.2), bare, metres(0.2));
    CHECK(snap.dx.in(metres) == Approx(0.0).margin(1e-9));
}
