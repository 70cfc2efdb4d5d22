// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sizing.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

Headroom headroomAt(const ChainInput& input, std::int64_t id, bool withFailures = true) {
    HeadroomSettings settings;
    settings.withFailures = withFailures;
    const auto list = headroomOf(input, settings);
    REQUIRE(list);
    for (const Headroom& one : *list)
        if (one.element == ItemId{id}) return one;
    FAIL("no headroom of " << id);
    return {};
}

}  // namespace

TEST_CASE("A rating follows from load, diversity, redundancy and the rule of 80 %") {
    // 1000 kW connected, 70 % at one time, four units of which one may be out: 700 / 3 / 0.8.
    const auto rating = requiredRating({kilowatts(1000.0), 0.7, 4, 1, true});
    REQUIRE(rating);
    CHECK(rating->in(kilowatts) == Approx(700.0 / 3.0 / 0.8));
    CHECK(preferredRating(*rating).in(kilowatts) == Approx(315.0));
    CHECK(requiredRating({kilowatts(100.0), 1.0, 1, 0, false})->in(kilowatts) == Approx(100.0));
    CHECK(requiredRating({kilowatts(1.0), 1.0, 2, 2, true}).error().code == ErrorCode::OutOfRange);
    CHECK_FALSE(requiredRating({kilowatts(-1.0)}));
    CHECK_FALSE(requiredRating({kilowatts(1.0), std::numeric_limits<double>::quiet_NaN()}));
}

TEST_CASE("Preferred ratings are those of the series R10 at or above") {
    const auto [least, next] = GENERATE(table<double, double>({{100.0, 100.0},
                                                               {100.1, 125.0},
                                                               {630.0, 630.0},
                                                               {801.0, 1000.0},
                                                               {2600.0, 3150.0},
                                                               {0.9, 1.0}}));
    CHECK(preferredRating(kilowatts(least)).in(kilowatts) == Approx(next));
    CHECK(preferredRating({}) == Power{});
}

TEST_CASE("Alone, an element is limited by 80 % of its rating") {
    const Headroom pdu = headroomAt(singlePath(100.0).build(), 4);
    CHECK(pdu.left.in(kilowatts) == Approx(60.0));  // 0.8 · 200 − 100
    CHECK(pdu.limit == Headroom::Limit::Continuous);
    CHECK(pdu.suggested.in(kilowatts) == Approx(125.0));
    CHECK_FALSE(pdu.phase);
}

TEST_CASE("In 2N the other side's load is what limits") {
    // 3N/2 of 100 kW with 60 kW each: 90 kW after a loss, 10 kW left.
    const Headroom ups = headroomAt(catcher(60.0).build(), 12);
    CHECK(ups.left.in(kilowatts) == Approx(10.0));
    CHECK(ups.limit == Headroom::Limit::Failure);
    CHECK((ups.failure == ItemId{1} || ups.failure == ItemId{11}));
    CHECK(ups.worst.in(kilowatts) == Approx(90.0));
    CHECK(headroomAt(catcher(60.0).build(), 12, false).left.in(kilowatts) == Approx(20.0));
    // An overload after a loss shows in full although it would trip.
    CHECK(headroomAt(catcher(80.0).build(), 12).left.in(kilowatts) == Approx(-20.0));
}

TEST_CASE("The fullest phase limits, and what is left on each is told") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0).element(2, ItemKind::Pdu, 90.0).link(1, 2);
    const double demandsKw[] = {20.0, 10.0, 6.0};
    for (int n = 0; n < 3; ++n) {
        Link link{{2}, {11 + n}};
        link.phase = static_cast<Phase>(1 + n);
        chain.load(11 + n, demandsKw[n]).cord(link);
    }
    const Headroom pdu = headroomAt(chain.build(), 2);
    CHECK(pdu.limit == Headroom::Limit::Phase);
    CHECK(pdu.phase == Phase::L1);
    REQUIRE(pdu.phaseLeft);
    CHECK((*pdu.phaseLeft)[0].in(kilowatts) == Approx(4.0));  // 0.8 · 30 − 20
    CHECK((*pdu.phaseLeft)[2].in(kilowatts) == Approx(18.0));
    CHECK(pdu.left.in(kilowatts) == Approx(12.0));  // evenly: three times 4
}

