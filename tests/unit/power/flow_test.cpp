// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

/// Feed 1 of 400 V, one cable of 0.05 Ω and 0.02 Ω to PDU 2, load 10 at its end.
ChainBuilder cabled(double demandKw, double powerFactor) {
    ChainBuilder chain;
    Link cable{{1}, {2}};
    cable.resistance = ohms(0.05);
    cable.reactance = ohms(0.02);
    cable.breaker = amperes(100.0);
    cable.id = PowerLinkId{7};
    chain.element(1, ItemKind::UtilityFeed, 100.0)
        .element(2, ItemKind::Pdu, 100.0)
        .load(10, demandKw)
        .cord(cable)
        .link(2, 10);
    chain.tune(1, [](Element& feed) { feed.outputVoltage = volts(400.0); });
    return chain.tuneLoad(10, [=](Load& load) { load.powerFactor = powerFactor; });
}

/// PDU 2 of 90 kW at 400 V with loads 11, 12, 13 of these powers on L1, L2 and L3.
ChainBuilder onPhases(double l1Kw, double l2Kw, double l3Kw) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0).element(2, ItemKind::Pdu, 90.0).link(1, 2);
    chain.tune(2, [](Element& pdu) { pdu.outputVoltage = volts(400.0); });
    const double demandsKw[] = {l1Kw, l2Kw, l3Kw};
    for (int n = 0; n < 3; ++n) {
        chain.load(11 + n, demandsKw[n]);
        Link link{{2}, {11 + n}};
        link.phase = static_cast<Phase>(1 + n);
        chain.cord(link);
    }
    return chain;
}

}  // namespace

TEST_CASE("A three-phase cable loses 3 I² R and drops √3 I (R cos φ + X sin φ)") {
    const auto result = solveChain(cabled(40.0, 0.8).build());
    REQUIRE(result);
    const LinkResult& cable = *result->link(PowerLinkId{7});
    // 40 kW at power factor 0.8 are 50 kVA and, at 400 V, 72.17 A.
    const double currentA = 50e3 / (std::sqrt(3.0) * 400.0);
    CHECK(cable.current.in(amperes) == Approx(currentA));
    CHECK(cable.current.in(amperes) == Approx(72.1688).epsilon(1e-5));
    CHECK(cable.loss.in(watts) == Approx(3.0 * currentA * currentA * 0.05));
    CHECK(cable.drop == Approx(std::sqrt(3.0) * currentA * (0.05 * 0.8 + 0.02 * 0.6) / 400.0));
    CHECK(cable.loading == Approx(0.721688).epsilon(1e-5));
    CHECK(result->load({10})->voltageDrop == Approx(cable.drop));
    CHECK(result->cableLosses.in(watts) == Approx(cable.loss.in(watts)));
    CHECK(result->element({1})->output.in(watts) == Approx(40e3 + cable.loss.in(watts)));
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("A single-phase cable loses 2 I² R at the voltage to neutral") {
    ChainBuilder chain = onPhases(9.2, 0.0, 0.0);
    ChainInput input = chain.build();
    input.links[1].resistance = ohms(0.1);
    const auto result = solveChain(input);
    REQUIRE(result);
    const double currentA = 9200.0 / (400.0 / std::sqrt(3.0));
    CHECK(result->links[1].current.in(amperes) == Approx(currentA));
    CHECK(result->links[1].loss.in(watts) == Approx(2.0 * currentA * currentA * 0.1));
    CHECK(result->links[1].drop == Approx(2.0 * currentA * 0.1 / (400.0 / std::sqrt(3.0))));
    CHECK(result->element({2})->phases[0].in(watts) ==
          Approx(9200.0 + result->links[1].loss.in(watts)));
}

TEST_CASE("Direct current has no power factor and two conductors") {
    ChainInput input = cabled(40.0, 0.8).build();
    input.elements[0].system = PhaseSystem::Direct;
    const auto result = solveChain(input);
    REQUIRE(result);
    CHECK(result->links[0].loss.in(watts) == Approx(2.0 * 125.0 * 125.0 * 0.05));
}

TEST_CASE("An element is loaded by what its apparent power asks of its apparent rating") {
    ChainBuilder chain = singlePath(100.0);
    chain.tuneLoad(10, [](Load& load) { load.powerFactor = 0.8; });
    chain.tune(4, [](Element& pdu) { pdu.powerFactor = 0.9; });
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    // 125 kVA on 200 kW / 0.9 = 222.2 kVA; the UPS above takes real power only.
    CHECK(result->element({4})->apparent.in(kilowatts) == Approx(125.0));
    CHECK(result->element({4})->loading == Approx(125.0 / (200.0 / 0.9)));
    CHECK(result->element({2})->apparent == result->element({2})->output);
}

TEST_CASE("Drops add up along the way and begin anew below a transformer") {
    ChainBuilder chain;
    const auto cable = [](std::int64_t from, std::int64_t to) {
        Link link{{from}, {to}};
        link.resistance = ohms(0.02);
        return link;
    };
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Transformer, 200.0)
        .element(3, ItemKind::Switchboard, 200.0)
        .load(10, 60.0)
        .cord(cable(1, 2))
        .cord(cable(2, 3))
        .cord(cable(3, 10));
    for (const std::int64_t id : {1, 2, 3})
        chain.tune(id, [](Element& element) { element.outputVoltage = volts(400.0); });
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    CHECK(result->links[0].drop > 0.0);
    CHECK(result->load({10})->voltageDrop == Approx(result->links[1].drop + result->links[2].drop));
}

