// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/convergence.h"

#include "model/airflow/pressure.h"
#include "model/airflow/stencil.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace halltwin::airflow;

namespace halltwin::tests {

namespace {

double manufactured(double x, double y, double z) {
    using std::numbers::pi;
    return std::cos(pi * x) * std::cos(2.0 * pi * y) * std::cos(pi * z);
}

}  // namespace

Convergence converge(const PoissonBox& room) {
    constexpr double reduction = 1e-8;
    PressureSolver solver(room.box, connectedRegions(room.box, room.openFaces()));
    solver.setConductance(room.conductance, PressureSolver::Preconditioner::Rebuild);
    Convergence result;
    result.pressure.assign(room.box.size(), 0.0);
    const double start = std::sqrt(dot(room.source, room.source));
    const auto outcome = solver.solve(room.source, reduction * start, result.pressure);
    REQUIRE(outcome);
    REQUIRE(outcome->converged);
    result.factor = std::pow(outcome->residual / start, 1.0 / outcome->iterations);
    return result;
}

PoissonBox manufacturedCube(int n) {
    PoissonBox cube = PoissonBox::cube(n, 1.0);
    const double h = 1.0 / n;
    const double strength = 6.0 * std::numbers::pi * std::numbers::pi * h * h * h;
    forCells(cube.box, [&](int i, int j, int k) {
        cube.addSource(i, j, k,
                       strength * manufactured((i + 0.5) * h, (j + 0.5) * h, (k + 0.5) * h));
    });
    return cube;
}

double greatestError(int n) {
    const PoissonBox cube = manufacturedCube(n);
    const Convergence solution = converge(cube);
    const double h = 1.0 / n;
    double error = 0.0;
    forCells(cube.box, [&](int i, int j, int k) {
        const double exact = manufactured((i + 0.5) * h, (j + 0.5) * h, (k + 0.5) * h);
        error = std::max(error, std::abs(solution.pressure[cube.box.at(i, j, k)] - exact));
    });
    return error;
}

PoissonBox walledCube(int n, std::size_t axis, int plane) {
    PoissonBox cube = PoissonBox::cube(n, 0.15 * n);
    const int at = n / 3;
    cube.blowThrough().wall(axis, plane, 0.0);
    cube.hole(axis, plane, {at, at + 4, at, at + 4, at, at + 4});
    return cube;
}

}  // namespace halltwin::tests
