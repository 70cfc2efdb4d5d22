// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/hall_availability.h"
#include "model/power/modules.h"
#include "model/power/redundancy_level.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

Element inModules(int modules, int redundant) {
    Element element{
        {1}, ItemKind::Ups, "UPS", kilowatts(500.0), {kilowatts(500.0), 0.01, 0.0, 0.03}};
    element.modules = modules;
    element.redundantModules = redundant;
    return element;
}

ChainBuilder withUps(double loadKw, int modules, int redundant) {
    ChainBuilder chain = singlePath(loadKw);
    return chain.tune(3, [=](Element& ups) {
        ups.modules = modules;
        ups.redundantModules = redundant;
        ups.reliability = Reliability{8760.0 / 99.0, hours(1.0)};  // one hour in a hundred
    });
}

}  // namespace

TEST_CASE("A rating falls with the modules that are left, beyond those that are redundant") {
    const auto [modules, redundant, out, leftKw] = GENERATE(table<int, int, int, double>(
        {{5, 0, 0, 500.0}, {5, 0, 1, 400.0}, {5, 0, 5, 0.0}, {6, 1, 1, 500.0}, {6, 1, 2, 400.0}}));
    CHECK(ratingWithout(inModules(modules, redundant), out).in(kilowatts) == Approx(leftKw));
}

TEST_CASE("Modules that are left lose as much as if they were an element of their own") {
    // Four of five modules at 200 kW are a UPS of 400 kW at half load.
    const LossCurve own{kilowatts(400.0), 0.01, 0.0, 0.03};
    CHECK(lossAt(lossesWithout(inModules(5, 0), 1), kilowatts(200.0))->in(kilowatts) ==
          Approx(lossAt(own, kilowatts(200.0))->in(kilowatts)));
    CHECK(lossesWithout(inModules(5, 0), 0).fixed == 0.01);
}

TEST_CASE("More than the redundant modules are out together by the binomial law") {
    // Some module of three is out for 1 − 0.9³ of the time; with one redundant, two or three of
    // three must be out: 3 · 0.1² · 0.9 + 0.1³ = 0.028.
    const double some = 1.0 - std::pow(0.9, 3.0);
    CHECK(unavailabilityOfModules(inModules(3, 1), some) == Approx(0.028).epsilon(1e-12));
    CHECK(unavailabilityOfModules(inModules(3, 2), some) == Approx(0.001).epsilon(1e-12));
    CHECK(unavailabilityOfModules(inModules(3, 0), some) == some);
    CHECK(unavailabilityOfModules(inModules(1, 0), 0.25) == 0.25);
    CHECK(unavailabilityOfModules(inModules(3, 1), 0.0) == 0.0);
    CHECK(unavailabilityOfModules(inModules(3, 1), 1.0) == 1.0);
    // Small figures keep their digits: C(6, 2) (1e-6 / 6)².
    CHECK(unavailabilityOfModules(inModules(6, 1), 1e-6) ==
          Approx(15.0 / 36.0 * 1e-12).epsilon(1e-5));
}

TEST_CASE("A hall's availability counts redundant modules, by cut sets and by chance") {
    const double some = 0.01;
    const double module = 1.0 - std::pow(1.0 - some, 1.0 / 6.0);
    const double both = 15.0 * module * module * std::pow(1.0 - module, 4.0);
    const auto without = hallAvailability(withUps(80.0, 6, 0).build());
    const auto with = hallAvailability(withUps(80.0, 6, 1).build());
    REQUIRE(without);
    REQUIRE(with);
    CHECK(without->loads[0].unavailability == Approx(some));
    CHECK(with->loads[0].unavailability == Approx(both).epsilon(0.01));
    // Often out, so that draws see it: three modules of which one is redundant.
    ChainBuilder often = withUps(80.0, 3, 1);
    often.tune(3, [](Element& ups) { ups.reliability->failuresPerYear = 8760.0; });
    AvailabilitySettings settings;
    settings.draws = DrawSettings{5, 100'000};
    const auto drawn = hallAvailability(often.build(), settings);
    CHECK(std::abs(drawn->anyDrawn->mean - drawn->loads[0].unavailability) <
          4.0 * drawn->anyDrawn->standardError);
}

TEST_CASE("N+1 modules survive the loss of one, N modules only where the rest carries all") {
    // The UPS of 100 kW carries 80 kW: half of it, or three quarters, is overloaded and trips.
    const auto [modules, redundant, survives] = GENERATE(table<int, int, bool>(
        {{2, 0, false}, {2, 1, true}, {4, 0, false}, {6, 0, true}, {5, 1, true}}));
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 500.0)
        .element(2, ItemKind::Ups, 100.0)
        .load(10, 80.0)
        .link(1, 2)
        .link(2, 10);
    chain.tune(2, [m = modules, r = redundant](Element& ups) {
        ups.modules = m;
        ups.redundantModules = r;
    });
    const auto report = redundancyReport(chain.build());
    REQUIRE(report);
    REQUIRE(report->modules.size() == 1);
    CHECK(report->modules[0].element == ItemId{2});
    CHECK(report->modules[0].modules == modules);
    CHECK(report->modules[0].survivesOne() == survives);
    CHECK(report->modules[0].darkens.size() == (survives ? 0 : 1));
    CHECK(nameOf(report->hall) == "N");  // the UPS as a whole is a single point all the same
    CHECK(report->singlePoints == std::vector<ItemId>{{1}, {2}});
}
