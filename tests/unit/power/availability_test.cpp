// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/availability.h"
#include "model/power/hall_availability.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

/// Out for one hour in a thousand on average, whatever it is.
Reliability oneInAThousand(const Element&) {
    return {8760.0 / 999.0, hours(1.0)};
}

}  // namespace

TEST_CASE("Unavailability is the time out of service by all time") {
    // Two failures a year of 43.8 h each: 87.6 h out by 8760 h in service and those.
    CHECK(unavailability({2.0, hours(43.8)}) == Approx(87.6 / (8760.0 + 87.6)));
    CHECK(unavailability({0.0, hours(10.0)}) == 0.0);
    CHECK(unavailability(oneInAThousand({})) == Approx(1e-3));
}

TEST_CASE("Each element of a single path is a cut set, and unavailabilities add up") {
    const ChainInput chain = singlePath(80.0).build();
    const auto cuts = minimalCutSets(chain, {10});
    REQUIRE(cuts);
    CHECK(*cuts == std::vector<std::vector<ItemId>>{{{1}}, {{2}}, {{3}}, {{4}}});
    CHECK(*loadUnavailability(chain, {10}, oneInAThousand) ==
          Approx(1.0 - std::pow(0.999, 4.0)).epsilon(1e-12));
}

TEST_CASE("Two paths are dark only when both are: nine pairs, no single element") {
    const ChainInput chain = twoPaths(80.0).build();
    const auto cuts = minimalCutSets(chain, {20});
    REQUIRE(cuts);
    CHECK(cuts->size() == 9);
    for (const auto& cut : *cuts)
        CHECK(cut.size() == 2);
    // Exact: (1 − 0.999³)²; the bound of cut sets is above it by less than 0.2 % here.
    const double one = 1.0 - std::pow(0.999, 3.0);
    const double bound = *loadUnavailability(chain, {20}, oneInAThousand);
    CHECK(bound >= one * one);
    CHECK(bound == Approx(one * one).epsilon(3e-3));
}

TEST_CASE("Draws by chance confirm the cut sets") {
    // Out for one hour in twenty.
    const auto often = [](const Element&) { return Reliability{8760.0 / 19.0, hours(1.0)}; };
    const ChainInput chain = twoPaths(80.0).build();
    const auto drawn = drawUnavailability(chain, {20}, often, {42, 200'000});
    REQUIRE(drawn);
    const double one = 1.0 - std::pow(0.95, 3.0);
    CHECK(std::abs(drawn->mean - one * one) < 4.0 * drawn->standardError);
    const auto again = drawUnavailability(chain, {20}, often, {42, 200'000});
    CHECK(again->mean == drawn->mean);
}

TEST_CASE("A load without a source is always dark, and has nothing that could be cut") {
    ChainBuilder chain;
    chain.element(1, ItemKind::Ups, 100.0).load(10, 5.0).link(1, 10);
    CHECK(minimalCutSets(chain.build(), {10})->empty());
    CHECK(*loadUnavailability(chain.build(), {10}, oneInAThousand) == 1.0);
    CHECK(drawUnavailability(chain.build(), {10}, oneInAThousand)->mean == 1.0);
    CHECK(minimalCutSets(chain.build(), {77}).error().code == ErrorCode::NotFound);
    CHECK(minimalCutSets(chain.build(), {10}, 9).error().code == ErrorCode::OutOfRange);
}

TEST_CASE("A generator is a source for availability: without the feed the rack lives on") {
    const auto cuts = minimalCutSets(backedUp(60.0, 0.0, 10.0).build(), {10});
    REQUIRE(cuts);
    CHECK(*cuts == std::vector<std::vector<ItemId>>{{{3}}, {{4}}, {{1}, {2}}});
}

TEST_CASE("A hall's figures are those of its racks, by what its elements state") {
    ChainBuilder chain = twoPaths(80.0);
    for (const std::int64_t id : {1, 2, 3, 11, 12, 13})
        chain.tune(id, [](Element& element) { element.reliability = oneInAThousand(element); });
    chain.load(21, 20.0).link(3, 21).load(22, 5.0).link(13, 22);
    chain.tuneLoad(22, [](Load& chiller) { chiller.critical = false; });
    AvailabilitySettings settings;
    settings.draws = DrawSettings{7, 400'000};
    const auto hall = hallAvailability(chain.build(), settings);
    REQUIRE(hall);
    REQUIRE(hall->loads.size() == 2);  // racks only
    const double one = 1.0 - std::pow(0.999, 3.0);
    CHECK(hall->loads[0].unavailability == Approx(one * one).epsilon(3e-3));
    CHECK(hall->loads[1].unavailability == Approx(one));
    CHECK(hall->loads[1].cutSets.size() == 3);
    CHECK(hall->mean ==
          Approx((80.0 * hall->loads[0].unavailability + 20.0 * one) / 100.0).epsilon(1e-9));
    // Exact: rack 21 is dark whenever rack 20 is, so some rack is dark as long as rack 21.
    CHECK(hall->any >= one);
    CHECK(hall->any == Approx(one).epsilon(5e-3));
    REQUIRE(hall->anyDrawn);
    CHECK(std::abs(hall->anyDrawn->mean - one) < 4.0 * hall->anyDrawn->standardError);
    CHECK(std::abs(hall->loads[1].drawn->mean - one) < 4.0 * hall->loads[1].drawn->standardError);
    CHECK(hall->withoutFigure.empty());
}

TEST_CASE("Draws of a hall know generators as its cut sets do") {
    const auto often = Reliability{8760.0 / 19.0, hours(1.0)};  // one hour in twenty
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    for (const std::int64_t id : {1, 2})
        chain.tune(id, [&](Element& element) { element.reliability = often; });
    AvailabilitySettings settings;
    settings.draws = DrawSettings{11, 200'000};
    const auto hall = hallAvailability(chain.build(), settings);
    REQUIRE(hall);
    CHECK(hall->loads[0].unavailability == Approx(0.05 * 0.05));
    CHECK(std::abs(hall->anyDrawn->mean - 0.0025) < 4.0 * hall->anyDrawn->standardError);
    CHECK(hall->withoutFigure == std::vector<ItemId>{{3}, {4}});
}

TEST_CASE("Elements without a figure are named and never fail") {
    const auto hall = hallAvailability(singlePath(80.0).build());
    REQUIRE(hall);
    CHECK(hall->withoutFigure.size() == 4);
    CHECK(hall->mean == 0.0);
}
