// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

TEST_CASE("Two independent paths have no single point of failure") {
    const auto redundancy = redundancyOf(twoPaths(80.0).build(), {20});
    REQUIRE(redundancy);
    CHECK(redundancy->hasBothFeeds());
    CHECK(redundancy->singlePoints.empty());
}

TEST_CASE("Every element of a single path is a single point of failure") {
    const auto redundancy = redundancyOf(singlePath(80.0).build(), {10});
    REQUIRE(redundancy);
    CHECK(redundancy->feedA);
    CHECK_FALSE(redundancy->hasBothFeeds());
    CHECK(redundancy->singlePoints == std::vector<ItemId>{{1}, {2}, {3}, {4}});
}

TEST_CASE("A and B feeds that meet upstream have the common element as a single point") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Transformer, 500.0)
        .element(3, ItemKind::Ups, 100.0)
        .element(4, ItemKind::Ups, 100.0)
        .load(10, 40.0)
        .link(1, 2)
        .link(2, 3, Feed::A)
        .link(2, 4, Feed::B)
        .link(3, 10, Feed::A)
        .link(4, 10, Feed::B);
    const auto redundancy = redundancyOf(chain.build(), {10});
    REQUIRE(redundancy);
    CHECK(redundancy->hasBothFeeds());
    CHECK(redundancy->singlePoints == std::vector<ItemId>{{1}, {2}});
}

TEST_CASE("A B cord from an element without a source is no B feed") {
    ChainBuilder chain = singlePath(80.0);
    chain.element(5, ItemKind::Pdu, 100.0).link(5, 10, Feed::B);
    const auto redundancy = redundancyOf(chain.build(), {10});
    REQUIRE(redundancy);
    CHECK_FALSE(redundancy->feedB);
}

TEST_CASE("Redundancy of an unknown load is not found") {
    const auto redundancy = redundancyOf(singlePath(80.0).build(), {77});
    REQUIRE_FALSE(redundancy);
    CHECK(redundancy.error().code == ErrorCode::NotFound);
}
