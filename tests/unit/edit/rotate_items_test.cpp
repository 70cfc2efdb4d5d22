// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/footprint.h"
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

const Catalog catalog = aCatalog();

/// A row of three racks, 1.8 m × 1.2 m, its lower-left corner at (6, 5).
Project row() {
    return aProject()
        .withItem("test.rack", at(6.0, 5.0))
        .withItem("test.rack", at(6.6, 5.0))
        .withItem("test.rack", at(7.2, 5.0));
}

const std::vector<ItemId> all{ItemId{1}, ItemId{2}, ItemId{3}};

}  // namespace

TEST_CASE("A single item turns on its lower-left corner") {
    const Project before = row();
    const Project after = applied(before, RotateItems{{ItemId{2}}, 1, &catalog});
    CHECK(item(after, 2).rotation == Rotation::R90);
    CHECK(item(after, 2).position == item(before, 2).position);
    CHECK(item(after, 1) == item(before, 1));
}

TEST_CASE("A group turns about its centre: a row along x becomes a row along y") {
    const Project after = applied(row(), RotateItems{all, 1, &catalog});
    // The centre is (6.9, 5.6); the turned row is 1.2 m × 1.8 m, its corner at (6.3, 4.7).
    for (std::int64_t id = 1; id <= 3; ++id) {
        const Rect r = footprintOf(item(after, id), catalog);
        CHECK(r.min.x.in(metres) == Approx(6.3));
        CHECK(r.min.y.in(metres) == Approx(4.7 + 0.6 * static_cast<double>(id - 1)));
        CHECK(item(after, id).rotation == Rotation::R90);
    }
}

TEST_CASE("A half turn swaps the ends of a row") {
    const Project before = row();
    const Project after = applied(before, RotateItems{all, 2, &catalog});
    CHECK(item(after, 1).position.x.in(metres) == Approx(7.2));
    CHECK(item(after, 3).position.x.in(metres) == Approx(6.0));
    CHECK(item(after, 1).position.y.in(metres) == Approx(5.0));
}

TEST_CASE("Four quarter turns, and one there with one back, give the first layout") {
    const Project before = row();
    Project four = before;
    for (int i = 0; i < 4; ++i)
        four = applied(four, RotateItems{all, 1, &catalog});
    const Project back =
        applied(applied(before, RotateItems{all, 1, &catalog}), RotateItems{all, -1, &catalog});
    for (const Project& again : {four, back}) {
        for (std::int64_t id = 1; id <= 3; ++id) {
            const Point is = item(again, id).position;
            const Point was = item(before, id).position;
            CHECK(is.x.in(metres) == Approx(was.x.in(metres)).margin(1e-12));
            CHECK(is.y.in(metres) == Approx(was.y.in(metres)).margin(1e-12));
            CHECK(item(again, id).rotation == item(before, id).rotation);
        }
    }
    CHECK(applied(before, RotateItems{all, 4, &catalog}) == before);
}

TEST_CASE("A group that spans halls turns in each hall by itself") {
    const Project before =
        aProject().withItem("test.rack", at(6.0, 5.0)).inHall().withItem("test.rack", at(1.0, 1.0));
    const Project after = applied(before, RotateItems{{ItemId{1}, ItemId{2}}, 1, &catalog});
    CHECK(item(after, 1).position == item(before, 1).position);
    CHECK(item(after, 2).position == item(before, 2).position);
}

TEST_CASE("An item named twice turns once") {
    const Project before = row();
    CHECK(applied(before, RotateItems{{ItemId{1}, ItemId{1}}, 1, &catalog}) ==
          applied(before, RotateItems{{ItemId{1}}, 1, &catalog}));
}