TEST_CASE("Single-phase loads stand on their phases, and what is between passes them on") {
    ChainBuilder chain = onPhases(20.0, 10.0, 6.0);
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    const ElementResult& pdu = *result->element({2});
    CHECK(pdu.phases[0].in(kilowatts) == Approx(20.0));
    CHECK(pdu.phases[2].in(kilowatts) == Approx(6.0));
    CHECK(pdu.imbalance == Approx(20.0 / 12.0 - 1.0));
    CHECK(result->element({1})->phases[0].in(kilowatts) == Approx(20.0));
    const Issue* uneven = findIssue(*result, "power.imbalance");
    REQUIRE(uneven != nullptr);
    CHECK(uneven->items == std::vector<ItemId>{{2}});
    CHECK(findIssue(*result, "power.phase-overload") == nullptr);
    const auto over = solveChain(onPhases(31.0, 10.0, 10.0).build());
    CHECK(findIssue(*over, "power.phase-overload") != nullptr);  // a third of 90 kW is 30 kW
    CHECK(findIssue(*solveChain(onPhases(10.0, 10.0, 10.0).build()), "power.imbalance") == nullptr);
}

TEST_CASE("A UPS takes the same from all phases whatever hangs below it") {
    ChainBuilder chain = onPhases(20.0, 10.0, 6.0);
    chain.tune(2, [](Element& element) { element.kind = ItemKind::Ups; });
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    for (const Power phase : result->element({1})->phases)
        CHECK(phase.in(kilowatts) == Approx(12.0));
}

TEST_CASE("A transfer switch draws over A alone while A lives, else over B") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::UtilityFeed, 1000.0)
        .element(3, ItemKind::TransferSwitch, 100.0)
        .load(10, 60.0)
        .link(1, 3, Feed::A)
        .link(2, 3, Feed::B)
        .link(3, 10);
    const auto both = solveChain(chain.build());
    REQUIRE(both);
    CHECK(both->element({1})->output.in(kilowatts) == Approx(60.0));
    CHECK(both->element({2})->output.in(kilowatts) == 0.0);
    CHECK(both->issues.empty());
    const ItemId gone[] = {{1}};
    const auto left = solveChain(withoutElements(chain.build(), gone));
    CHECK(left->element({2})->output.in(kilowatts) == Approx(60.0));
}

TEST_CASE("Generators and batteries stand by: what only they feed is dark") {
    ChainBuilder chain = backedUp(60.0, 20.0, 10.0);
    const auto fed = solveChain(chain.build());
    REQUIRE(fed);
    CHECK(fed->element({1})->output.in(kilowatts) == Approx(80.0));
    CHECK_FALSE(fed->element({2})->energised);
    CHECK(fed->element({4})->fromBattery == Power{});
    const ItemId gone[] = {{1}};
    const auto dark = solveChain(withoutElements(chain.build(), gone));
    CHECK(dark->supplied == Power{});
}

TEST_CASE("An on-site source gives first, at most its rating, and the mains give the rest") {
    const auto [demandKw, sunKw] =
        GENERATE(table<double, double>({{100.0, 30.0}, {20.0, 20.0}, {30.0, 30.0}}));
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::OnSiteSource, 30.0)
        .element(3, ItemKind::Switchboard, 500.0)
        .load(10, demandKw)
        .link(1, 3)
        .link(2, 3)
        .link(3, 10);
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    CHECK(result->element({2})->output.in(kilowatts) == Approx(sunKw));
    CHECK(result->element({1})->output.in(kilowatts) == Approx(demandKw - sunKw).margin(1e-9));
    CHECK(result->sourceInput.in(kilowatts) == Approx(demandKw));
    CHECK(result->issues.empty());  // a source of its own may stand at its rating
}
