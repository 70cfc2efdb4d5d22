// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/piping.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// CH1 → P1 → C1 and C2 at work: 160 and 40 kW at 8 L/s, water of 10 and 16 °C.
struct Plant {
    Project project = aProject().withCoolers(2).withChilledWater();
    Catalog catalog = aCatalog();
    twin::TwinResult result;

    explicit Plant(Pressure head = {}) {
        if (head.si() > 0.0) {
            CatalogEntry pump = *catalog.find("test.pumps");
            std::get<PumpSpec>(pump.spec).ratedHead = head;
            catalog.add(std::move(pump));
        }
        cooling::PlantResult& plant = result.cooling;
        plant.chillers.push_back({id("CH1"), {}, celsius(30.0)});
        plant.chillers[0].state.heat = kilowatts(205.0);
        plant.pumps.push_back({id("P1"), kilowatts(200.0), {}});
        plant.pumps[0].state.flow = litresPerSecond(8.0);
        cooling::LoopResult loop;
        loop.sources = {id("CH1")};
        loop.pumps = {id("P1")};
        loop.consumers = {id("C1"), id("C2")};
        loop.supply = celsius(10.0);
        loop.returning = celsius(16.0);
        plant.loops.push_back(loop);
        twin::RoomAnswer room;
        room.hall = project.items.find(id("C1"))->hall;
        for (const auto& [label, kW] : {std::pair("C1", 160.0), std::pair("C2", 40.0)}) {
            thermal::CoolerResult cooler;
            cooler.id = id(label);
            cooler.coilHeat = kilowatts(kW);
            room.air.coolers.push_back(cooler);
        }
        result.rooms.push_back(room);
    }

    [[nodiscard]] ItemId id(const char* label) const { return itemLabelled(project, label); }
    CoolingLink link(const char* from, const char* to) const {
        for (const CoolingLink& each : project.coolingLinks) {
            if (each.from == id(from) && each.to == id(to)) return each;
        }
        FAIL("no link");
        return {};
    }
    [[nodiscard]] twin::PipeAnswer pipe(const char* from, const char* to) const {
        const twin::Piping piping = twin::pipingOf(project, catalog, result);
        const twin::PipeAnswer* found = piping.pipe(link(from, to).id);
        REQUIRE(found != nullptr);
        return *found;
    }
};

}  // namespace

TEST_CASE("A pump set's flow goes to its coolers by their heat") {
    const Plant plant;
    CHECK(plant.pipe("P1", "C1").pair.flow.in(litresPerSecond) == Approx(6.4));
    CHECK(plant.pipe("P1", "C2").pair.flow.in(litresPerSecond) == Approx(1.6));
    const twin::PipeAnswer main = plant.pipe("CH1", "P1");
    CHECK(main.pair.flow.in(litresPerSecond) == Approx(8.0));
    CHECK(main.hasWater);
    CHECK(main.pair.supply.in(celsius) == Approx(10.0));
    CHECK(main.pair.returning.in(celsius) == Approx(16.0));
    // Sized for the rated 40 L/s: 2.15 m/s in DN 150, 1.24 m/s in DN 200 (202.7 mm), where 8 L/s
    // make 0.248 m/s; the cooler's 32 L/s: 2.48 m/s in DN 125, 1.72 m/s in DN 150.
    CHECK(main.dn == 200);
    CHECK(main.state.velocity.in(metresPerSecond) == Approx(0.248).epsilon(0.01));
    CHECK(plant.pipe("P1", "C1").dn == 150);
}

TEST_CASE("Parallel chillers share a pump set's water by heat, what lies before them sees it all") {
    Plant plant;
    Item second = *plant.project.items.find(plant.id("CH1"));
    second.id = {};
    second.label = "CH2";
    const ItemId added = plant.project.items.add(second);
    plant.project.coolingLinks.add({{}, added, plant.id("P1")});
    plant.result.cooling.chillers.push_back({added, {}, celsius(30.0)});
    plant.result.cooling.chillers[0].state.heat = kilowatts(150.0);
    plant.result.cooling.chillers[1].state.heat = kilowatts(50.0);
    CHECK(plant.pipe("CH1", "P1").pair.flow.in(litresPerSecond) == Approx(6.0));
    CHECK(plant.pipe("CH2", "P1").pair.flow.in(litresPerSecond) == Approx(2.0));
    // A resting chiller's pipe is sized for an even part of the rated flow: 20 L/s.
    plant.result.cooling.chillers[1].state.heat = {};
    CHECK(plant.pipe("CH2", "P1").dn == 125);
    CHECK_FALSE(plant.pipe("CH2", "P1").hasWater);
}

