// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sankey.h"
#include "model/power/trace.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <cmath>
#include <random>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

ItemKind allRacks(ItemId) {
    return ItemKind::Rack;
}

/// Sum of the bands from a node.
Power leaving(const Sankey& sankey, std::size_t node) {
    Power out;
    for (const SankeyBand& band : sankey.bands) {
        if (band.from == node) out += band.power;
    }
    return out;
}

/// Layers of lossy elements with random cords, some of them cables with resistance.
ChainInput randomChain(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&random](int n) {
        return static_cast<std::int64_t>(random() % unsigned(n));
    };
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 5000.0, 0.001).element(2, ItemKind::OnSiteSource, 60.0);
    for (std::int64_t layer = 1; layer <= 4; ++layer) {
        for (std::int64_t i = 0; i < 4; ++i) {
            const ItemKind kind = layer % 2 == 1 ? ItemKind::Switchboard : ItemKind::Ups;
            chain.element(10 * layer + i, kind, 800.0, 0.01, 0.03);
            for (int cord = 0; cord < 2; ++cord) {
                const std::int64_t above = layer == 1 ? 1 + below(2) : 10 * (layer - 1) + below(4);
                chain.link(above, 10 * layer + i, cord == 0 ? Feed::A : Feed::B);
            }
        }
    }
    for (std::int64_t load = 100; load < 112; ++load) {
        chain.load(load, 5.0 + double(below(40)));
        chain.link(40 + below(4), load, Feed::A).link(40 + below(4), load, Feed::B);
    }
    ChainInput input = chain.build();
    for (Element& element : input.elements)
        element.inputVoltage = element.outputVoltage = volts(400.0);
    for (Link& link : input.links) {
        if (random() % 3 == 0) link.resistance = ohms(0.002);
    }
    for (Load& load : input.loads)
        load.voltage = volts(400.0);
    return input;
}

}  // namespace

TEST_CASE("One watt on a single path costs what the elements on it lose, by hand") {
    const ChainInput input = singlePath(100.0).build();
    const auto result = solveChain(input);
    REQUIRE(result);
    const auto trace = traceLoad(input, *result, {10});
    REQUIRE(trace);
    REQUIRE(trace->elements.size() == 4);
    CHECK(trace->elements[0].id == ItemId{4});  // nearest first
    CHECK(trace->elements[3].id == ItemId{1});
    CHECK(trace->elements[3].isSource);
    // PDU 200 · (0.005 + 0.01 · 0.25) = 1.5 kW; UPS at 101.5 kW 400 · (0.01 + 0.03 · 0.25375²).
    CHECK(trace->elements[0].loss.in(kilowatts) == Approx(1.5));
    CHECK(trace->elements[1].loss.in(kilowatts) == Approx(4.772669).epsilon(1e-6));
    CHECK(trace->drawn.in(kilowatts) == Approx(result->sourceInput.in(kilowatts)));
    CHECK(trace->perWatt() > 1.07);
}

TEST_CASE("Two cords bring half each, and both ways are followed") {
    const ChainInput input = twoPaths(60.0).build();
    const auto result = solveChain(input);
    REQUIRE(result);
    const auto trace = traceLoad(input, *result, {20});
    REQUIRE(trace);
    REQUIRE(trace->cords.size() == 6);
    for (const TracedElement& step : trace->elements) {
        if (step.step == 1) CHECK(step.output.in(kilowatts) == Approx(30.0));
    }
}

TEST_CASE("Watts at the sources are the load and its losses, in random chains with cables") {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const ChainInput input = randomChain(seed);
        const auto result = solveChain(input);
        REQUIRE(result);
        Power drawn;
        Power losses;
        for (const Load& load : input.loads) {
            const auto trace = traceLoad(input, *result, load.id);
            REQUIRE(trace);
            CAPTURE(seed, load.id.value);
            CHECK(std::abs(trace->residual() / trace->drawn) < 1e-12);
            CHECK(trace->drawn > trace->supplied);
            drawn += trace->drawn;
            losses += trace->elementLosses + trace->cableLosses;
        }
        // All loads together account for all that goes through elements that carry any of them.
        Power idle;
        for (const ElementResult& element : result->elements) {
            if (element.output.si() <= 0.0) idle += element.input;
        }
        CHECK(idle.si() >= 0.0);
        CHECK(drawn / result->sourceInput <= 1.0 + 1e-12);
        CHECK(losses / result->losses <= 1.0 + 1e-12);
    }
}

TEST_CASE("A dark load has an empty way, an unknown one is an error") {
    const ChainInput input = singlePath(10.0).load(99, 5.0).build();
    const auto result = solveChain(input);
    REQUIRE(result);
    const auto dark = traceLoad(input, *result, {99});
    REQUIRE(dark);
    CHECK(dark->elements.empty());
    CHECK(dark->perWatt() == 0.0);
    const auto unknown = traceLoad(input, *result, {4});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
}

TEST_CASE("The sums by kind close, node by node and as a whole") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const ChainInput input = randomChain(seed);
        const auto result = solveChain(input);
        REQUIRE(result);
        const Sankey sankey = sankeyOf(input, *result, allRacks);
        CAPTURE(seed);
        CHECK(sankey.sources / result->sourceInput == Approx(1.0).epsilon(1e-12));
        CHECK(sankey.supplied.si() == Approx(result->supplied.si()).epsilon(1e-12));
        CHECK(std::abs(sankey.residual() / sankey.sources) < 1e-12);
        for (std::size_t node = 0; node < sankey.nodes.size(); ++node) {
            if (sankey.nodes[node].isLoad) continue;
            CHECK(leaving(sankey, node).si() ==
                  Approx(sankey.nodes[node].output().si()).epsilon(1e-10));
        }
    }
}

TEST_CASE("Boards before and behind the UPS are two places, and loads stand last") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Switchboard, 1000.0)
        .element(3, ItemKind::Ups, 1000.0, 0.01)
        .element(4, ItemKind::Switchboard, 1000.0)
        .load(10, 100.0)
        .load(11, 50.0)
        .link(1, 2)
        .link(2, 3)
        .link(3, 4)
        .link(4, 10)
        .link(2, 11);
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    const auto kindOf = [](ItemId id) {
        return id.value == 10 ? ItemKind::Rack : ItemKind::Chiller;
    };
    const Sankey sankey = sankeyOf(chain.build(), *result, kindOf);
    REQUIRE(sankey.nodes.size() == 6);
    CHECK(sankey.nodes[1].kind == ItemKind::Switchboard);
    CHECK(sankey.nodes[1].input.in(kilowatts) == Approx(160.0));
    CHECK(sankey.nodes[3].kind == ItemKind::Switchboard);
    CHECK(sankey.nodes[3].input.in(kilowatts) == Approx(100.0));
    CHECK(sankey.nodes[4].isLoad);
    CHECK(sankey.nodes[5].isLoad);
    CHECK(sankey.nodes[4].column == 4);
    CHECK(sankey.nodes[5].column == 4);
}
