// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/loss_curve.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::power;

TEST_CASE("A transformer's loss law is P0 = 0.175 S (1/η − 1) and Pk = P0 / 0.1225") {
    const auto curve = transformerLoss(kilowatts(75.0), 0.986);
    REQUIRE(curve);
    const double noLoadKw = 0.175 * 75.0 * (1.0 / 0.986 - 1.0);
    CHECK(lossAt(*curve, Power{})->in(kilowatts) == Approx(noLoadKw));
    CHECK(lossAt(*curve, kilowatts(75.0))->in(kilowatts) == Approx(noLoadKw + noLoadKw / 0.1225));
}

TEST_CASE("A loss is refused above 1.5 × rated, and the clamped one stops there") {
    const LossCurve curve{kilowatts(100.0), 0.01, 0.0, 0.02};
    REQUIRE(lossAt(curve, kilowatts(150.0)));
    const auto beyond = lossAt(curve, kilowatts(151.0));
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == ErrorCode::OutOfRange);
    CHECK(clampedLossAt(curve, kilowatts(400.0)) == *lossAt(curve, kilowatts(150.0)));
}

TEST_CASE("Unusable figures are refused by loss laws") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(lossAt({kilowatts(100.0), 0.01, 0.0, 0.0}, kilowatts(-1.0)));
    CHECK_FALSE(lossAt({kilowatts(100.0), 0.01, 0.0, 0.0}, kilowatts(nan)));
    CHECK_FALSE(transformerLoss(kilowatts(75.0), 0.0));
    CHECK_FALSE(transformerLoss(kilowatts(75.0), 1.01));
    CHECK_FALSE(transformerLoss(kilowatts(nan), 0.98));
    CHECK(efficiencyAt({}, 0.5) == 0.0);
}
