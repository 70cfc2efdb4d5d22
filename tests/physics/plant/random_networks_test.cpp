// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_network.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/hydraulic_builder.h"

#include <cmath>
#include <random>

using namespace halltwin;
using namespace halltwin::cooling;
using halltwin::test::HydraulicBuilder;

namespace {

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(m_engine);
    }
    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_engine);
    }

private:
    std::mt19937 m_engine;
};

HydraulicPipe aPipe(Dice& dice) {
    return {.length = metres(dice.between(0.5, 300.0)),
            .diameter = metres(dice.between(0.03, 0.6)),
            .roughness = millimetres(dice.between(0.0015, 0.5)),
            .localLosses = dice.between(0.0, 20.0)};
}

HydraulicElement aBranch(Dice& dice) {
    switch (dice.below(5)) {
        case 0: return HydraulicCheckValve{dice.between(5.0, 500.0)};
        case 1: return HydraulicValve{dice.between(5.0, 500.0), 0.0};
        case 2:
            return HydraulicValve{dice.between(5.0, 500.0), dice.between(0.05, 1.0),
                                  ValveTrait::Linear};
        default: return aPipe(dice);
    }
}

HydraulicPump aPump(Dice& dice) {
    const VolumeFlow most = litresPerSecond(dice.between(5.0, 400.0));
    return {pumpCurveOf(kilopascals(dice.between(50.0, 500.0)), most),
            dice.below(6) == 0 ? 0.0 : dice.between(0.2, 1.0), most * 0.6, 0.7};
}

/// Pumps between a return and a supply main, mains of pipes in a row, risers with coils and valves
/// across them, and links at random.
HydraulicNetwork aNetwork(Dice& dice) {
    const std::size_t risers = 2 + dice.below(12);
    HydraulicBuilder builder(2 * risers);
    for (std::size_t n = 0; n < 1 + dice.below(4); ++n)
        builder.link("pump", 0, risers, aPump(dice));
    for (std::size_t n = 0; n < risers; ++n) {
        if (n > 0) {
            builder.link("supply", risers + n - 1, risers + n, aPipe(dice));
            builder.link("return", n, n - 1, aPipe(dice));
        }
        builder.link("coil", risers + n, n,
                     HydraulicCoil{litresPerSecond(dice.between(0.5, 50.0)),
                                   kilopascals(dice.between(5.0, 150.0))});
    }
    for (std::size_t n = 0; n < dice.below(2 * risers); ++n) {
        const std::size_t from = dice.below(2 * risers);
        const std::size_t to = dice.below(2 * risers);
        if (from != to) builder.link("branch", from, to, aBranch(dice));
    }
    if (dice.below(2) == 0) builder.fix(dice.below(2 * risers), 150e3);
    return builder.network();
}

/// Flow balance of each node, from the links' flows alone.
double worstBalance(const HydraulicNetwork& network, const HydraulicResult& result) {
    std::vector<double> balance(network.nodes.size(), 0.0);
    for (std::size_t n = 0; n < network.links.size(); ++n) {
        balance[network.links[n].from] -= result.links[n].flow.si();
        balance[network.links[n].to] += result.links[n].flow.si();
    }
    double worst = 0.0;
    for (const double off : balance)
        worst = std::max(worst, std::abs(off));
    return worst;
}

}  // namespace

TEST_CASE("Five hundred random networks converge from a cold start and close their books") {
    int most = 0;
    for (unsigned seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        const HydraulicNetwork network = aNetwork(dice);
        const auto result = solveHydraulics(network);
        if (!result) FAIL(describe(result.error()));
        most = std::max(most, result->iterations);
        CHECK(worstBalance(network, *result) < 1e-9);
        double scalePa = 10.0;  // below that it is rounding
        double worstPa = 0.0;
        double pumpsW = 0.0;
        double lossesW = 0.0;
        for (std::size_t n = 0; n < network.links.size(); ++n) {
            const HydraulicLink& link = network.links[n];
            const double flow = result->links[n].flow.si();
            // Pressures of nodes are one-valued: that each link keeps its law is that every loop
            // adds up to nothing.
            const double across = (result->pressures[link.from] - result->pressures[link.to]).si();
            const double drop = dropOf(link.element, network.fluid, flow).dropPa;
            scalePa = std::max(scalePa, std::abs(drop));
            worstPa = std::max(worstPa, std::abs(drop - across));
            (std::holds_alternative<HydraulicPump>(link.element) ? pumpsW : lossesW) += drop * flow;
        }
        CHECK(worstPa < 1e-6 * scalePa);
        CHECK(lossesW == Approx(-pumpsW).epsilon(1e-6).margin(1e-6));
    }
    CHECK(most < 100);
}

TEST_CASE("Networks full of check valves converge too, which Newton's plain steps do not") {
    for (unsigned seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        HydraulicNetwork network = aNetwork(dice);
        const std::size_t nodes = network.nodes.size();
        for (std::size_t n = 0; n < 4 * nodes; ++n) {
            const std::size_t from = dice.below(nodes);
            const std::size_t to = (from + 1 + dice.below(nodes - 1)) % nodes;
            network.links.push_back(
                {"check", from, to, HydraulicCheckValve{dice.between(5.0, 500.0)}});
        }
        const auto result = solveHydraulics(network);
        if (!result) FAIL(describe(result.error()));
        CHECK(worstBalance(network, *result) < 1e-9);
    }
}

TEST_CASE("A hall of a thousand coils is solved") {
    HydraulicBuilder builder(2000);
    builder.link("pump", 0, 1000,
                 HydraulicPump{pumpCurveOf(kilopascals(400.0), litresPerSecond(3000.0)), 1.0,
                               litresPerSecond(1800.0), 0.75});
    for (std::size_t n = 0; n < 1000; ++n) {
        if (n > 0) {
            builder.link("supply", 999 + n, 1000 + n,
                         HydraulicPipe{.length = metres(1.0), .diameter = metres(1.0)});
            builder.link("return", n, n - 1,
                         HydraulicPipe{.length = metres(1.0), .diameter = metres(1.0)});
        }
        builder.link("coil", 1000 + n, n, HydraulicCoil{litresPerSecond(1.5), kilopascals(100.0)});
    }
    const auto result = solveHydraulics(builder.network());
    REQUIRE(result);
    CHECK(worstBalance(builder.network(), *result) < 1e-9);
    // The last coil of a direct-return main is worst off.
    CHECK(*result->indexCoil == builder.network().links.size() - 1);
}
