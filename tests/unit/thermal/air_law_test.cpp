// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin::thermal;

TEST_CASE("Loss coefficients of perforated tiles match Fried and Idelchik") {
    CHECK(lossCoefficient(0.25) == Approx(42.8).epsilon(0.005));
    CHECK(lossCoefficient(0.32) == Approx(25.4).epsilon(0.005));
    CHECK(lossCoefficient(0.42) == Approx(14.1).epsilon(0.005));
    CHECK(lossCoefficient(0.56) == Approx(7.36).epsilon(0.005));
    CHECK(lossCoefficient(0.68) == Approx(4.62).epsilon(0.005));
}

TEST_CASE("A closed face loses everything, an open one nothing") {
    CHECK(std::isinf(lossCoefficient(0.0)));
    CHECK(std::isinf(lossCoefficient(-0.1)));
    CHECK(lossCoefficient(1.0) == 0.0);
    CHECK(lossCoefficient(1e-4) == Approx(2.914e8).epsilon(0.001));
}