TEST_CASE("An exchanger before the chillers sees all water, and they what it leaves") {
    Plant plant;
    CatalogEntry entry = anEntry("test.exchanger", ItemKind::HeatExchanger,
                                 {metres(1.0), metres(2.0), metres(2.0)}, ExchangerSpec{});
    plant.catalog.add(std::move(entry));
    Item exchanger = *plant.project.items.find(plant.id("CH1"));
    exchanger.id = {};
    exchanger.label = "PX1";
    exchanger.catalogKey = "test.exchanger";
    const ItemId added = plant.project.items.add(exchanger);
    plant.project.coolingLinks.add({{}, added, plant.id("P1")});
    cooling::ExchangerUnitResult unit;
    unit.id = added;
    unit.heat = kilowatts(67.0);
    unit.hotIn = celsius(16.0);
    unit.hotOut = celsius(14.0);
    plant.result.cooling.exchangers.push_back(unit);
    plant.result.cooling.loops[0].flow = litresPerSecond(8.0);
    plant.result.cooling.loops[0].mechanical = kilowatts(134.0);
    const twin::PipeAnswer before = plant.pipe("PX1", "P1");
    CHECK(before.pair.flow.in(litresPerSecond) == Approx(8.0));
    CHECK(before.pair.supply.in(celsius) == Approx(14.0));
    const twin::PipeAnswer after = plant.pipe("CH1", "P1");
    CHECK(after.pair.flow.in(litresPerSecond) == Approx(8.0));
    CHECK(after.pair.returning.in(celsius) == Approx(14.0).margin(0.02));
}

TEST_CASE("A pipe is as long as the way along the axes, unless it is drawn") {
    Plant plant;
    const Item& chiller = *plant.project.items.find(plant.id("CH1"));
    const Item& pumps = *plant.project.items.find(plant.id("P1"));
    // Both in one yard; middles of a 6 × 2.2 m chiller and a 1.5 × 1.0 m pump set.
    const double dx = (pumps.position.x + metres(0.75) - chiller.position.x - metres(3.0)).si();
    const double dy = (pumps.position.y + metres(0.5) - chiller.position.y - metres(1.1)).si();
    CHECK(plant.pipe("CH1", "P1").pair.length.in(metres) == Approx(std::abs(dx) + std::abs(dy)));
    CoolingLink drawn = plant.link("CH1", "P1");
    drawn.length = metres(120.0);
    drawn.bore = millimetres(50.0);
    drawn.insulation = millimetres(40.0);
    plant.project.coolingLinks.set(drawn);
    const twin::PipeAnswer pipe = plant.pipe("CH1", "P1");
    CHECK(pipe.isLengthDrawn);
    CHECK(pipe.pair.length == metres(120.0));
    CHECK(pipe.pair.bore == millimetres(50.0));
    CHECK(pipe.pair.insulation == millimetres(40.0));
    CHECK(pipe.state.isFast);  // 4.1 m/s
    CHECK(pipe.state.gain > Power{});
}

TEST_CASE("Coolant flows at ten kelvins of rise to what a distribution unit serves") {
    Project project =
        aProject()
            .withItem("test.cdu", {metres(1.0), metres(1.0)}, Rotation::R0, "CDU")
            .withItem("test.liquid-rack", {metres(6.0), metres(1.0)}, Rotation::R0, "L1");
    const ItemId cdu = itemLabelled(project, "CDU");
    const ItemId rack = itemLabelled(project, "L1");
    project.coolingLinks.add({{}, cdu, rack});
    twin::TwinResult result;
    result.rackPower[rack] = kilowatts(40.0);
    result.cdus.push_back({cdu, kilowatts(30.0), 0.5, celsius(30.0)});
    const twin::Piping piping = twin::pipingOf(project, aCatalog(), result);
    REQUIRE(piping.pipes.size() == 1);
    // 40 kW · 0.75 / (999.5 · 4190 · 10) = 0.716 L/s.
    CHECK(piping.pipes[0].pair.flow.in(litresPerSecond) == Approx(0.7163).epsilon(1e-3));
    CHECK(piping.pipes[0].pair.returning.in(celsius) == Approx(40.0));
}

