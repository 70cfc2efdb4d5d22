// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/pressure.h"
#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace halltwin;
using namespace halltwin::airflow;

namespace {

/// A unit cube of n³ cells with insulated walls.
struct Cube {
    explicit Cube(int cells)
        : n(cells),
          box{n, n, n},
          conductance(makeFaceField(box, 0.0)),
          source(box.size(), 0.0) {
        forCells([&](int i, int j, int k) {
            const std::size_t cell = box.at(i, j, k);
            conductance[0][cell] = i + 1 < n ? 1.0 / n : 0.0;
            conductance[1][cell] = j + 1 < n ? 1.0 / n : 0.0;
            conductance[2][cell] = k + 1 < n ? 1.0 / n : 0.0;
        });
    }

    template <class Work>
    void forCells(Work work) const {
        const auto count = static_cast<int>(box.interior());
        for (int index = 0; index < count; ++index)
            work(index % n, index / n % n, index / n / n);
    }

    void blowFromCornerToCorner() {
        source[box.at(0, 0, 0)] = 1.0;
        source[box.at(n - 1, n - 1, n - 1)] = -1.0;
    }

    /// Closes the plane after layer `plane`, but for one cell; `leak` of the conductance is left.
    void closeAcrossX(int plane, double leak) {
        for (int k = 0; k < n; ++k)
            for (int j = 0; j < n; ++j)
                conductance[0][box.at(plane, j, k)] *= j == n / 3 && k == n / 3 ? 1.0 : leak;
    }

    int n;
    CellBox box;
    FaceField<double> conductance;
    std::vector<double> source;
};

FaceField<double> openFacesOf(const Cube& cube) {
    FaceField<double> open = cube.conductance;
    for (auto& along : open)
        for (double& value : along)
            value = value > 0.99 / cube.n ? value : 0.0;
    return open;
}

/// Mean reduction of the residual per iteration of preconditioned conjugate gradients.
double convergenceFactor(const Cube& cube, std::vector<double>& pressure) {
    PressureSolver solver(cube.box, connectedRegions(cube.box, openFacesOf(cube)));
    solver.setConductance(cube.conductance, PressureSolver::Preconditioner::Rebuild);
    pressure.assign(cube.box.size(), 0.0);
    double start = 0.0;
    for (const double value : cube.source)
        start += value * value;
    start = std::sqrt(start);
    const auto outcome = solver.solve(cube.source, 1e-9 * start, pressure);
    REQUIRE(outcome);
    REQUIRE(outcome->converged);
    return std::pow(outcome->residual / start, 1.0 / outcome->iterations);
}

double manufactured(double x, double y, double z) {
    using std::numbers::pi;
    return std::cos(pi * x) * std::cos(2.0 * pi * y) * std::cos(pi * z);
}

/// Greatest error for −∇²p = 6π² cos(πx) cos(2πy) cos(πz), dp/dn = 0.
double manufacturedError(int n, double& factor) {
    Cube cube(n);
    const double h = 1.0 / n;
    const double strength = 6.0 * std::numbers::pi * std::numbers::pi * h * h * h;
    cube.forCells([&](int i, int j, int k) {
        cube.source[cube.box.at(i, j, k)] =
            strength * manufactured((i + 0.5) * h, (j + 0.5) * h, (k + 0.5) * h);
    });
    std::vector<double> pressure;
    factor = convergenceFactor(cube, pressure);
    double error = 0.0;
    cube.forCells([&](int i, int j, int k) {
        const double exact = manufactured((i + 0.5) * h, (j + 0.5) * h, (k + 0.5) * h);
        error = std::max(error, std::abs(pressure[cube.box.at(i, j, k)] - exact));
    });
    return error;
}

}  // namespace

TEST_CASE("The pressure of a manufactured field converges with the square of the cell size") {
    double factor = 0.0;
    const double coarse = manufacturedError(16, factor);
    const double middle = manufacturedError(32, factor);
    const double fine = manufacturedError(64, factor);
    CHECK(std::log2(coarse / middle) == Approx(2.0).margin(0.05));
    CHECK(std::log2(middle / fine) == Approx(2.0).margin(0.05));
}

TEST_CASE("Multigrid takes off more than 85 % of the residual per iteration, for any size") {
    for (const int n : {32, 48, 64}) {
        double factor = 0.0;
        (void)manufacturedError(n, factor);
        INFO("cells per side " << n);
        CHECK(factor < 0.15);
    }
}

TEST_CASE("A thin wall with one small hole slows multigrid down only a little") {
    // The wall between two cells that would be joined, and between two that would not.
    for (const int plane : {31, 32, 20}) {
        Cube cube(64);
        cube.blowFromCornerToCorner();
        cube.closeAcrossX(plane, 0.0);
        std::vector<double> pressure;
        INFO("wall after layer " << plane);
        CHECK(convergenceFactor(cube, pressure) < 0.35);
    }
}

TEST_CASE("Walls that leak a ten-thousandth slow multigrid down only a little") {
    Cube cube(48);
    cube.blowFromCornerToCorner();
    for (const int plane : {2, 9, 10, 23, 36, 40}) {
        cube.closeAcrossX(plane, 1e-4);
        cube.conductance[0][cube.box.at(plane, 16, 16)] *= 1e-4;  // no hole in these
    }
    std::vector<double> pressure;
    CHECK(convergenceFactor(cube, pressure) < 0.35);
}

TEST_CASE("Spaces without any connection are solved side by side") {
    Cube cube(24);
    for (int k = 0; k < cube.n; ++k)
        for (int j = 0; j < cube.n; ++j)
            cube.conductance[0][cube.box.at(11, j, k)] = 0.0;
    cube.source[cube.box.at(0, 0, 0)] = 1.0;
    cube.source[cube.box.at(11, 5, 5)] = -1.0;
    cube.source[cube.box.at(12, 3, 3)] = 2.0;
    cube.source[cube.box.at(23, 23, 23)] = -2.0;
    std::vector<double> pressure;
    CHECK(convergenceFactor(cube, pressure) < 0.2);
}
