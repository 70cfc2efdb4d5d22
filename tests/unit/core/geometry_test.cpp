// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/geometry.h"
#include "tests/support/catch.h"

using namespace halltwin;

namespace {

Rect rect(double x0, double y0, double x1, double y1) {
    return {{metres(x0), metres(y0)}, {metres(x1), metres(y1)}};
}

}  // namespace

TEST_CASE("Quarter turns wrap round in both directions") {
    CHECK(rotated(Rotation::R0, 1) == Rotation::R90);
    CHECK(rotated(Rotation::R270, 1) == Rotation::R0);
    CHECK(rotated(Rotation::R0, -1) == Rotation::R270);
    CHECK(rotated(Rotation::R90, 10) == Rotation::R270);
    CHECK(rotated(Rotation::R180, -8) == Rotation::R180);
}

TEST_CASE("A front that faces the bottom of the page turns counter-clockwise") {
    CHECK(frontDirection(Rotation::R0) == Direction::MinusY);
    CHECK(frontDirection(Rotation::R90) == Direction::PlusX);
    CHECK(frontDirection(Rotation::R180) == Direction::PlusY);
    CHECK(frontDirection(Rotation::R270) == Direction::MinusX);
}

TEST_CASE("Rectangles that touch, or overlap less than the tolerance, do not overlap") {
    const Length tolerance = millimetres(1.0);
    const Rect a = rect(0.0, 0.0, 1.0, 1.0);
    CHECK_FALSE(overlaps(a, rect(1.0, 0.0, 2.0, 1.0), tolerance));
    CHECK_FALSE(overlaps(a, rect(0.9995, 0.0, 2.0, 1.0), tolerance));
    CHECK(overlaps(a, rect(0.998, 0.0, 2.0, 1.0), tolerance));
    CHECK_FALSE(overlaps(a, rect(0.5, 1.0, 2.0, 2.0), tolerance));
    CHECK(overlaps(a, rect(-1.0, 0.4, 3.0, 0.6), tolerance));
}

TEST_CASE("A rectangle contains itself and what stands over by less than the tolerance") {
    const Length tolerance = millimetres(1.0);
    const Rect hall = rect(0.0, 0.0, 10.0, 5.0);
    CHECK(contains(hall, hall, tolerance));
    CHECK(contains(hall, rect(-0.0005, 1.0, 2.0, 2.0), tolerance));
    CHECK_FALSE(contains(hall, rect(-0.002, 1.0, 2.0, 2.0), tolerance));
    CHECK_FALSE(contains(hall, rect(9.0, 4.0, 10.0, 5.1), tolerance));
}

TEST_CASE("Width, depth, area and centre follow from the corners") {
    const Rect r = rect(1.0, 2.0, 4.0, 4.0);
    CHECK(r.width().in(metres) == Approx(3.0));
    CHECK(r.depth().in(metres) == Approx(2.0));
    CHECK(r.area().in(squareMetres) == Approx(6.0));
    CHECK(r.centre().x.in(metres) == Approx(2.5));
    CHECK(r.centre().y.in(metres) == Approx(3.0));
}
