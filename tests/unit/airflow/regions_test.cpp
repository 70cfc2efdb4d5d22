// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/regions.h"
#include "tests/support/catch.h"

using namespace halltwin::airflow;

namespace {

/// Six cells in a row: 0 1 2 | 3 4, 5 alone.
FaceField<double> threeSpaces(const CellBox& box) {
    FaceField<double> conductance = makeFaceField(box, 0.0);
    for (const int i : {0, 1, 3})
        conductance[0][box.at(i, 0, 0)] = 1.0;
    return conductance;
}

}  // namespace

TEST_CASE("Cells that air connects carry one label") {
    const CellBox box{6, 1, 1};
    const Regions regions = connectedRegions(box, threeSpaces(box));
    REQUIRE(regions.count == 2);
    CHECK(regions.label[box.at(0, 0, 0)] == 0);
    CHECK(regions.label[box.at(2, 0, 0)] == 0);
    CHECK(regions.label[box.at(3, 0, 0)] == 1);
    CHECK(regions.label[box.at(5, 0, 0)] == -1);
    CHECK(regions.cells == std::vector<std::size_t>{3, 2});
}

TEST_CASE("Means are taken off region by region") {
    const CellBox box{6, 1, 1};
    const Regions regions = connectedRegions(box, threeSpaces(box));
    std::vector<double> values(box.size(), 0.0);
    for (int i = 0; i < 6; ++i)
        values[box.at(i, 0, 0)] = i;
    subtractMeans(regions, values);
    CHECK(values[box.at(0, 0, 0)] == Approx(-1.0));
    CHECK(values[box.at(2, 0, 0)] == Approx(1.0));
    CHECK(values[box.at(3, 0, 0)] == Approx(-0.5));
    CHECK(values[box.at(5, 0, 0)] == Approx(5.0));
}

TEST_CASE(
    "Two spaces joined by a leak get the pressure difference that drives the flow through it") {
    const CellBox box{5, 1, 1};
    FaceField<double> conductance = makeFaceField(box, 0.0);
    for (int i = 0; i < 4; ++i)
        conductance[0][box.at(i, 0, 0)] = 1.0;
    const FaceField<double> open = [&] {
        FaceField<double> faces = conductance;
        faces[0][box.at(2, 0, 0)] = 0.0;
        return faces;
    }();
    conductance[0][box.at(2, 0, 0)] = 1e-3;
    RegionCorrection correction(box, connectedRegions(box, open));
    correction.build(conductance);
    std::vector<double> residual(box.size(), 0.0);
    residual[box.at(0, 0, 0)] = 2.0;
    residual[box.at(4, 0, 0)] = -2.0;
    std::vector<double> pressure(box.size(), 0.0);
    correction.add(residual, pressure);
    CHECK(pressure[box.at(1, 0, 0)] - pressure[box.at(3, 0, 0)] == Approx(2000.0));
    CHECK(pressure[box.at(0, 0, 0)] == pressure[box.at(2, 0, 0)]);
}
