// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"
#include "model/airflow/row_algebra.h"
#include "model/airflow/transfer.h"
#include "tests/support/catch.h"

#include <cmath>
#include <random>

using namespace halltwin::airflow;

namespace {

FaceField<float> randomConductance(const CellBox& box, std::mt19937& random) {
    std::uniform_real_distribution<float> exponent(-2.0F, 0.0F);
    FaceField<float> conductance = makeFaceField(box, 0.0F);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        const auto value = [&](int index, int count) {
            return index + 1 < count ? std::pow(10.0F, exponent(random)) : 0.0F;
        };
        conductance[0][cell] = value(i, box.nx);
        conductance[1][cell] = value(j, box.ny);
        conductance[2][cell] = value(k, box.nz);
    });
    return conductance;
}

std::vector<float> randomField(const CellBox& box, std::mt19937& random) {
    std::uniform_real_distribution<float> value(-1.0F, 1.0F);
    std::vector<float> field(box.size(), 0.0F);
    forCells(box, [&](int i, int j, int k) { field[box.at(i, j, k)] = value(random); });
    return field;
}

double product(const std::vector<float>& a, const std::vector<float>& b) {
    return dotRow(a.size(), a.data(), b.data());
}

/// Euclidean norm of right − A x.
double residualNorm(const CellBox& box, const FaceField<float>& conductance,
                    const std::vector<float>& right, const std::vector<float>& x) {
    double sum = 0.0;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        auto left = static_cast<double>(right[cell]);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t stride = box.stride(axis);
            left += static_cast<double>(conductance[axis][cell] * (x[cell + stride] - x[cell]));
            left += static_cast<double>(conductance[axis][cell - stride] *
                                        (x[cell - stride] - x[cell]));
        }
        sum += left * left;
    });
    return std::sqrt(sum);
}

void takeOffMean(const CellBox& box, std::vector<float>& field) {
    double sum = 0.0;
    for (const float value : field)
        sum += static_cast<double>(value);
    const auto mean = static_cast<float>(sum / static_cast<double>(box.interior()));
    forCells(box, [&](int i, int j, int k) { field[box.at(i, j, k)] -= mean; });
}

}  // namespace

TEST_CASE("Taking residuals down is the transpose of taking corrections up") {
    std::mt19937 random(5);
    for (const CellBox& fine : {CellBox{13, 9, 6}, CellBox{16, 5, 11}, CellBox{3, 4, 2}}) {
        const FaceField<float> conductance = randomConductance(fine, random);
        const Groups groups = chooseGroups(fine, conductance);
        const CellBox coarse{groups[0].coarseCells(), groups[1].coarseCells(),
                             groups[2].coarseCells()};
        const FaceField<float> weights = interpolationWeights(fine, conductance, groups);
        const Transfer transfer(fine, coarse, groups, weights);
        const std::vector<float> residual = randomField(fine, random);
        const std::vector<float> correction = randomField(coarse, random);
        std::vector<float> down(coarse.size(), 0.0F);
        std::vector<float> up(fine.size(), 0.0F);
        for (int plane = 0; plane < Planes(fine).planes; ++plane) {
            transfer.restrictTo(plane, residual.data(), down.data());
            transfer.addTo(plane, correction.data(), up.data());
        }
        CHECK(product(down, correction) == Approx(product(residual, up)).epsilon(1e-5));
    }
}

TEST_CASE("A V-cycle is symmetric, as conjugate gradients need it") {
    std::mt19937 random(7);
    for (const CellBox& box : {CellBox{24, 18, 11}, CellBox{7, 20, 33}, CellBox{5, 3, 4}}) {
        Multigrid multigrid;
        multigrid.build(box, randomConductance(box, random));
        std::vector<float> a = randomField(box, random);
        std::vector<float> b = randomField(box, random);
        takeOffMean(box, a);
        takeOffMean(box, b);
        std::vector<float> ofA(box.size(), 0.0F);
        std::vector<float> ofB(box.size(), 0.0F);
        multigrid.apply(a, ofA);
        multigrid.apply(b, ofB);
        const double scale = std::sqrt(product(a, ofA) * product(b, ofB));
        CHECK(product(a, ofA) > 0.0);
        CHECK(std::abs(product(a, ofB) - product(ofA, b)) < 1e-4 * scale);
    }
}

TEST_CASE("Every further V-cycle improves what it is given") {
    std::mt19937 random(11);
    const CellBox box{40, 32, 24};
    FaceField<float> conductance = makeFaceField(box, 0.0F);
    forCells(box, [&](int i, int j, int k) {
        conductance[0][box.at(i, j, k)] = i + 1 < box.nx ? 1.0F : 0.0F;
        conductance[1][box.at(i, j, k)] = j + 1 < box.ny ? 1.0F : 0.0F;
        conductance[2][box.at(i, j, k)] = k + 1 < box.nz ? 1.0F : 0.0F;
    });
    std::vector<float> right = randomField(box, random);
    takeOffMean(box, right);
    Multigrid multigrid;
    multigrid.build(box, conductance);
    std::vector<float> x(box.size(), 0.0F);
    multigrid.apply(right, x);
    std::vector<float> same(box.size(), 0.0F);
    multigrid.improve(right, same);
    const bool startsAlike = same == x;
    CHECK(startsAlike);  // a given zero is a zero start
    double left = residualNorm(box, conductance, right, x);
    for (int cycle = 0; cycle < 3; ++cycle) {
        multigrid.improve(right, x);
        const double now = residualNorm(box, conductance, right, x);
        CHECK(now < 0.4 * left);
        left = now;
    }
}

TEST_CASE("Cells without open faces get zero and ghosts are left alone") {
    const CellBox box{12, 10, 9};
    FaceField<float> conductance = makeFaceField(box, 0.0F);
    for (int i = 0; i + 1 < 8; ++i)
        conductance[0][box.at(i, 4, 4)] = 1.0F;
    std::vector<float> right(box.size(), 0.0F);
    right[box.at(0, 4, 4)] = 1.0F;
    right[box.at(7, 4, 4)] = -1.0F;
    right[box.at(2, 2, 2)] = 5.0F;
    std::vector<float> x(box.size(), 3.0F);
    Multigrid multigrid;
    multigrid.build(box, conductance);
    multigrid.apply(right, x);
    CHECK(x[box.at(2, 2, 2)] == 0.0F);
    CHECK(x[box.at(-1, 4, 4)] == 3.0F);
    CHECK(x[box.at(0, 4, 4)] > x[box.at(7, 4, 4)]);
}
