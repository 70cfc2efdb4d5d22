// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/rooms.h"
#include "tests/unit/twin/twin_case.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

constexpr double closed = 1e-6;

/// The air of the first hall as the twin hands it to the room engine.
thermal::RoomInput roomOf(const Project& project) {
    static const Catalog catalog = aCatalog();
    const auto point = twin::OperatingPoint::of(project, catalog, {});
    REQUIRE(point);
    twin::RoomSupply supply;
    supply.live = [](ItemId) { return true; };
    return twin::roomInput(*point, *project.halls.begin(), supply);
}

Project withHall(Project project, const std::function<void(Hall&)>& change) {
    Hall hall = *project.halls.begin();
    change(hall);
    project.halls.set(hall);
    return project;
}

/// Places an item in the first hall and, if wanted, links it to the source of that label.
ItemId place(Project& project, const char* key, Point at, const std::string& from = {}) {
    Item item;
    item.hall = project.halls.begin()->id;
    item.catalogKey = key;
    item.label = key;
    item.position = at;
    const ItemId id = project.items.nextId();
    project.items.add(item);
    if (!from.empty()) project.coolingLinks.add({{}, itemLabelled(project, from), id});
    return id;
}

Power coilsOf(const twin::TwinResult& result) {
    Power sum;
    for (const auto& room : result.rooms) {
        for (const auto& cooler : room.air.coolers)
            sum += cooler.coilHeat;
    }
    return sum;
}

}  // namespace

TEST_CASE("A hall's ceiling, lights, people and envelope reach its room; defaults are adiabatic") {
    Project project = aProject().withRacks(1);
    CHECK(roomOf(project).envelope == thermal::Envelope{});
    CHECK(roomOf(project).lightsHeat == Power{});
    project.site.outdoorDryBulb = celsius(33.0);
    const auto room = roomOf(withHall(project, [](Hall& hall) {
        hall.ceilingVoid = metres(0.9);
        hall.ceilingLeakage = 0.01;
        hall.lights = wattsPerSquareMetre(10.0);
        hall.people = 4;
        hall.roofTransmittance = wattsPerSquareMetreKelvin(0.3);
    }));
    CHECK(room.ceilingVoid == metres(0.9));
    CHECK(room.ceilingLeakage == 0.01);
    CHECK(room.lightsHeat.in(watts) == Approx(10.0 * 24.0 * 18.0));
    CHECK(room.peopleHeat.in(watts) == Approx(4 * 75.0));
    CHECK(room.envelope.roof.outside == celsius(33.0));
    CHECK(room.envelope.roof.transmittance == wattsPerSquareMetreKelvin(0.3));
    CHECK(room.envelope.walls[0] == thermal::EnvelopeSide{});
}

TEST_CASE("Gaps, chimneys, in-row returns, aisle kinds and grilles reach the room") {
    const Point corner{metres(5.0), metres(5.0)};
    Project project = aProject()
                          .withItem("test.chimney-rack", corner)
                          .withItem("test.in-row", {metres(8.0), metres(5.0)})
                          .withItem("test.hot-aisle", {metres(5.0), metres(9.0)})
                          .withItem("test.grille", {metres(3.0), metres(3.0)});
    Item rack = *project.items.begin();
    rack.blankingGap = 0.1;
    project.items.set(rack);
    const auto room = roomOf(project);
    CHECK(room.racks.at(0).chimney);
    CHECK(room.racks.at(0).blankingGap == 0.1);
    CHECK(room.coolers.at(0).returnFace == thermal::CoolerReturn::Rear);
    CHECK(room.containments.at(0).kind == thermal::ContainmentKind::Hot);
    CHECK(room.grilles.at(0).openArea.in(squareMetres) == Approx(0.18));
}

TEST_CASE("Heat that a rear door takes leaves the room and reaches the plant") {
    const Project plain = aCompleteProject();
    Project project = plain;
    const Item& rack = *project.items.find(itemLabelled(project, "R1"));
    const ItemId rackId = rack.id;
    const Point behind{rack.position.x, rack.position.y + metres(1.2)};
    const ItemId door = place(project, "test.rear-door", behind, "P1");
    const auto result = evaluated(project);
    const auto& racks = result.rooms.at(0).air.racks;
    const auto cooled = std::find_if(racks.begin(), racks.end(),
                                     [&](const auto& each) { return each.id == rackId; });
    REQUIRE(cooled != racks.end());
    CHECK(cooled->doorHeat > kilowatts(1.0));
    CHECK(cooled->exhaustMean < cooled->outletMean);
    const auto& coils = result.cooling.coils;
    CHECK(std::any_of(coils.begin(), coils.end(),
                      [&](const auto& coil) { return coil.id == door && coil.connected; }));
    CHECK(result.cooling.coilHeat.si() == Approx((coilsOf(result) + cooled->doorHeat).si()));
    CHECK(coilsOf(result) < coilsOf(evaluated(plain)));
    CHECK(result.books.worst() < closed);
}

