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
    CHECK(rangeOf(slice)->maximumC == Approx(20.0));
}

TEST_CASE("A vertical section follows height upwards and the chosen axis sideways") {
    const OwnedField field(unevenGrid(), linear);
    const FieldSlice along =
        sectionAt(field.view(), SectionAxis::AlongX, metres(1.25), metres(0.05));
    CHECK(along.maxFirstM == Approx(4.5));
    CHECK(along.minSecondM == Approx(-0.5));
    CHECK(double(along.at(40, 30)) ==
          Approx(linear(4.5 * 40.5 / along.columns, 1.25, -0.5 + 2.5 * 30.5 / along.rows)));
    const FieldSlice across =
        sectionAt(field.view(), SectionAxis::AlongY, metres(2.0), metres(0.05));
    CHECK(across.maxFirstM == Approx(3.0));
    CHECK(double(across.at(30, 30)) ==
          Approx(linear(2.0, 3.0 * 30.5 / across.columns, -0.5 + 2.5 * 30.5 / across.rows)));
}

TEST_CASE("The probe reads a linear field at any point and knows where the room ends") {
    const OwnedField field(unevenGrid(), linear);
    const auto value = probeAt(field.view(), {metres(1.9), metres(0.9)}, metres(0.9));
    REQUIRE(value);
    CHECK(value->in(celsius) == Approx(linear(1.9, 0.9, 0.9)).margin(1e-4));
    CHECK_FALSE(probeAt(field.view(), {metres(-0.1), metres(0.9)}, metres(0.9)));
    CHECK_FALSE(probeAt(field.view(), {metres(1.0), metres(0.9)}, metres(2.1)));
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
    torn.valuesC.pop_back();
    CHECK(sliceAtHeight(torn.view(), metres(1.0)).columns == 0);
    CHECK_FALSE(probeAt(torn.view(), {metres(1.0), metres(1.0)}, metres(0.5)));
}