TEST_CASE("A pump with enough head drives its loop, its valves take the rest") {
    const Plant plant(kilopascals(250.0));
    const twin::Piping piping = twin::pipingOf(plant.project, plant.catalog, plant.result);
    const twin::PumpHead* head = piping.head(plant.id("P1"));
    REQUIRE(head != nullptr);
    // 1.2 · 250 − 0.2 · 250 · (8/40)² = 298 kPa.
    CHECK(head->available.in(kilopascals) == Approx(298.0));
    const Pressure pipes =
        plant.pipe("CH1", "P1").state.drop +
        std::max(plant.pipe("P1", "C1").state.drop, plant.pipe("P1", "C2").state.drop);
    CHECK(head->needed.in(kilopascals) == Approx(140.0 + pipes.in(kilopascals)));
    CHECK(head->limit == cooling::FlowLimit::None);
    CHECK(head->share == Approx(1.0).margin(0.01));
}

TEST_CASE("A pump with too little head is what limits, and the worst served cooler is named") {
    const Plant plant(kilopascals(100.0));
    const twin::Piping piping = twin::pipingOf(plant.project, plant.catalog, plant.result);
    const twin::PumpHead* head = piping.head(plant.id("P1"));
    REQUIRE(head != nullptr);
    CHECK(head->needed > head->available);
    CHECK(head->limit == cooling::FlowLimit::Pump);
    CHECK(head->limiting == plant.id("P1"));
    CHECK(head->share < 0.95);
    CHECK(head->share > 0.5);
    CHECK(head->worst == head->index);
    CHECK(twin::pipingOf(plant.project, aCatalog(), plant.result).heads.empty());
}

namespace {

/// Resistance in Pa/(m³/s)² of what loses `drop` at `flow`.
double resistance(Pressure drop, VolumeFlow flow) {
    return drop.si() / (flow.si() * flow.si());
}

/// Rise of P1 with a rated head, by its curve through 1.2 of that at no flow.
double rise(Pressure head, VolumeFlow flow) {
    const double share = flow.in(litresPerSecond) / 40.0;
    return head.si() * (1.2 - 0.2 * share * share);
}

}  // namespace

TEST_CASE("Two branches of a weak pump share its water as two orifices by hand") {
    const Pressure rated = kilopascals(100.0);
    Plant plant(rated);
    CoolingLink link = plant.link("P1", "C1");
    link.length = metres(150.0);
    link.bore = millimetres(80.0);
    plant.project.coolingLinks.set(link);
    const twin::Piping piping = twin::pipingOf(plant.project, plant.catalog, plant.result);
    const twin::PumpHead* head = piping.head(plant.id("P1"));
    REQUIRE(head != nullptr);
    REQUIRE(head->branches.size() == 2);
    const twin::BranchFlow& far = head->branches[0];
    const twin::BranchFlow& near = head->branches[1];
    CHECK(far.asked.in(litresPerSecond) == Approx(6.4));
    const double farR =
        resistance(plant.pipe("P1", "C1").state.drop + kilopascals(80.0), far.asked);
    const double nearR =
        resistance(plant.pipe("P1", "C2").state.drop + kilopascals(80.0), near.asked);
    const double headers =
        resistance(kilopascals(60.0) + plant.pipe("CH1", "P1").state.drop, litresPerSecond(8.0));
    CHECK(far.arriving / near.arriving == Approx(std::sqrt(nearR / farR)).epsilon(1e-6));
    const VolumeFlow all = far.arriving + near.arriving;
    CHECK(rise(rated, all) ==
          Approx(headers * all.si() * all.si() + farR * far.arriving.si() * far.arriving.si())
              .epsilon(1e-6));
    CHECK(head->continuityM3S < 1e-9);
    CHECK(far.isStarved());
}

