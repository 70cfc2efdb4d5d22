// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

/// Feed 1, PDU 2 that gives these volts over three phases, load 10 that wants those.
ChainBuilder voltages(double givenV, double wantedV, PhaseSystem wanted = PhaseSystem::Three) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Pdu, 100.0)
        .load(10, 30.0)
        .link(1, 2)
        .link(2, 10);
    chain.tune(2, [=](Element& pdu) { pdu.outputVoltage = volts(givenV); });
    return chain.tuneLoad(10, [=](Load& load) {
        load.voltage = volts(wantedV);
        load.system = wanted;
    });
}

void checkNamed(const ChainInput& input, const char* rule, const std::vector<ItemId>& items) {
    const auto result = solveChain(input);
    REQUIRE(result);
    const Issue* issue = findIssue(*result, rule);
    INFO(rule);
    REQUIRE(issue != nullptr);
    CHECK(issue->items == items);
    CHECK_FALSE(issue->message.empty());
    CHECK_FALSE(issue->fix.empty());
}

}  // namespace

TEST_CASE("A 415 V rack on 480 V is a mismatch, on 400 V it is not") {
    checkNamed(voltages(480.0, 415.0).build(), "power.voltage-mismatch", {{10}, {2}});
    CHECK(solveChain(voltages(400.0, 415.0).build())->issues.empty());
    CHECK(solveChain(voltages(480.0, 0.0).build())->issues.empty());  // nothing stated
    // One phase of 415 V is 240 V to neutral; 208 V racks may stand between two lines.
    CHECK(solveChain(voltages(415.0, 230.0, PhaseSystem::Single).build())->issues.empty());
    CHECK(solveChain(voltages(208.0, 208.0, PhaseSystem::Single).build())->issues.empty());
    checkNamed(voltages(480.0, 208.0, PhaseSystem::Single).build(), "power.voltage-mismatch",
               {{10}, {2}});
}

TEST_CASE("A three-phase load on a single-phase cord is a mismatch, and so is direct current") {
    ChainInput onePhase = voltages(400.0, 230.0).build();
    onePhase.links[1].phase = Phase::L2;
    checkNamed(onePhase, "power.phase-mismatch", {{10}, {2}});
    ChainInput direct = voltages(400.0, 0.0, PhaseSystem::Direct).build();
    checkNamed(direct, "power.phase-mismatch", {{10}, {2}});
    direct.elements[1].system = PhaseSystem::Direct;
    direct.elements[1].kind = ItemKind::PowerShelf;
    CHECK(solveChain(direct)->issues.empty());
}

TEST_CASE("Two feeds on one PDU are in parallel without a tie; a switchboard ties them") {
    ChainBuilder chain = singlePath(100.0);
    chain.element(5, ItemKind::UtilityFeed, 500.0).link(5, 2);
    checkNamed(chain.build(), "power.parallel-sources", {{2}, {1}, {5}});
    const auto result = solveChain(chain.build());
    CHECK(result->supplied.in(kilowatts) == Approx(100.0));
    for (const ItemKind tie : {ItemKind::Switchboard, ItemKind::TransferSwitch}) {
        chain.tune(2, [tie](Element& element) { element.kind = tie; });
        CHECK(findIssue(*solveChain(chain.build()), "power.parallel-sources") == nullptr);
    }
    // Two ways from one feed are no two sources.
    ChainBuilder same = singlePath(100.0);
    same.link(2, 4);
    CHECK(findIssue(*solveChain(same.build()), "power.parallel-sources") == nullptr);
}

TEST_CASE("A generator beside the mains needs a transfer switch") {
    ChainBuilder chain = singlePath(100.0);
    chain.element(5, ItemKind::Generator, 500.0).link(5, 4);
    checkNamed(chain.build(), "power.parallel-sources", {{4}, {1}, {5}});
}

TEST_CASE("A battery that nothing charges is named") {
    ChainBuilder chain = singlePath(100.0);
    chain.element(5, ItemKind::Battery, 50.0).link(5, 4);
    checkNamed(chain.build(), "power.no-charger", {{5}});
    chain.link(5, 3);  // the UPS charges it
    CHECK(findIssue(*solveChain(chain.build()), "power.no-charger") == nullptr);
    ChainBuilder own = singlePath(100.0);
    own.element(5, ItemKind::Battery, 50.0).link(5, 4).tune(5, [](Element& battery) {
        battery.battery = BatterySpec{kilowattHours(10.0), 1.0, 1.0, 1.0, kilowatts(5.0)};
    });
    CHECK(findIssue(*solveChain(own.build()), "power.no-charger") == nullptr);
}

TEST_CASE("An efficiency above 1 is named, loses nothing, and the books still close") {
    ChainBuilder chain = singlePath(100.0);
    chain.tune(4, [](Element& pdu) { pdu.losses.linear = -0.05; });
    checkNamed(chain.build(), "power.efficiency", {{4}});
    const auto result = solveChain(chain.build());
    CHECK(result->element({4})->loss == Power{});
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("A negative rating is named, and the rest of the chain is solved") {
    ChainBuilder chain = singlePath(100.0);
    chain.tune(4, [](Element& pdu) { pdu.rating = kilowatts(-5.0); });
    checkNamed(chain.build(), "power.rating-negative", {{4}});
    CHECK(solveChain(chain.build())->supplied.in(kilowatts) == Approx(100.0));
}

TEST_CASE("A breaker warns above 80 % of its current and is overloaded above all of it") {
    // 62.35 kW at 400 V and power factor 1 are 90 A.
    const auto [ratedA, rule] = GENERATE(table<double, std::string>(
        {{125.0, ""}, {100.0, "power.breaker-continuous"}, {80.0, "power.breaker-overload"}}));
    ChainBuilder chain = voltages(400.0, 400.0);
    chain.tuneLoad(10, [](Load& load) { load.demand = kilowatts(62.3538); });
    ChainInput input = chain.build();
    input.links[1].breaker = amperes(ratedA);
    if (rule.empty())
        CHECK(solveChain(input)->issues.empty());
    else
        checkNamed(input, rule.c_str(), {{10}, {2}});
}

TEST_CASE("Drops above 3 % of a branch and 5 % in all are named") {
    ChainInput input = voltages(400.0, 400.0).build();
    // 30 kW at 400 V are 43.3 A: 0.2 Ω drop 3.75 %, 0.3 Ω 5.6 %.
    input.links[1].resistance = ohms(0.2);
    checkNamed(input, "power.branch-drop", {{10}, {2}});
    CHECK(findIssue(*solveChain(input), "power.voltage-drop") == nullptr);
    input.links[1].resistance = ohms(0.3);
    checkNamed(input, "power.voltage-drop", {{10}});
    input.links[1].resistance = ohms(0.1);
    CHECK(solveChain(input)->issues.empty());
}

TEST_CASE("A cable without a voltage loses nothing, and that is said") {
    ChainInput input = voltages(0.0, 0.0).build();
    input.links[1].resistance = ohms(0.2);
    checkNamed(input, "power.voltage-missing", {{2}, {10}});
    CHECK(solveChain(input)->cableLosses == Power{});
}

TEST_CASE("Figures of cables and voltages that are no number are refused") {
    ChainInput input = voltages(400.0, 400.0).build();
    input.links[1].resistance = ohms(-1.0);
    CHECK(solveChain(input).error().code == ErrorCode::InvalidArgument);
    input = voltages(400.0, -400.0).build();
    CHECK(solveChain(input).error().context == "load 10");
}
