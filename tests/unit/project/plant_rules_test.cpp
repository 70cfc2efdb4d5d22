// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/project/rule_checks.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// The test catalogue with the rest of a plant: "test.tower", "test.dry", "test.hx", "test.lake",
/// "test.store", "test.dh" and a water-cooled chiller "test.wet-chiller".
Catalog plantCatalog() {
    Catalog catalog = aCatalog();
    const auto add = [&](const char* key, ItemKind kind, ItemSpec spec) {
        CatalogEntry entry = *catalog.find("test.pumps");
        entry.key = key;
        entry.kind = kind;
        entry.spec = std::move(spec);
        catalog.add(entry);
    };
    add("test.tower", ItemKind::CoolingTower, TowerSpec{});
    add("test.dry", ItemKind::DryCooler, DryCoolerSpec{});
    add("test.hx", ItemKind::HeatExchanger, ExchangerSpec{});
    add("test.lake", ItemKind::WaterSource, WaterSourceSpec{});
    add("test.store", ItemKind::WaterTank, TankSpec{});
    add("test.dh", ItemKind::HeatReuse, HeatReuseSpec{});
    ChillerSpec chiller;
    chiller.condenser = CondenserMedium::Water;
    add("test.wet-chiller", ItemKind::Chiller, chiller);
    return catalog;
}

bool maySupplyWater(const std::string& source, const std::string& target) {
    Project project = aProject()
                          .inHall(HallKind::Yard, metres(50.0), metres(20.0))
                          .withItem(source, at(1.0, 5.0))
                          .withItem(target, at(20.0, 5.0));
    project.coolingLinks.add({{}, ItemId{1}, ItemId{2}});
    return issuesOf(project, "cooling.wrong-kind", plantCatalog()).empty();
}

/// A pump set that the item of a key feeds.
Project pumpsBehind(const std::string& source) {
    Project project = aProject()
                          .inHall(HallKind::Yard, metres(50.0), metres(20.0))
                          .withItem(source, at(1.0, 5.0))
                          .withItem("test.pumps", at(20.0, 5.0));
    project.coolingLinks.add({{}, ItemId{1}, ItemId{2}});
    return project;
}

}  // namespace

TEST_CASE("Chilled water flows from chiller to pumps to chilled-water coolers, and no other way") {
    CHECK(maySupplyWater("test.chiller", "test.pumps"));
    CHECK(maySupplyWater("test.pumps", "test.crah"));
    CHECK_FALSE(maySupplyWater("test.pumps", "test.chiller"));
    CHECK_FALSE(maySupplyWater("test.chiller", "test.crah"));
    CHECK_FALSE(maySupplyWater("test.pumps", "test.crac"));
    CHECK_FALSE(maySupplyWater("test.crah", "test.rack"));
}

TEST_CASE("All that cools water feeds pump sets; condensers and exchangers take from them") {
    for (const char* source :
         {"test.tower", "test.dry", "test.hx", "test.lake", "test.store", "test.dh"}) {
        CAPTURE(source);
        CHECK(maySupplyWater(source, "test.pumps"));
        CHECK_FALSE(maySupplyWater(source, "test.crah"));
        CHECK(maySupplyWater("test.pumps", source) == (std::string(source) == "test.hx"));
    }
    CHECK(maySupplyWater("test.pumps", "test.wet-chiller"));
}

TEST_CASE("Pumps need more than a tank or a heat network to cool their water") {
    for (const char* source : {"test.tower", "test.dry", "test.hx", "test.lake"}) {
        CAPTURE(source);
        CHECK(issuesOf(pumpsBehind(source), "cooling.no-chiller", plantCatalog()).empty());
    }
    CHECK(issuesOf(pumpsBehind("test.store"), "cooling.no-chiller", plantCatalog()).size() == 1);
    CHECK(issuesOf(pumpsBehind("test.dh"), "cooling.no-chiller", plantCatalog()).size() == 1);
}

TEST_CASE("What cools water and feeds no pump set is named") {
    Project project = pumpsBehind("test.tower");
    CHECK(issuesOf(project, "cooling.unused-source", plantCatalog()).empty());
    project.coolingLinks.eraseIf([](const CoolingLink&) { return true; });
    CHECK(issuesOf(project, "cooling.unused-source", plantCatalog()).size() == 1);
}

TEST_CASE("A chilled-water cooler needs water, and a cooler with its own compressor does not") {
    ProjectBuilder builder = aProject().withCoolers(2);
    CHECK(issuesOf(builder, "cooling.no-water").size() == 2);
    CHECK(issuesOf(builder.withChilledWater(), "cooling.no-water").empty());
    CHECK(issuesOf(aProject().withCoolers(2, "test.crac"), "cooling.no-water").empty());
}

TEST_CASE("Pumps without a chiller move warm water only") {
    Project project = aProject().withCoolers(1).withChilledWater();
    CHECK(issuesOf(project, "cooling.no-chiller").empty());
    project.coolingLinks.eraseIf([](const CoolingLink& l) { return l.id == CoolingLinkId{1}; });
    CHECK(issuesOf(project, "cooling.no-chiller").size() == 1);
    CHECK(issuesOf(project, "cooling.no-water").empty());
}

TEST_CASE("A data hall with racks needs a cooler; an empty hall and a yard do not") {
    CHECK(issuesOf(aProject().withRacks(1), "cooling.no-cooler").size() == 1);
    CHECK(issuesOf(aProject().withRacks(1).withCoolers(1), "cooling.no-cooler").empty());
    CHECK(issuesOf(aProject().inHall(), "cooling.no-cooler").empty());
    CHECK(issuesOf(aProject().inHall(HallKind::Yard).withRacks(1), "cooling.no-cooler").empty());
}

TEST_CASE("A rack that takes power must move air unless liquid takes all its heat") {
    Catalog catalog = aCatalog();
    CatalogEntry entry = aRackEntry();
    auto& spec = std::get<RackSpec>(entry.spec);
    spec.airflow = cubicMetresPerSecondPerWatt(0.0);
    catalog.add(entry);
    const Project project = aProject().withRacks(1);
    CHECK(issuesOf(project, "thermal.no-airflow", catalog).size() == 1);
    CHECK(issuesOf(project, "thermal.no-airflow").empty());
    spec.liquidFraction = 1.0;
    catalog.add(entry);
    CHECK(issuesOf(project, "thermal.no-airflow", catalog).empty());
}

TEST_CASE("Energy shares must sum to one") {
    Project project;
    CHECK(issuesOf(project, "energy.shares").empty());
    project.energy.share[0] += 0.01;
    const auto issues = issuesOf(project, "energy.shares");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].message == "The energy mix sums to 101.0 %, not 100 %");
}

TEST_CASE("Items that share a label are listed together; unlabelled items are not") {
    const Project project = aProject()
                                .withItem("test.rack", at(1.0, 5.0), Rotation::R0, "X")
                                .withItem("test.rack", at(3.0, 5.0), Rotation::R0, "Y")
                                .withItem("test.rack", at(5.0, 5.0), Rotation::R0, "X")
                                .withItem("test.wall", at(5.0, 9.0))
                                .withItem("test.wall", at(9.0, 9.0));
    const auto issues = issuesOf(project, "text.duplicate-label");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Info);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{1}, ItemId{3}});
}

TEST_CASE("An empty project breaks no rule") {
    CHECK(checkRules(Project{}, Catalog{}).empty());
}
