// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/grid.h"
#include "tests/support/catch.h"

#include <cstddef>
#include <set>

using namespace halltwin;

namespace {

const Grid grid{{{0.0, 1.0, 3.0}}, {{0.0, 0.5, 1.0, 2.0}}, {{-0.6, 0.0, 3.0}}};

}  // namespace

TEST_CASE("Cells, widths and centres follow from the faces") {
    CHECK(grid.x.cells() == 2);
    CHECK(grid.y.cells() == 3);
    CHECK(grid.x.width(1) == Approx(2.0));
    CHECK(grid.z.centre(0) == Approx(-0.3));
    CHECK(grid.volume(1, 2, 1) == Approx(2.0 * 1.0 * 3.0));
}

TEST_CASE("Cell volumes sum to the volume of the box") {
    double sum = 0.0;
    for (int k = 0; k < grid.z.cells(); ++k) {
        for (int j = 0; j < grid.y.cells(); ++j) {
            for (int i = 0; i < grid.x.cells(); ++i)
                sum += grid.volume(i, j, k);
        }
    }
    CHECK(sum == Approx(3.0 * 2.0 * 3.6));
}

TEST_CASE("Every cell has an index of its own, and x runs fastest") {
    std::set<std::size_t> seen;
    for (int k = 0; k < 2; ++k) {
        for (int j = 0; j < 3; ++j) {
            for (int i = 0; i < 2; ++i)
                seen.insert(grid.index(i, j, k));
        }
    }
    CHECK(seen.size() == grid.cellCount());
    CHECK(*seen.rbegin() == grid.cellCount() - 1);
    CHECK(grid.index(1, 0, 0) == 1);
    CHECK(grid.index(0, 1, 0) == 2);
    CHECK(grid.index(0, 0, 1) == 6);
}

TEST_CASE("A position finds its cell, and one outside finds the nearest") {
    CHECK(cellAt(grid.x, 0.5) == 0);
    CHECK(cellAt(grid.x, 1.0) == 1);
    CHECK(cellAt(grid.x, 2.9) == 1);
    CHECK(cellAt(grid.x, -7.0) == 0);
    CHECK(cellAt(grid.x, 3.0) == 1);
    CHECK(cellAt(grid.x, 99.0) == 1);
}

TEST_CASE("A position lies between two centres, or outside of all beside one") {
    const GridAxis axis{{0.0, 1.0, 3.0, 4.0}};  // centres 0.5, 2, 3.5
    const CellPair inside = cellsAround(axis, 1.25);
    CHECK(inside.lower == 0);
    CHECK(inside.upper == 1);
    CHECK(inside.share == Approx(0.5));
    const CellPair below = cellsAround(axis, 0.2);
    CHECK(below.lower == 0);
    CHECK(below.upper == 0);
    CHECK(below.share == 0.0);
    CHECK(cellsAround(axis, 99.0).lower == 2);
    CHECK(cellsAround(axis, 3.2).share == Approx(0.8));
}
