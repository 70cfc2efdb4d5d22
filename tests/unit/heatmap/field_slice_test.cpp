// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/heatmap/fields.h"
#include "views/heatmap/field_slice.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::heatmap;

namespace {

double linear(double x, double y, double z) {
    return 20.0 + 1.5 * x - 0.5 * y + 2.0 * z;
}

/// Widths that differ, so that a mix-up of cell index and position shows.
Grid unevenGrid() {
    return {{{0.0, 0.5, 1.5, 2.0, 3.0, 4.5}}, {{0.0, 1.0, 1.5, 3.0}}, {{-0.5, 0.0, 0.4, 1.0, 2.0}}};
}

}  // namespace

TEST_CASE("A slice gives a linear field back between the outermost cell centres") {
    const OwnedField field(unevenGrid(), linear);
    const double z = 0.65;
    const FieldSlice slice = sliceAtHeight(field.view(), metres(z), metres(0.05));
    REQUIRE(slice.columns == 90);
    REQUIRE(slice.rows == 60);
    int checked = 0;
    for (int row = 0; row < slice.rows; ++row) {
        for (int column = 0; column < slice.columns; ++column) {
            const double x = 4.5 * (column + 0.5) / slice.columns;
            const double y = 3.0 * (row + 0.5) / slice.rows;
            if (x < 0.25 || x > 3.75 || y < 0.5 || y > 2.25) continue;
            REQUIRE(double(slice.at(column, row)) == Approx(linear(x, y, z)).margin(1e-4));
            ++checked;
        }
    }
    CHECK(checked > 2000);
}

TEST_CASE(
    "Beyond the outermost centres a slice keeps the value of the cell and does not extrapolate") {
    const OwnedField field(unevenGrid(), linear);
    const FieldSlice slice = sliceAtHeight(field.view(), metres(0.2), metres(0.05));
    CHECK(double(slice.at(0, 20)) == Approx(double(slice.at(4, 20))));
    CHECK(double(slice.at(0, 20)) < double(slice.at(10, 20)));
}

TEST_CASE("Solid cells lend nothing to the air beside them") {
    OwnedField field({evenAxis(4, 1.0), evenAxis(1, 1.0), evenAxis(1, 1.0)},
                     [](double x, double, double) { return x < 2.0 ? 20.0 : 90.0; });
    for (int i = 2; i < 4; ++i)
        field.solid[field.grid.index(i, 0, 0)] = 1;
    const FieldSlice slice = sliceAtHeight(field.view(), metres(0.5), metres(0.1));
    REQUIRE(slice.columns == 40);
    CHECK(double(slice.at(19, 0)) == Approx(20.0));  // beside the solid, in the air
    CHECK(double(slice.at(21, 0)) == Approx(20.0));  // within half a cell of the air
    CHECK(std::isnan(slice.at(35, 0)));              // no air around
    CHECK(rangeOf(slice)->maximum == Approx(20.0));
}

TEST_CASE("A vertical section gives a linear field back along any line") {
    const OwnedField field(unevenGrid(), linear);
    for (const SectionLine& line :
         {SectionLine{{metres(0.5), metres(1.25)}, {metres(3.5), metres(1.25)}},
          SectionLine{{metres(2.0), metres(0.7)}, {metres(2.0), metres(2.2)}},
          SectionLine{{metres(3.4), metres(0.8)}, {metres(0.6), metres(2.1)}}}) {
        const FieldSlice section = sectionAlong(field.view(), line, metres(0.05));
        CHECK(section.maxFirstM == Approx(line.length().in(metres)));
        CHECK(section.minSecondM == Approx(-0.5));
        CHECK(section.maxSecondM == Approx(2.0));
        for (const int column : {3, section.columns / 2, section.columns - 4}) {
            const int row = section.rows / 2;
            const Point at = line.at((column + 0.5) / section.columns);
            const double z = -0.5 + 2.5 * (row + 0.5) / section.rows;
            CHECK(double(section.at(column, row)) ==
                  Approx(linear(at.x.in(metres), at.y.in(metres), z)).margin(1e-4));
        }
    }
}

TEST_CASE("A section has no air beyond the room, and none without a length") {
    const OwnedField field(unevenGrid(), linear);
    const SectionLine over{{metres(-4.5), metres(1.0)}, {metres(4.5), metres(1.0)}};
    const FieldSlice section = sectionAlong(field.view(), over, metres(0.1));
    CHECK(std::isnan(section.at(5, 10)));
    CHECK_FALSE(std::isnan(section.at(section.columns - 5, 10)));
    CHECK(sectionAlong(field.view(), {over.from, over.from}).columns == 0);
}

TEST_CASE("A line is cut to a rectangle, and one that misses it is nothing") {
    const Rect area{{metres(1.0), metres(1.0)}, {metres(3.0), metres(2.0)}};
    const auto across = clipped({{metres(0.0), metres(1.5)}, {metres(4.0), metres(1.5)}}, area);
    REQUIRE(across);
    CHECK(across->from.x.in(metres) == Approx(1.0));
    CHECK(across->to.x.in(metres) == Approx(3.0));
    const auto slanted = clipped({{metres(0.0), metres(0.0)}, {metres(4.0), metres(4.0)}}, area);
    REQUIRE(slanted);
    CHECK(slanted->to.y.in(metres) == Approx(2.0));
    CHECK(slanted->length().in(metres) == Approx(std::sqrt(2.0)));
    CHECK_FALSE(clipped({{metres(0.0), metres(0.0)}, {metres(4.0), metres(0.5)}}, area));
    CHECK_FALSE(clipped({{metres(0.0), metres(3.0)}, {metres(4.0), metres(3.0)}}, area));
}

TEST_CASE("Above the ceiling and below the lowest floor there is no plane") {
    const OwnedField field(unevenGrid(), linear);
    CHECK(sliceAtHeight(field.view(), metres(2.1)).columns == 0);
    CHECK(sliceAtHeight(field.view(), metres(-0.6)).columns == 0);
    CHECK(sliceAtHeight(field.view(), metres(-0.3)).columns > 0);
}

TEST_CASE("A slice of a large hall stays within its number of samples") {
    const OwnedField field({evenAxis(100, 3.0), evenAxis(80, 3.0), evenAxis(2, 1.0)}, linear);
    const FieldSlice slice = sliceAtHeight(field.view(), metres(1.0), metres(0.05));
    CHECK(slice.columns * slice.rows <= 250000);
    CHECK(slice.columns * slice.rows > 200000);
}

TEST_CASE("A field without cells, or with too few values, gives an empty slice") {
    const Grid noGrid;
    CHECK(sliceAtHeight({noGrid, {}, {}}, metres(1.0)).columns == 0);
    OwnedField torn(unevenGrid(), linear);
    torn.values.pop_back();
    CHECK(sliceAtHeight(torn.view(), metres(1.0)).columns == 0);
}
