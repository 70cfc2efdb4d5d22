// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/twin/twin_case.h"

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("An empty project has an answer with nothing in it") {
    const auto result = evaluated(Project{});
    CHECK(result.kpis.itPower == Power{});
    CHECK_FALSE(result.kpis.pue);
    CHECK_FALSE(result.kpis.maxInlet);
    CHECK(result.rooms.empty());
}

TEST_CASE("A rack in a hall without a cooler is an issue, and the rest is answered") {
    const auto result = evaluated(aProject().withRacks(2).withPower());
    CHECK(hasIssue(result, "thermal.unsolved"));
    CHECK(result.rooms.empty());
    CHECK(result.kpis.itPower.in(kilowatts) == Approx(16.0));
    CHECK(result.books.heat <= 1e-9);
    CHECK_FALSE(result.ventilatedOutdoors.empty());
}

TEST_CASE("A rack without any cord counts, but carries no distribution loss") {
    const auto result = evaluated(aProject().withRacks(2).withCoolers(1).withChilledWater());
    CHECK(result.power.sourceInput == Power{});
    CHECK(result.kpis.itPower.in(watts) == Approx(warmedUp(result, kilowatts(8.0)).in(watts)));
    CHECK(result.kpis.facilityPower == result.uncordedDemand);
    CHECK(hasIssue(result, "power.no-cord"));
}

TEST_CASE("A rack whose cords are dead is dark and gives no heat") {
    Project project = aCompleteProject();
    const ItemId utility = itemLabelled(project, "Utility");
    project.powerLinks.eraseIf([&](const PowerLink& link) { return link.from == utility; });
    const auto result = evaluated(project);
    CHECK(result.power.unsupplied.in(kilowatts) == Approx(60.0).margin(30.0));
    CHECK(result.kpis.itPower == Power{});
    CHECK_FALSE(result.kpis.pue);
}

TEST_CASE("A loop in the power chain is named and the program goes on") {
    Project project = aCompleteProject();
    const ItemId ups = itemLabelled(project, "UPS A");
    const ItemId pdu = itemLabelled(project, "PDU A");
    project.powerLinks.add({{}, pdu, ups, Feed::A});
    const auto result = evaluated(project);
    CHECK(hasIssue(result, "power.loop"));
    CHECK(result.kpis.itPower.in(watts) == Approx(warmedUp(result, kilowatts(10.0)).in(watts)));
    CHECK(result.rooms.front().air.racks.size() == 6);
}

TEST_CASE("A chilled-water unit with no water cannot cool and says so") {
    const auto result = evaluated(aProject().withRacks(2).withCoolers(1).withPower());
    CHECK((hasIssue(result, "thermal.unsolved") || hasIssue(result, "cooling.no-source")));
    CHECK(result.cooling.coilHeat == Power{});
}

TEST_CASE("A placed item whose catalogue entry is gone is an issue and takes no part") {
    Project project = aCompleteProject();
    Item item = *project.items.begin();
    item.catalogKey = "rack.no-longer-made";
    project.items.set(item);
    const auto result = evaluated(project);
    CHECK(hasIssue(result, "catalog.unknown-key"));
    CHECK(result.kpis.itPower.in(watts) == Approx(warmedUp(result, kilowatts(10.0)).in(watts)));
    CHECK(result.rooms.front().air.racks.size() == 5);
}

TEST_CASE("A rack with power and no airflow is an issue") {
    Catalog catalog = aCatalog();
    CatalogEntry entry = aRackEntry();
    entry.key = "test.still-rack";
    std::get<RackSpec>(entry.spec).airflow = {};
    catalog.add(entry);
    Project project = aCompleteProject();
    Item item = *project.items.begin();
    item.catalogKey = entry.key;
    project.items.set(item);
    const auto result = twin::evaluate({std::make_shared<const Project>(project),
                                        std::make_shared<const Catalog>(catalog),
                                        {},
                                        {}});
    REQUIRE(result);
    CHECK(hasIssue(*result, "thermal.unsolved"));
}

TEST_CASE("A hall of no size is an issue") {
    Project project = aCompleteProject();
    Hall hall = *project.halls.begin();
    hall.width = {};
    project.halls.set(hall);
    const auto result = evaluated(project);
    CHECK(hasIssue(result, "hall.zero-size"));
    CHECK(hasIssue(result, "thermal.unsolved"));
}

TEST_CASE("An unknown scenario is refused by name") {
    const auto result = twin::evaluate(asInput(aCompleteProject(), ScenarioId{99}));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::NotFound);
    CHECK(result.error().message.find("99") != std::string::npos);
}

TEST_CASE("A stop request ends the work with Cancelled") {
    std::stop_source source;
    source.request_stop();
    const auto result = twin::evaluate(asInput(aCompleteProject()), source.get_token());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
}
