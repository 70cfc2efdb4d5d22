// SPDX-License-Identifier: GPL-3.0-or-later
// Power description of the Frontier supercomputer as published: ExaDigiT/RAPS, config/frontier.yaml
// and W. Brewer et al., SC24. A node has a CPU of 90–280 W, four GPUs of 88–560 W, 74.26 W of
// memory, four network cards of 20 W and 30 W of storage; a converter for each node takes (P + 13
// W) / 0.98, a rectifier for four of them (P + 17 W) / 0.96; a rack has 128 nodes and 32 switches
// of 250 W; 25 distribution units take 8,473.47 W each. Tolerance 0.01 %.
#include "model/power/chain.h"
#include "model/project/rack_supply.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

constexpr double tolerance = 1e-4;
constexpr Power nodePeak = watts(280.0 + 4 * 560.0 + 74.26 + 4 * 20.0 + 30.0);
constexpr Power nodeIdle = watts(90.0 + 4 * 88.0 + 74.26 + 4 * 20.0 + 30.0);

RackSpec aRack() {
    RackSpec rack;
    rack.stages = {{"DC-DC converters", 128, watts(13.0), 0.98},
                   {"Rectifiers", 32, watts(17.0), 0.96}};
    rack.unconverted = watts(32 * 250.0);
    return rack;
}

/// Ten boards without losses carry the 74 racks and 25 distribution units in turn.
ChainInput theMachine(Power node) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 40e3);
    for (std::int64_t board = 0; board < 10; ++board)
        chain.element(10 + board, ItemKind::Switchboard, 4e3).link(1, 10 + board);
    const double rackKw = cordPower(aRack(), node * 128.0).in(kilowatts);
    for (std::int64_t n = 0; n < 74; ++n)
        chain.load(100 + n, rackKw).link(10 + n % 10, 100 + n);
    for (std::int64_t n = 0; n < 25; ++n)
        chain.load(200 + n, 8.47347).link(10 + n % 10, 200 + n);
    return chain.build();
}

}  // namespace

TEST_CASE("A rack at peak steps from node to converter to rectifier to cord as published") {
    const auto flows = supplyFlows(aRack(), nodePeak * 128.0);
    REQUIRE(flows.size() == 2);
    CHECK(nodePeak.in(watts) == Approx(2704.3).epsilon(tolerance));
    CHECK(flows[0].inputOfUnit.in(watts) == Approx(2772.7).epsilon(tolerance));
    CHECK(flows[1].inputOfUnit.in(watts) == Approx(11570.7).epsilon(tolerance));
    CHECK(cordPower(aRack(), nodePeak * 128.0).in(kilowatts) == Approx(378.26).epsilon(tolerance));
}

TEST_CASE("The machine draws 7.282 MW idle and 28.203 MW at peak") {
    const auto idle = solveChain(theMachine(nodeIdle));
    const auto peak = solveChain(theMachine(nodePeak));
    REQUIRE(idle);
    REQUIRE(peak);
    CHECK(idle->sourceInput.in(megawatts) == Approx(7.282).epsilon(tolerance));
    CHECK(peak->sourceInput.in(megawatts) == Approx(28.203).epsilon(tolerance));
    CHECK(peak->relativeResidual < 1e-12);
}
