// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/contingency.h"
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <random>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;
using What = SequenceEvent::What;

namespace {

/// Feed 1 and 2, each with `upsCount / 2` UPS of 100 kW from 11 on; loads from 100 on hang on two.
ChainBuilder lossless2N(double demandKw) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::UtilityFeed, 1000.0)
        .element(11, ItemKind::Ups, 100.0)
        .element(12, ItemKind::Ups, 100.0)
        .load(100, demandKw)
        .link(1, 11)
        .link(2, 12)
        .link(11, 100, Feed::A)
        .link(12, 100, Feed::B);
    return chain;
}

bool tells(const Sequence& sequence, What what, std::int64_t id) {
    return std::any_of(sequence.events.begin(), sequence.events.end(), [&](const auto& event) {
        return event.what == what && event.item == ItemId{id};
    });
}

}  // namespace

TEST_CASE("In 2N the other side takes all, and nothing goes dark") {
    const auto outcome = followFailure(lossless2N(80.0).build(), std::vector<ItemId>{{11}});
    REQUIRE(outcome);
    CHECK(outcome->darkLoads.empty());
    CHECK_FALSE(outcome->trips());
    CHECK(outcome->end.element({12})->output.in(kilowatts) == Approx(80.0));
    CHECK(outcome->settled.in(seconds) == 0.0);
}

TEST_CASE("A survivor that is too small trips and darkens its load, and why is told") {
    const auto outcome = followFailure(lossless2N(150.0).build(), std::vector<ItemId>{{11}});
    REQUIRE(outcome);
    CHECK(outcome->darkLoads == std::vector<ItemId>{{100}});
    const auto trip = std::find_if(outcome->events.begin(), outcome->events.end(),
                                   [](const auto& event) { return event.what == What::Tripped; });
    REQUIRE(trip != outcome->events.end());
    CHECK(trip->item == ItemId{12});
    CHECK(trip->loading == Approx(1.5));
    CHECK(outcome->events.back().what == What::Dark);
    CHECK(outcome->events.back().cause == ItemId{12});
    CHECK(outcome->end.supplied.in(kilowatts) == 0.0);
}

TEST_CASE("An overload that would trip after the horizon is told and left standing") {
    SequenceSettings settings;
    settings.horizon = seconds(60.0);
    const auto outcome =
        followFailure(lossless2N(150.0).build(), std::vector<ItemId>{{11}}, settings);
    REQUIRE(outcome);
    CHECK(outcome->darkLoads.empty());
    CHECK(tells(*outcome, What::Loaded, 12));
}

TEST_CASE("What fails must be an element of the chain") {
    const auto outcome = followFailure(lossless2N(80.0).build(), std::vector<ItemId>{{100}});
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::NotFound);
}

TEST_CASE("A sweep takes out each element alone, or each pair") {
    const auto singles = sweepFailures(catcher(60.0).build());
    REQUIRE(singles);
    REQUIRE(singles->size() == 6);
    for (const Contingency& single : *singles) {
        CHECK(single.survives());
        CHECK(single.worstLoading == Approx(0.9));
    }
    const auto pairs = sweepFailures(catcher(60.0).build(), 2);
    REQUIRE(pairs);
    REQUIRE(pairs->size() == 6 + 15);
    for (const Contingency& pair : *pairs) {
        if (pair.failed.size() != 2) continue;
        // A feed with its own UPS is one loss, not two.
        const bool same = pair.failed[1].value == pair.failed[0].value + 10;
        CHECK(pair.survives() == same);
    }
    CHECK_FALSE(sweepFailures(catcher(60.0).build(), 3));
}

TEST_CASE("A sweep tells what each single loss of a chain without a second path costs") {
    const auto singles = sweepFailures(singlePath(80.0).build());
    REQUIRE(singles);
    for (const Contingency& single : *singles) {
        CHECK(single.darkLoads == std::vector<ItemId>{{10}});
        CHECK(single.lost.in(kilowatts) == Approx(80.0));
    }
}
