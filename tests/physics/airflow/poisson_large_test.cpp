// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/convergence.h"
#include "tests/support/catch.h"

using namespace halltwin::tests;

TEST_CASE("Multigrid converges on 17 million cells as it does on 30 thousand") {
    CHECK(converge(manufacturedCube(256)).factor <= 0.15);
}

TEST_CASE("A thin wall with a hole slows multigrid down only a little on 17 million cells") {
    CHECK(converge(walledCube(256, 2, 127)).factor <= 0.35);
}
