// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/redundancy_level.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

std::string levelOf(const ChainInput& input, std::int64_t load) {
    const auto report = redundancyReport(input);
    REQUIRE(report);
    for (const LoadRedundancy& one : report->loads)
        if (one.load == ItemId{load}) return nameOf(one.level, one.blocks);
    return {};
}

/// One feed, three UPS of 100 kW in parallel on one board, load 10 below: N+1 at 180 kW.
ChainBuilder parallelUps(double demandKw) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::UtilityFeed, 1000.0)
        .element(3, ItemKind::Switchboard, 1000.0)
        .link(1, 3)
        .link(2, 3)
        .element(20, ItemKind::Switchboard, 500.0);
    for (const std::int64_t ups : {11, 12, 13})
        chain.element(ups, ItemKind::Ups, 100.0).link(3, ups).link(ups, 20);
    return chain.load(10, demandKw).link(20, 10);
}

}  // namespace

TEST_CASE("A single path is N, and every element of it is a single point") {
    const auto report = redundancyReport(singlePath(80.0).build());
    REQUIRE(report);
    CHECK(nameOf(report->hall, report->blocks) == "N");
    CHECK(report->loads[0].singlePoints == std::vector<ItemId>{{1}, {2}, {3}, {4}});
    CHECK(report->loads[0].survives.empty());
}

TEST_CASE("Two whole paths are 2N as long as each carries all") {
    const auto report = redundancyReport(twoPaths(80.0).build());
    REQUIRE(report);
    CHECK(report->hall == RedundancyLevel::TwoN);
    CHECK(report->singlePoints.empty());
    CHECK(report->loads[0].survives == std::vector<ItemId>{{1}, {2}, {3}, {11}, {12}, {13}});
    // 150 kW on paths of 100 kW: drawn as 2N, and neither survives the other.
    CHECK(levelOf(twoPaths(150.0).build(), 20) == "N");
}

TEST_CASE("Three UPS of which two would do are N+1, with the board as a single point") {
    const auto report = redundancyReport(parallelUps(180.0).build());
    REQUIRE(report);
    CHECK(nameOf(report->hall) == "N+1");
    CHECK(report->singlePoints == std::vector<ItemId>{{3}, {20}});
    CHECK(levelOf(parallelUps(240.0).build(), 10) == "N");  // 120 kW on each of two left: they trip
}

TEST_CASE("Three blocks that pair up are 3N/2, four are 4N/3") {
    CHECK(levelOf(catcher(60.0).build(), 101) == "3N/2");
    CHECK(levelOf(catcher(80.0).build(), 101) == "N");  // 120 % on the two that are left
    ChainBuilder four;
    for (const std::int64_t n : {1, 2, 3, 4})
        four.element(n, ItemKind::UtilityFeed, 500.0)
            .element(10 + n, ItemKind::Ups, 100.0)
            .link(n, 10 + n);
    std::int64_t load = 100;
    for (const std::int64_t a : {11, 12, 13, 14}) {
        for (std::int64_t b = a + 1; b <= 14; ++b) {
            ++load;
            four.load(load, 45.0).link(a, load, Feed::A).link(b, load, Feed::B);
        }
    }
    // Six loads of 45 kW: 67.5 kW each; with one block out 90 kW on three.
    CHECK(levelOf(four.build(), 101) == "4N/3");
}

TEST_CASE("Three blocks are 3N/2 however little they carry: two of them may not go") {
    CHECK(levelOf(catcher(20.0).build(), 101) == "3N/2");
}

