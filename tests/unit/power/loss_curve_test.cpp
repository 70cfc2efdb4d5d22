// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/loss_curve.h"
#include "tests/support/catch.h"

#include <limits>
#include <utility>

using namespace halltwin;
using namespace halltwin::power;

TEST_CASE("A transformer built from its DOE efficiency has that efficiency at 35 % load") {
    // 10 CFR 431.196 (2016), low-voltage dry-type three-phase: kVA and efficiency at 35 % load.
    const auto [kva, efficiency] = GENERATE(table<double, double>({{15.0, 0.9789},
                                                                   {30.0, 0.9823},
                                                                   {45.0, 0.9840},
                                                                   {75.0, 0.9860},
                                                                   {112.5, 0.9874},
                                                                   {150.0, 0.9883},
                                                                   {225.0, 0.9894},
                                                                   {300.0, 0.9902},
                                                                   {1000.0, 0.9928}}));
    const auto curve = transformerLoss(kilowatts(kva), efficiency);
    REQUIRE(curve);
    CHECK(efficiencyAt(*curve, 0.35) == Approx(efficiency).epsilon(1e-12));
    CHECK(efficiencyAt(*curve, 0.30) < efficiencyAt(*curve, 0.35));
    CHECK(efficiencyAt(*curve, 0.40) < efficiencyAt(*curve, 0.35));
}

TEST_CASE("A transformer's loss law is P0 = 0.175 S (1/η − 1) and Pk = P0 / 0.1225") {
    const auto curve = transformerLoss(kilowatts(75.0), 0.986);
    REQUIRE(curve);
    const double noLoadKw = 0.175 * 75.0 * (1.0 / 0.986 - 1.0);
    CHECK(lossAt(*curve, Power{})->in(kilowatts) == Approx(noLoadKw));
    CHECK(lossAt(*curve, kilowatts(75.0))->in(kilowatts) == Approx(noLoadKw + noLoadKw / 0.1225));
}

TEST_CASE("A modern double-conversion UPS follows its published efficiencies within 0.1 %") {
    const LossCurve ups{kilowatts(500.0), 0.0116, 0.0, 0.0276};
    const auto [load, efficiency] = GENERATE(
        table<double, double>({{0.25, 0.950}, {0.50, 0.965}, {0.75, 0.966}, {1.00, 0.963}}));
    CHECK(efficiencyAt(ups, load) == Approx(efficiency).margin(0.001));
}

TEST_CASE("A legacy UPS follows its published efficiencies within 0.6 %") {
    const LossCurve ups{kilowatts(500.0), 0.0299, 0.0266, 0.0130};
    const auto [load, efficiency] = GENERATE(
        table<double, double>({{0.25, 0.870}, {0.50, 0.915}, {0.75, 0.930}, {1.00, 0.935}}));
    CHECK(efficiencyAt(ups, load) == Approx(efficiency).margin(0.006));
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
