// SPDX-License-Identifier: GPL-3.0-or-later
// Loads before and after every single failure, calculated by hand; definitions of N+1, 2N and 3N/2
// as in the Uptime Institute's Tier Standard: Topology. Tolerance 1e-9 of the figure.
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

ChainResult without(const ChainInput& input, std::int64_t element) {
    auto outcome = followFailure(input, std::vector<ItemId>{{element}});
    REQUIRE(outcome);
    CHECK(outcome->darkLoads.empty());
    CHECK(outcome->outages.empty());
    CHECK_FALSE(outcome->trips());
    return std::move(outcome->end);
}

void checkKw(const ChainResult& result, std::int64_t element, double outputKw) {
    INFO("element " << element);
    CHECK(result.element({element})->output.in(kilowatts) ==
          Approx(outputKw).epsilon(1e-9).margin(1e-9));
}

/// Two feeds on one board, three UPS of 100 kW without losses below it, in parallel on another.
ChainInput parallelUps(double demandKw) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::UtilityFeed, 1000.0)
        .element(3, ItemKind::Switchboard, 1000.0)
        .link(1, 3)
        .link(2, 3)
        .element(20, ItemKind::Switchboard, 500.0);
    for (const std::int64_t ups : {11, 12, 13})
        chain.element(ups, ItemKind::Ups, 100.0).link(3, ups).link(ups, 20);
    return chain.load(10, demandKw).link(20, 10).build();
}

}  // namespace

TEST_CASE("2N: each path carries half with its losses, and all when any of the other is lost") {
    // 80 kW. Per path at 40 kW: PDU 100 · (0.005 + 0.01 · 0.4²) = 0.66 kW; UPS 100 · (0.01 + 0.03 ·
    // 0.4066²) = 1.49597068 kW. At 80 kW: 1.14 kW; 100 · (0.01 + 0.03 · 0.8114²) = 2.97510988 kW.
    const ChainInput input = twoPaths(80.0).build();
    const auto before = solveChain(input);
    REQUIRE(before);
    for (const std::int64_t base : {0, 10}) {
        checkKw(*before, base + 3, 40.0);
        checkKw(*before, base + 2, 40.66);
        checkKw(*before, base + 1, 42.15597068);
    }
    for (const std::int64_t lost : {1, 2, 3, 11, 12, 13}) {
        INFO("without " << lost);
        const std::int64_t left = lost < 10 ? 10 : 0;
        const ChainResult after = without(input, lost);
        checkKw(after, left + 3, 80.0);
        checkKw(after, left + 2, 81.14);
        checkKw(after, left + 1, 84.11510988);
        checkKw(after, 10 - left + 3, 0.0);
    }
}

TEST_CASE("N+1: three UPS carry a third each, and half each when one is lost") {
    const ChainInput input = parallelUps(180.0);
    const auto before = solveChain(input);
    REQUIRE(before);
    for (const std::int64_t ups : {11, 12, 13})
        checkKw(*before, ups, 60.0);
    checkKw(*before, 1, 90.0);
    for (const std::int64_t lost : {11, 12, 13}) {
        const ChainResult after = without(input, lost);
        for (const std::int64_t ups : {11, 12, 13})
            checkKw(after, ups, ups == lost ? 0.0 : 90.0);
    }
    for (const std::int64_t lost : {1, 2}) {
        const ChainResult after = without(input, lost);
        checkKw(after, 3 - lost, 180.0);
        checkKw(after, 11, 60.0);
    }
}

TEST_CASE("3N/2: without any one of three blocks the other two carry all") {
    // 60 kW on each pair: every UPS has half of two of them. Without one, the two pairs that it was
    // of are whole on its partners: 60 kW and half of the third pair.
    const ChainInput input = catcher(60.0).build();
    const auto before = solveChain(input);
    REQUIRE(before);
    for (const std::int64_t ups : {11, 12, 13})
        checkKw(*before, ups, 60.0);
    for (const std::int64_t lost : {1, 2, 3, 11, 12, 13}) {
        const std::int64_t block = lost % 10;
        const ChainResult after = without(input, lost);
        for (const std::int64_t n : {1, 2, 3})
            checkKw(after, 10 + n, n == block ? 0.0 : 90.0);
    }
}