TEST_CASE("Four blocks in a ring are 2N while every other one carries all, else 4N/3") {
    const auto [demandKw, level] =
        GENERATE(table<double, std::string>({{45.0, "2N"}, {60.0, "4N/3"}, {75.0, "N"}}));
    ChainBuilder ring;
    for (const std::int64_t n : {0, 1, 2, 3})
        ring.element(1 + n, ItemKind::UtilityFeed, 500.0)
            .element(11 + n, ItemKind::Ups, 100.0)
            .link(1 + n, 11 + n)
            .load(101 + n, demandKw);
    for (const std::int64_t n : {0, 1, 2, 3})
        ring.link(11 + n, 101 + n, Feed::A).link(11 + (n + 1) % 4, 101 + n, Feed::B);
    // One out: its neighbours carry 1.5 loads each. Every other one out: two loads each.
    CHECK(levelOf(ring.build(), 101) == level);
}

TEST_CASE("A load with one cord does not lessen those with two") {
    ChainBuilder chain = twoPaths(60.0);
    chain.load(21, 10.0).link(3, 21);
    CHECK(levelOf(chain.build(), 20) == "2N");
    CHECK(levelOf(chain.build(), 21) == "N");
    CHECK(redundancyReport(chain.build())->hall == RedundancyLevel::N);
}

TEST_CASE("Blocks below a common switchboard are told apart all the same") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 500.0)
        .element(2, ItemKind::UtilityFeed, 500.0)
        .element(3, ItemKind::Switchboard, 500.0)
        .element(4, ItemKind::Switchboard, 500.0);
    for (const std::int64_t feed : {1, 2})
        for (const std::int64_t board : {3, 4})
            chain.link(feed, board, feed == 1 ? Feed::A : Feed::B);
    for (const std::int64_t ups : {11, 12})
        chain.element(ups, ItemKind::Ups, 100.0).link(ups - 8, ups);
    chain.load(20, 80.0).link(11, 20, Feed::A).link(12, 20, Feed::B);
    CHECK(levelOf(chain.build(), 20) == "2N");
}

TEST_CASE("A reserve UPS behind static switches is N+1: the switches are single points") {
    // Block redundant: UPS 11 and 12 with a reserve 13, a switch 21 and 22 for each load.
    ChainBuilder chain;
    for (const std::int64_t n : {1, 2, 3})
        chain.element(n, ItemKind::UtilityFeed, 500.0)
            .element(10 + n, ItemKind::Ups, 100.0)
            .link(n, 10 + n);
    for (const std::int64_t n : {1, 2})
        chain.element(20 + n, ItemKind::TransferSwitch, 100.0)
            .load(100 + n, 90.0)
            .link(10 + n, 20 + n, Feed::A)
            .link(13, 20 + n, Feed::B)
            .link(20 + n, 100 + n);
    const auto report = redundancyReport(chain.build());
    REQUIRE(report);
    CHECK(nameOf(report->hall) == "N+1");
    CHECK(report->singlePoints == std::vector<ItemId>{{21}, {22}});
    const auto lost = followFailure(chain.build(), std::vector<ItemId>{{11}});
    CHECK(lost->end.element({13})->output.in(kilowatts) == Approx(90.0));
    CHECK(lost->end.element({12})->output.in(kilowatts) == Approx(90.0));
    CHECK(lost->darkLoads.empty());
}

TEST_CASE("A generator that takes over in time makes one feed enough") {
    const auto report = redundancyReport(backedUp(60.0, 0.0, 10.0).build());
    REQUIRE(report);
    CHECK(report->loads[0].singlePoints == std::vector<ItemId>{{3}, {4}});  // switch and UPS
    CHECK(levelOf(backedUp(60.0, 0.0, 0.1).build(), 10) == "N");
    const auto late = redundancyReport(backedUp(60.0, 0.0, 0.1).build());
    CHECK(late->loads[0].singlePoints.front() == ItemId{1});  // 6 s of battery, 10 s of start
}

TEST_CASE("A load that no source reaches has no redundancy") {
    ChainBuilder chain = singlePath(80.0);
    chain.element(5, ItemKind::Pdu, 50.0).load(11, 5.0).link(5, 11);
    CHECK(levelOf(chain.build(), 11) == "none");
}