TEST_CASE("The valve of a branch that has enough throttles, and the far one gets what is left") {
    const Pressure rated = kilopascals(125.0);
    Plant plant(rated);
    CoolingLink link = plant.link("P1", "C1");
    link.length = metres(150.0);
    link.bore = millimetres(100.0);
    plant.project.coolingLinks.set(link);
    const twin::Piping piping = twin::pipingOf(plant.project, plant.catalog, plant.result);
    const twin::PumpHead* head = piping.head(plant.id("P1"));
    REQUIRE(head != nullptr);
    const twin::BranchFlow& far = head->branches[0];
    const twin::BranchFlow& near = head->branches[1];
    CHECK(near.share() == Approx(1.0).epsilon(1.1e-3));
    CHECK(far.isStarved());
    CHECK(far.share() > 0.5);
    const double farR =
        resistance(plant.pipe("P1", "C1").state.drop + kilopascals(80.0), far.asked);
    const double headers =
        resistance(kilopascals(60.0) + plant.pipe("CH1", "P1").state.drop, litresPerSecond(8.0));
    const VolumeFlow all = far.arriving + near.arriving;
    CHECK(rise(rated, all) ==
          Approx(headers * all.si() * all.si() + farR * far.arriving.si() * far.arriving.si())
              .epsilon(1e-6));
    const auto starved = piping.starved();
    REQUIRE(starved.size() == 1);
    CHECK(starved[0].consumer == plant.id("C1"));
    CHECK(head->continuityM3S < 1e-9);
}

TEST_CASE("A plant that nothing flows in has pipes of the smallest size and no heads") {
    Plant plant(kilopascals(250.0));
    plant.result = {};
    const twin::Piping piping = twin::pipingOf(plant.project, plant.catalog, plant.result);
    REQUIRE(piping.pipes.size() == 3);
    for (const twin::PipeAnswer& pipe : piping.pipes) {
        CHECK_FALSE(pipe.hasWater);
        CHECK(pipe.dn == 15);
        CHECK(pipe.state.drop.si() == 0.0);
        CHECK(std::isfinite(pipe.state.gain.si()));
    }
    CHECK(piping.heads.empty());
}

TEST_CASE("A coil gets the water that arrives: a weak pump warms the hall and names the branch") {
    Project project = aProject().withRacks(6).withCoolers(3).withPower().withChilledWater();
    for (CoolingLink link : Table<CoolingLink>(project.coolingLinks)) {
        if (link.to != itemLabelled(project, "C1")) continue;
        link.length = metres(400.0);
        link.bore = millimetres(25.0);
        project.coolingLinks.set(link);
    }
    const auto evaluated = [&](Pressure head) {
        Catalog catalog = aCatalog();
        CatalogEntry pump = *catalog.find("test.pumps");
        std::get<PumpSpec>(pump.spec).ratedHead = head;
        catalog.add(std::move(pump));
        auto result = twin::evaluate({std::make_shared<const Project>(project),
                                      std::make_shared<const Catalog>(catalog),
                                      {},
                                      {}});
        if (!result) FAIL(describe(result.error()));
        return *std::move(result);
    };
    const auto issueOf = [](const twin::TwinResult& result) {
        return std::find_if(result.issues.begin(), result.issues.end(), [](const Issue& issue) {
            return issue.rule == "cooling.starved-branch";
        });
    };
    const auto strong = evaluated(kilopascals(20000.0));
    const auto weak = evaluated(kilopascals(200.0));
    CHECK(issueOf(strong) == strong.issues.end());
    REQUIRE(issueOf(weak) != weak.issues.end());
    CHECK(issueOf(weak)->arguments[1] == "C1");
    CHECK(issueOf(weak)->items.size() == 2);
    CHECK(*weak.kpis.maxInlet > *strong.kpis.maxInlet);
    CHECK(weak.books.heat < 1e-6);
}
