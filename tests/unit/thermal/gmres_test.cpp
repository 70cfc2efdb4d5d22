// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/gmres.h"
#include "tests/support/catch.h"

#include <array>

using namespace halltwin::thermal;

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

auto actionOf(const Matrix& matrix) {
    return [matrix](const std::vector<double>& v, std::vector<double>& av) {
        av.assign(3, 0.0);
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                av[i] += matrix[i][j] * v[j];
    };
}

}  // namespace

TEST_CASE("GMRES solves an unsymmetric system in as many steps as it has unknowns") {
    const Matrix matrix{{{1.0, -0.3, 0.0}, {-0.2, 1.0, -0.7}, {0.0, -0.1, 0.9}}};
    std::vector<double> x;
    // b = A (1, 2, 3)
    REQUIRE(solveGmres(actionOf(matrix), {0.4, -0.3, 2.5}, 1e-12, x));
    CHECK(x[0] == Approx(1.0));
    CHECK(x[1] == Approx(2.0));
    CHECK(x[2] == Approx(3.0));
}

TEST_CASE("A system without solution is reported as such") {
    const Matrix matrix{{{1.0, -1.0, 0.0}, {-1.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};
    std::vector<double> x;
    CHECK_FALSE(solveGmres(actionOf(matrix), {1.0, 1.0, 0.0}, 1e-9, x));
}

TEST_CASE("Nothing to solve is solved") {
    std::vector<double> x;
    CHECK(solveGmres(actionOf(Matrix{}), {0.0, 0.0, 0.0}, 1e-12, x));
    CHECK(x == std::vector<double>(3, 0.0));
}