TEST_CASE("A rear door without water leaves the air as it is") {
    Project project = aCompleteProject();
    const Item& rack = *project.items.find(itemLabelled(project, "R1"));
    place(project, "test.rear-door", {rack.position.x, rack.position.y + metres(1.2)});
    const auto result = evaluated(project);
    for (const auto& each : result.rooms.at(0).air.racks)
        CHECK(each.doorHeat == Power{});
    CHECK(result.books.worst() < closed);
}

TEST_CASE("An immersion tank gives its surface heat to the room and the rest to the water") {
    Project project = aCompleteProject();
    const Power before = evaluated(project).kpis.itPower;
    const ItemId tank = place(project, "test.tank", {metres(3.0), metres(5.4)}, "P1");
    const auto result = evaluated(project);
    const auto& tanks = result.rooms.at(0).air.tanks;
    REQUIRE(tanks.size() == 1);
    CHECK(tanks[0].heat > watts(50.0 * 2.0));
    CHECK(tanks[0].heat < watts(50.0 * 40.0));
    CHECK(result.rackPower.at(tank) == kilowatts(50.0));
    CHECK((result.kpis.itPower - before).in(kilowatts) == Approx(50.0).margin(0.5));
    const Power liquid = kilowatts(50.0) - tanks[0].heat;
    CHECK(result.cooling.coilHeat.si() == Approx((coilsOf(result) + liquid).si()));
    CHECK(result.books.worst() < closed);
}

TEST_CASE(
    "A distribution unit takes its racks' liquid heat and warms its coolant by the approach") {
    Project project = aCompleteProject();
    const ItemId cdu = place(project, "test.cdu", {metres(12.0), metres(12.0)}, "P1");
    const ItemId rack =
        place(project, "test.liquid-rack", {metres(15.0), metres(12.0)}, "test.cdu");
    const auto result = evaluated(project);
    REQUIRE(result.cdus.size() == 1);
    const Power liquid = result.rackPower.at(rack) * 0.75;
    CHECK(result.cdus[0].heat.si() == Approx(liquid.si()));
    REQUIRE(result.cdus[0].supply);
    const auto& coils = result.cooling.coils;
    const auto coil =
        std::find_if(coils.begin(), coils.end(), [&](const auto& each) { return each.id == cdu; });
    REQUIRE(coil != coils.end());
    CHECK((*result.cdus[0].supply - coil->waterIn).in(kelvins) ==
          Approx(4.0 * liquid.in(kilowatts) / 100.0));
    CHECK(result.mechanicalPower.at(cdu) == kilowatts(1.0));
    const Power intoWater = liquid + kilowatts(0.75);
    CHECK(result.cooling.coilHeat.si() == Approx((coilsOf(result) + intoWater).si()));
    CHECK_FALSE(hasIssue(result, "cooling.cdu-overload"));
    CHECK(result.books.worst() < closed);
}

TEST_CASE("A distribution unit beyond its rating is reported") {
    Project project = aCompleteProject();
    place(project, "test.cdu", {metres(10.0), metres(12.0)}, "P1");
    for (int i = 0; i < 4; ++i)
        place(project, "test.liquid-rack", {metres(12.0 + i), metres(12.0)}, "test.cdu");
    const auto result = evaluated(project);
    CHECK(result.cdus.at(0).loading > 1.19);  // 4 × 30 kW, and fans of warm racks on top
    CHECK(hasIssue(result, "cooling.cdu-overload"));
}

TEST_CASE("Lights count as power, people and the roof as heat, and the books still close") {
    Project project = aCompleteProject();
    project.site.outdoorDryBulb = celsius(45.0);
    const auto before = evaluated(project);
    const auto result = evaluated(withHall(project, [](Hall& hall) {
        hall.lights = wattsPerSquareMetre(10.0);
        hall.people = 10;
        hall.roofTransmittance = wattsPerSquareMetreKelvin(0.5);
        hall.wallTransmittance = wattsPerSquareMetreKelvin(0.4);
    }));
    CHECK(result.lightsPower.in(kilowatts) == Approx(4.32));
    CHECK(result.uncordedDemand > before.uncordedDemand + result.lightsPower);  // and chillers
    CHECK(result.kpis.facilityPower > before.kpis.facilityPower + result.lightsPower);
    CHECK(result.rooms.at(0).air.books.people.in(watts) == Approx(750.0));
    const auto& air = result.rooms.at(0).air.books;
    CHECK(air.wall != Power{});
    CHECK((air.itHeat + air.otherHeat + air.lights + air.people).si() ==
          Approx((air.removed + air.wall).si()));
    CHECK(result.books.worst() < closed);
}
