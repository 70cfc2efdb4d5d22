// SPDX-License-Identifier: GPL-3.0-or-later
// The cooling loops as a diagram, without a window: rows, groups, states and words.
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/diagram/loop_content.h"
#include "views/diagram/loop_graph.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using views::diagram::Content;
using views::diagram::Symbol;
using views::diagram::SymbolState;

namespace {

/// CT → CPS → CH (water-cooled) → PS → 30 coolers and 4 CDUs with 5 racks each.
struct Plant {
    Project project;
    Catalog catalog = aCatalog();
    ItemId tower;
    ItemId condenserPumps;
    ItemId chiller;
    ItemId pumps;

    Plant() {
        catalog.add(anEntry("test.tower", ItemKind::CoolingTower,
                            {metres(3.0), metres(3.0), metres(4.0)}, TowerSpec{}));
        CatalogEntry water = *catalog.find("test.chiller");
        water.key = "test.water-chiller";
        std::get<ChillerSpec>(water.spec).condenser = CondenserMedium::Water;
        catalog.add(std::move(water));
        ProjectBuilder builder = aProject().withCoolers(30);
        for (int unit = 1; unit <= 4; ++unit)
            builder.withItem("test.cdu", {metres(2.0 * unit), metres(1.0)}, Rotation::R0, "U");
        for (int rack = 1; rack <= 20; ++rack)
            builder.withItem("test.liquid-rack", {metres(0.7 * rack), metres(4.0)}, Rotation::R0,
                             "L");
        builder.inHall(HallKind::Yard)
            .withItem("test.tower", {metres(1.0), metres(1.0)}, Rotation::R0, "CT")
            .withItem("test.pumps", {metres(6.0), metres(1.0)}, Rotation::R0, "CPS")
            .withItem("test.water-chiller", {metres(9.0), metres(1.0)}, Rotation::R0, "CH")
            .withItem("test.pumps", {metres(20.0), metres(1.0)}, Rotation::R0, "PS");
        project = builder;
        tower = itemLabelled(project, "CT");
        condenserPumps = itemLabelled(project, "CPS");
        chiller = itemLabelled(project, "CH");
        pumps = itemLabelled(project, "PS");
        link(tower, condenserPumps);
        link(condenserPumps, chiller);
        link(chiller, pumps);
        std::vector<ItemId> units;
        for (const Item& item : project.items) {
            if (item.catalogKey == "test.crah") link(pumps, item.id);
            if (item.catalogKey != "test.cdu") continue;
            link(pumps, item.id);
            units.push_back(item.id);
        }
        std::size_t rack = 0;
        for (const Item& item : project.items) {
            if (item.catalogKey == "test.liquid-rack") link(units[rack++ / 5], item.id);
        }
    }

    void link(ItemId from, ItemId to) { project.coolingLinks.add({{}, from, to}); }
    [[nodiscard]] Content content(const twin::TwinResult& result) const {
        return views::diagram::loopContentOfResult(project, catalog, result);
    }
};

const Symbol& symbolOf(const Content& content, ItemId item) {
    const Symbol* found = content.find(item);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("Loops stand in rows from the tower down to what takes water, consumers in groups") {
    const Plant plant;
    const Content content = plant.content({});
    // CT, CPS, CH, PS, the coolers, the CDUs, their racks.
    REQUIRE(content.symbols.size() == 7);
    const ItemId order[] = {plant.tower, plant.condenserPumps, plant.chiller, plant.pumps};
    for (std::size_t i = 1; i < std::size(order); ++i) {
        CHECK(symbolOf(content, order[i - 1]).box.bottom() < symbolOf(content, order[i]).box.top());
    }
    const auto sizeOf = [&](ItemKind kind) {
        const auto at = std::find_if(content.symbols.begin(), content.symbols.end(),
                                     [kind](const Symbol& each) { return each.kind == kind; });
        return at == content.symbols.end() ? 0U : at->items.size();
    };
    CHECK(sizeOf(ItemKind::Cooler) == 30);
    CHECK(sizeOf(ItemKind::Cdu) == 4);
    CHECK(sizeOf(ItemKind::Rack) == 20);
    CHECK(content.wires.size() == 6);
    CHECK(symbolOf(content, plant.tower).state == SymbolState::Dark);
}

TEST_CASE("A group of distribution units that is opened shows each with its racks") {
    const Plant plant;
    power::FoldSettings fold;
    for (const Item& item : plant.project.items) {
        if (item.catalogKey != "test.cdu") continue;
        fold.unfolded.insert(item.id);
        break;
    }
    const auto graph = views::diagram::loopGraph(plant.project, plant.catalog, fold);
    std::size_t units = 0;
    std::size_t rackGroups = 0;
    for (const auto& node : graph.nodes) {
        units += node.kind == ItemKind::Cdu ? 1 : 0;
        if (node.kind != ItemKind::Rack) continue;
        ++rackGroups;
        CHECK(node.items.size() == 5);
    }
    CHECK(units == 4);
    CHECK(rackGroups == 4);
}

TEST_CASE(
    "A tower that misses its set-point and coolers without water stand in the warning colour") {
    const Plant plant;
    twin::TwinResult result;
    cooling::RejectorResult tower;
    tower.id = plant.tower;
    tower.heat = kilowatts(900.0);
    tower.entering = celsius(34.0);
    tower.leaving = celsius(28.5);
    tower.wanted = celsius(24.0);
    tower.share = 1.0;
    tower.holdsWanted = false;
    result.cooling.towers.push_back(tower);
    const ItemId cooler = itemLabelled(plant.project, "C3");
    result.cooling.coils.push_back({cooler, false, {}});
    Content content = plant.content(result);
    const Symbol& missed = symbolOf(content, plant.tower);
    CHECK(missed.isWarned);
    CHECK(missed.figures.simplified() == "900 kW · 100 %");
    CHECK(missed.tip.join("\n").contains("misses its set-point"));
    CHECK(symbolOf(content, cooler).isWarned);
    CHECK(symbolOf(content, cooler).figures == "1 without water");

    result.cooling.towers[0].holdsWanted = true;
    result.cooling.coils[0].connected = true;
    content = plant.content(result);
    CHECK_FALSE(symbolOf(content, plant.tower).isWarned);
    CHECK_FALSE(symbolOf(content, cooler).isWarned);
}

TEST_CASE("Units that stand still are told from units out of service") {
    const Plant plant;
    twin::TwinResult result;
    result.cooling.chillers.push_back({plant.chiller, {}, celsius(24.0)});
    const Content content = plant.content(result);
    CHECK(symbolOf(content, plant.chiller).state == SymbolState::StandsBy);
    CHECK(symbolOf(content, plant.tower).state == SymbolState::Dark);
    for (const auto& wire : content.wires)
        CHECK_FALSE(wire.isLiving);
    CHECK(content.notes.empty());
}
