// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/coarsening.h"
#include "tests/support/catch.h"

using namespace halltwin::airflow;

namespace {

FaceField<float> openBox(const CellBox& box, float vertical) {
    FaceField<float> conductance = makeFaceField(box, 0.0F);
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j)
            for (int i = 0; i < box.nx; ++i) {
                const std::size_t cell = box.at(i, j, k);
                conductance[0][cell] = i + 1 < box.nx ? 1.0F : 0.0F;
                conductance[1][cell] = j + 1 < box.ny ? 1.0F : 0.0F;
                conductance[2][cell] = k + 1 < box.nz ? vertical : 0.0F;
            }
    return conductance;
}

}  // namespace

TEST_CASE("Open cells are joined in pairs along every axis") {
    const CellBox box{8, 6, 5};
    const Groups groups = chooseGroups(box, openBox(box, 1.0F));
    CHECK(groups[0].coarseCells() == 4);
    CHECK(groups[1].coarseCells() == 3);
    CHECK(groups[2].coarseCells() == 3);
}

TEST_CASE("A floor that hardly leaks is never put inside a coarse cell") {
    const CellBox box{8, 8, 7};
    FaceField<float> conductance = openBox(box, 1.0F);
    for (int j = 0; j < 8; ++j)
        for (int i = 0; i < 8; ++i)
            conductance[2][box.at(i, j, 2)] = 1e-4F;
    const Groups groups = chooseGroups(box, conductance);
    CHECK(groups[2].parent[2] != groups[2].parent[3]);
    CHECK(groups[2].coarseCells() == 4);
}

TEST_CASE("A weakly coupled axis waits for the others") {
    const CellBox box{8, 8, 8};
    const Groups groups = chooseGroups(box, openBox(box, 0.01F));
    CHECK(groups[0].coarseCells() == 4);
    CHECK(groups[2].coarseCells() == 8);
}

TEST_CASE("Coarse cells of open air conduct as their size says") {
    const CellBox box{8, 8, 8};
    const FaceField<float> fine = openBox(box, 1.0F);
    const Groups groups = chooseGroups(box, fine);
    const CellBox coarse{4, 4, 4};
    const FaceField<float> joined = coarseConductance(box, fine, groups, coarse);
    CHECK(joined[0][coarse.at(1, 1, 1)] == Approx(2.0));
    CHECK(joined[2][coarse.at(1, 1, 1)] == Approx(2.0));
    CHECK(joined[0][coarse.at(3, 1, 1)] == 0.0F);
    const FaceField<float> weights = interpolationWeights(box, fine, groups);
    CHECK(weights[0][box.at(2, 2, 2)] == Approx(0.25));
    CHECK(weights[0][box.at(0, 2, 2)] == 0.0F);
}

TEST_CASE("Nothing is interpolated across a wall") {
    const CellBox box{8, 4, 4};
    FaceField<float> conductance = openBox(box, 1.0F);
    for (int k = 0; k < 4; ++k)
        for (int j = 0; j < 4; ++j)
            conductance[0][box.at(3, j, k)] = 0.0F;
    const Groups groups = chooseGroups(box, conductance);
    const FaceField<float> weights = interpolationWeights(box, conductance, groups);
    REQUIRE(groups[0].parent[3] != groups[0].parent[4]);
    CHECK(weights[0][box.at(3, 1, 1)] == 0.0F);
    CHECK(weights[0][box.at(4, 1, 1)] == 0.0F);
}
