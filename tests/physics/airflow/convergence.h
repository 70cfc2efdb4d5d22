// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/physics/airflow/poisson_box.h"

#include <vector>

namespace halltwin::tests {

struct Convergence {
    double factor = 1.0;  ///< mean reduction of the residual per iteration
    std::vector<double> pressure;
};

/// Preconditioned conjugate gradients in double precision until 1e-8 of the residual is left.
[[nodiscard]] Convergence converge(const PoissonBox& room);

/// −∇²p = 6π² cos(πx) cos(2πy) cos(πz), dp/dn = 0 on the unit cube of n³ cells; the solution is
/// p = cos(πx) cos(2πy) cos(πz).
[[nodiscard]] PoissonBox manufacturedCube(int n);

/// Greatest difference from that solution.
[[nodiscard]] double greatestError(int n);

/// A cube of n³ cells of 0.15 m with a wall one face thick and one hole of 0.6 m in it.
[[nodiscard]] PoissonBox walledCube(int n, std::size_t axis, int plane);

}  // namespace halltwin::tests
