// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "model/power/loss_curve.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

/// Output / input of an element with this loss law, as a chain solves it.
double solvedEfficiency(const LossCurve& losses, double loadFraction) {
    const double ratingKw = losses.rated.in(kilowatts);
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1e6)
        .element(2, ItemKind::Transformer, ratingKw)
        .load(10, ratingKw * loadFraction)
        .link(1, 2)
        .link(2, 10);
    chain.tune(2, [&](Element& element) { element.losses = losses; });
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    return result->supplied / result->sourceInput;
}

}  // namespace

TEST_CASE("A transformer has its DOE efficiency at 35 % load, and that is its best point") {
    // 10 CFR 431.196 (2016), low-voltage dry-type three-phase: kVA and efficiency at 35 % load.
    // Tolerance 1e-6.
    const auto [kva, efficiency] = GENERATE(table<double, double>({{15.0, 0.9789},
                                                                   {30.0, 0.9823},
                                                                   {45.0, 0.9840},
                                                                   {75.0, 0.9860},
                                                                   {112.5, 0.9874},
                                                                   {150.0, 0.9883},
                                                                   {225.0, 0.9894},
                                                                   {300.0, 0.9902},
                                                                   {500.0, 0.9914},
                                                                   {750.0, 0.9923},
                                                                   {1000.0, 0.9928}}));
    const auto curve = transformerLoss(kilowatts(kva), efficiency);
    REQUIRE(curve);
    CHECK(solvedEfficiency(*curve, 0.35) == Approx(efficiency).epsilon(1e-6));
    CHECK(efficiencyAt(*curve, 0.30) < efficiencyAt(*curve, 0.35));
    CHECK(efficiencyAt(*curve, 0.40) < efficiencyAt(*curve, 0.35));
}

TEST_CASE("A modern double-conversion UPS follows its efficiencies within 0.1 %") {
    // Typical values of present double-conversion sets. Tolerance 0.001.
    const LossCurve ups{kilowatts(500.0), 0.0116, 0.0, 0.0276};
    const auto [load, efficiency] = GENERATE(
        table<double, double>({{0.25, 0.950}, {0.50, 0.965}, {0.75, 0.966}, {1.00, 0.963}}));
    CHECK(solvedEfficiency(ups, load) == Approx(efficiency).margin(0.001).epsilon(0.0));
}

TEST_CASE("A legacy UPS follows its efficiencies within 0.6 %") {
    // Typical values of sets of around 2005. Tolerance 0.006.
    const LossCurve ups{kilowatts(500.0), 0.0299, 0.0266, 0.0130};
    const auto [load, efficiency] = GENERATE(
        table<double, double>({{0.25, 0.870}, {0.50, 0.915}, {0.75, 0.930}, {1.00, 0.935}}));
    CHECK(solvedEfficiency(ups, load) == Approx(efficiency).margin(0.006).epsilon(0.0));
}
