// SPDX-License-Identifier: GPL-3.0-or-later
// Trip times by the extremely inverse law of IEC 60255-151, t = 80 / ((x / 1.05)² − 1) s at x times
// the rating; an overloaded element uses up its time at the pace of its load. Tolerance 1e-6.
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <utility>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;
using What = SequenceEvent::What;

namespace {

constexpr double tripS(double loading) {
    return 80.0 / (loading / 1.05 * loading / 1.05 - 1.0);
}

using Trips = std::vector<std::pair<std::int64_t, double>>;

void checkTrips(const ChainInput& input, std::int64_t lost, const Trips& expected) {
    const auto outcome = followFailure(input, std::vector<ItemId>{{lost}});
    REQUIRE(outcome);
    Trips trips;
    for (const SequenceEvent& event : outcome->events)
        if (event.what == What::Tripped) trips.emplace_back(event.item.value, event.at.in(seconds));
    REQUIRE(trips.size() == expected.size());
    for (std::size_t n = 0; n < trips.size(); ++n) {
        CHECK(trips[n].first == expected[n].first);
        CHECK(trips[n].second == Approx(expected[n].second).epsilon(1e-6));
    }
    REQUIRE_FALSE(outcome->darkLoads.empty());
    CHECK(outcome->outages.back().from.in(seconds) == Approx(expected.back().second).epsilon(1e-6));
    CHECK(outcome->outages.back().cause == ItemId{expected.back().first});
}

}  // namespace

TEST_CASE("A survivor at 150 % of its rating trips after 76.86 s") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(11, ItemKind::Ups, 100.0)
        .element(12, ItemKind::Ups, 100.0)
        .load(100, 150.0);
    for (const std::int64_t ups : {11, 12})
        chain.link(1, ups).link(ups, 100);
    CHECK(tripS(1.5) == Approx(76.8627).epsilon(1e-5));
    checkTrips(chain.build(), 11, {{12, tripS(1.5)}});
}

TEST_CASE("Survivors of a catcher system that are too small trip together") {
    // 80 kW on each pair: 120 % on both that are left.
    checkTrips(catcher(80.0).build(), 11, {{12, tripS(1.2)}, {13, tripS(1.2)}});
}

TEST_CASE("Each survivor of a cascade trips sooner, what it has borne before counted") {
    // Four UPS share 330 kW. Without the first each carries 110 kW: 110 % of the second, below the
    // pick-up of the others. Then 165 kW: 157 % of the third, 137.5 % of the fourth. The fourth has
    // used part of its time when it is left with all, 275 %.
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0).load(100, 330.0);
    const double ratings[] = {100.0, 100.0, 105.0, 120.0};
    for (std::int64_t n = 0; n < 4; ++n)
        chain.element(11 + n, ItemKind::Ups, ratings[n]).link(1, 11 + n).link(11 + n, 100);
    const double secondS = tripS(1.1);
    const double thirdS = secondS + tripS(165.0 / 105.0);
    const double used = tripS(165.0 / 105.0) / tripS(165.0 / 120.0);
    const double fourthS = thirdS + (1.0 - used) * tripS(330.0 / 120.0);
    CHECK(fourthS == Approx(890.772).epsilon(1e-5));
    checkTrips(chain.build(), 11, {{12, secondS}, {13, thirdS}, {14, fourthS}});
}