TEST_CASE("The list begins with what is fullest") {
    const auto list = headroomOf(singlePath(100.0).build());
    REQUIRE(list);
    REQUIRE(list->size() == 4);
    for (std::size_t n = 1; n < list->size(); ++n)
        CHECK(list->at(n - 1).left <= list->at(n).left);
    CHECK(list->front().element == ItemId{4});
}

TEST_CASE("The breaker of a cord limits what it feeds, by 80 % of its current") {
    // 400 V and 160 A: 80 % are 88.68 kW. The PDU itself would take 120 kW more.
    ChainBuilder chain;
    Link cord{{1}, {2}};
    cord.breaker = amperes(160.0);
    cord.id = PowerLinkId{5};
    chain.element(1, ItemKind::UtilityFeed, 1000.0).element(2, ItemKind::Pdu, 200.0).cord(cord);
    chain.load(10, 40.0).link(2, 10);
    chain.tune(1, [](Element& feed) { feed.outputVoltage = volts(400.0); });
    const Headroom pdu = headroomAt(chain.build(), 2);
    CHECK(pdu.limit == Headroom::Limit::Breaker);
    CHECK(pdu.link == PowerLinkId{5});
    CHECK(pdu.linkFrom == ItemId{1});
    CHECK_FALSE(pdu.failure.isValid());
    CHECK(pdu.left.in(kilowatts) == Approx(std::sqrt(3.0) * 0.4 * 0.8 * 160.0 - 40.0));
    // At a power factor of 0.8 the same amperes carry less.
    chain.tuneLoad(10, [](Load& load) { load.powerFactor = 0.8; });
    CHECK(headroomAt(chain.build(), 2).left.in(kilowatts) ==
          Approx(0.8 * std::sqrt(3.0) * 0.4 * 0.8 * 160.0 - 40.0));
    // A larger breaker leaves the rating as the limit; idle cords count too.
    ChainInput larger = chain.build();
    larger.links[0].breaker = amperes(630.0);
    CHECK(headroomAt(larger, 2).limit == Headroom::Limit::Continuous);
    chain.tuneLoad(10, [](Load& load) { load.demand = Power{}; });
    CHECK(headroomAt(chain.build(), 2).left.in(kilowatts) ==
          Approx(std::sqrt(3.0) * 0.4 * 0.8 * 160.0));
}

TEST_CASE("Of a cord on one phase the breaker counts for that phase") {
    ChainBuilder chain;
    Link cord{{1}, {2}};
    cord.breaker = amperes(32.0);
    cord.phase = Phase::L2;
    chain.element(1, ItemKind::UtilityFeed, 1000.0).element(2, ItemKind::RackPdu, 20.0).cord(cord);
    chain.load(10, 2.0).link(2, 10);
    chain.tune(1, [](Element& feed) { feed.outputVoltage = volts(400.0); });
    chain.tune(2, [](Element& strip) { strip.system = PhaseSystem::Single; });
    const Headroom strip = headroomAt(chain.build(), 2);
    CHECK(strip.limit == Headroom::Limit::Breaker);
    CHECK(strip.phase == Phase::L2);
    CHECK(strip.left.in(kilowatts) == Approx(0.4 / std::sqrt(3.0) * 0.8 * 32.0 - 2.0));
}

TEST_CASE("After a failure a breaker may carry all of its current, and no more") {
    // Two cords share 100 kW; either alone carries 144.3 A of 160 A: 10.9 kW are left.
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::UtilityFeed, 1000.0)
        .element(3, ItemKind::Ups, 1000.0)
        .load(10, 100.0)
        .link(3, 10);
    for (const std::int64_t feed : {1, 2}) {
        Link cord{{feed}, {3}};
        cord.breaker = amperes(160.0);
        cord.id = PowerLinkId{feed};
        chain.cord(cord).tune(feed, [](Element& one) { one.outputVoltage = volts(400.0); });
    }
    const Headroom ups = headroomAt(chain.build(), 3);
    CHECK(ups.limit == Headroom::Limit::Breaker);
    CHECK(ups.failure.isValid());
    CHECK(ups.left.in(kilowatts) == Approx(std::sqrt(3.0) * 0.4 * 160.0 - 100.0));
    CHECK(headroomAt(chain.build(), 3, false).left.in(kilowatts) ==
          Approx(2.0 * (std::sqrt(3.0) * 0.4 * 0.8 * 160.0 - 50.0)));
}
