// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

TEST_CASE("Details, site and prices are replaced as a whole, and nothing else changes") {
    const Project before = aProject().withRacks(1);
    ProjectInfo info = before.info;
    info.client = "Someone";
    Project expected = before;
    expected.info = info;
    CHECK(applied(before, SetInfo{info}) == expected);

    Site site;
    site.altitude = metres(1500.0);
    expected = before;
    expected.site = site;
    CHECK(applied(before, SetSite{site}) == expected);

    Economics economics;
    economics.tariff = dollarsPerKilowattHour(0.2);
    expected = before;
    expected.economics = economics;
    CHECK(applied(before, SetEconomics{economics}) == expected);
}

TEST_CASE("Details without a name and figures out of range are refused") {
    const Project before;
    CHECK(failureOf(before, SetInfo{{"", "", "", ""}}) == ErrorCode::InvalidArgument);
    Site site;
    site.altitude = metres(20000.0);
    CHECK(failureOf(before, SetSite{site}) == ErrorCode::OutOfRange);
    Economics economics;
    economics.defaultUtilisation = std::nan("");
    CHECK(failureOf(before, SetEconomics{economics}) == ErrorCode::OutOfRange);
    economics = {};
    economics.plantLife = years(0.0);
    CHECK(failureOf(before, SetEconomics{economics}) == ErrorCode::OutOfRange);
}

TEST_CASE("A scenario without an id is added, one with an id is replaced") {
    Scenario scenario;
    scenario.name = "Half load";
    scenario.utilisation = 0.5;
    const Project one = applied(Project{}, SetScenario{scenario});
    REQUIRE(one.scenarios.size() == 1);
    scenario.id = ScenarioId{1};
    scenario.utilisation = 0.6;
    const Project changed = applied(one, SetScenario{scenario});
    CHECK(changed.scenarios.find(ScenarioId{1})->utilisation == 0.6);
    CHECK(changed.scenarios.size() == 1);
    CHECK(applied(changed, RemoveScenario{ScenarioId{1}}).scenarios.empty());
}

TEST_CASE("Bad scenarios are refused") {
    Scenario scenario;
    CHECK(failureOf(Project{}, SetScenario{scenario}) == ErrorCode::InvalidArgument);
    scenario.name = "Too hot";
    scenario.outdoorDryBulb = celsius(90.0);
    CHECK(failureOf(Project{}, SetScenario{scenario}) == ErrorCode::OutOfRange);
    scenario.outdoorDryBulb = celsius(40.0);
    scenario.id = ScenarioId{4};
    CHECK(failureOf(Project{}, SetScenario{scenario}) == ErrorCode::NotFound);
    CHECK(failureOf(Project{}, RemoveScenario{ScenarioId{4}}) == ErrorCode::NotFound);
}
