// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/cables.h"
#include "model/project/rack_supply.h"
#include "model/twin/electrical.h"
#include "tests/unit/twin/twin_case.h"

#include <algorithm>
#include <string>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

constexpr double closed = 1e-6;

/// The builder's catalogue at 400 V.
Catalog aCatalogWithVoltages() {
    Catalog catalog = aCatalog();
    for (const char* key : {"test.utility", "test.transformer", "test.ups", "test.pdu"}) {
        CatalogEntry entry = *catalog.find(key);
        std::get<ElectricalSpec>(entry.spec).outputVoltage = volts(400.0);
        catalog.add(entry);
    }
    return catalog;
}

twin::TwinResult evaluatedAt400(const Project& project) {
    auto result = twin::evaluate({std::make_shared<const Project>(project),
                                  std::make_shared<const Catalog>(aCatalogWithVoltages()),
                                  {},
                                  {}});
    if (!result) FAIL(describe(result.error()));
    return std::move(*result);
}

/// Every cord to a rack gets a cable of 30 m and 4 mm².
Project withCables(Project project) {
    const Table<PowerLink> before = project.powerLinks;
    for (PowerLink link : before) {
        if (project.items.find(link.to)->catalogKey != "test.rack") continue;
        link.length = metres(30.0);
        link.area = squareMillimetres(4.0);
        link.breaker = amperes(20.0);
        project.powerLinks.set(link);
    }
    return project;
}

/// The first item of a catalogue entry.
const Item& firstOf(const Project& project, const std::string& key) {
    const auto at = std::find_if(project.items.begin(), project.items.end(),
                                 [&](const Item& item) { return item.catalogKey == key; });
    REQUIRE(at != project.items.end());
    return *at;
}

}  // namespace

TEST_CASE("Cables lose what their current and resistance say, in the room where they end") {
    const Project project = aCompleteProject();
    const auto before = evaluatedAt400(project);
    const auto result = evaluatedAt400(withCables(project));
    CHECK(before.power.cableLosses == Power{});
    PowerLink cable;
    cable.length = metres(30.0);
    cable.area = squareMillimetres(4.0);
    const double ohm = cableResistance(cable).in(ohms);
    double lossW = 0.0;
    for (const auto& [id, power] : result.rackPower) {
        const double ampere = power.in(watts) / 2.0 / (400.0 * std::sqrt(3.0));  // two cords
        lossW += 2.0 * 3.0 * ampere * ampere * ohm;
    }
    CHECK(result.power.cableLosses.in(watts) == Approx(lossW).epsilon(1e-9));
    REQUIRE(result.rooms.size() == before.rooms.size());
    const Power added = result.rooms[0].air.books.lights - before.rooms[0].air.books.lights;
    CHECK(added.in(watts) == Approx(lossW).epsilon(1e-9));
    CHECK(result.kpis.facilityPower > before.kpis.facilityPower + watts(lossW));
    CHECK(result.books.worst() < closed);
}

TEST_CASE("Cables in a yard lose their heat outdoors, and the books close") {
    Project project = aCompleteProject();
    const PowerLink first = *project.powerLinks.begin();
    PowerLink cable = first;
    cable.length = metres(200.0);
    cable.area = squareMillimetres(16.0);
    project.powerLinks.set(cable);
    const auto result = evaluatedAt400(project);
    CHECK(result.power.cableLosses > Power{});
    CHECK(result.books.worst() < closed);
}

TEST_CASE("The chain is handed what catalogue and links say of it") {
    Project project = aCompleteProject();
    PowerLink cable = *project.powerLinks.begin();
    cable.phase = Phase::L2;
    cable.length = metres(10.0);
    cable.area = squareMillimetres(2.5);
    cable.conductor = Conductor::Aluminium;
    cable.breaker = amperes(16.0);
    project.powerLinks.set(cable);
    const Catalog catalog = aCatalogWithVoltages();
    const auto point = twin::OperatingPoint::of(project, catalog, {});
    REQUIRE(point);
    const auto input = twin::chainInput(*point, twin::itLoads(*point));
    const auto link = std::find_if(input.links.begin(), input.links.end(),
                                   [&](const power::Link& each) { return each.id == cable.id; });
    REQUIRE(link != input.links.end());
    CHECK(link->phase == Phase::L2);
    CHECK(link->breaker == amperes(16.0));
    CHECK(link->resistance.in(ohms) == Approx(0.036 * 10.0 / 2.5));
    CHECK(link->reactance.in(ohms) == Approx(0.8e-3));
    for (const power::Element& element : input.elements)
        CHECK(element.outputVoltage == volts(400.0));
    for (const power::Load& load : input.loads)
        CHECK(load.critical);
}

TEST_CASE("A rack with supply stages draws, and gives off, what its cords carry") {
    Project project = aCompleteProject();
    Item rack = firstOf(project, "test.rack");
    rack.catalogKey = "test.staged-rack";
    project.items.set(rack);
    const auto result = evaluated(project);
    const RackSpec spec = *aStagedRackEntry().as<RackSpec>();
    const Power cords = cordPower(spec, kilowatts(8.0));
    CHECK(cords.in(watts) == Approx(1000.0 + ((8000.0 + 40.0) / 0.98 + 40.0) / 0.96));
    const auto& racks = result.rooms.at(0).air.racks;
    const auto air = std::find_if(racks.begin(), racks.end(),
                                  [&](const auto& each) { return each.id == rack.id; });
    REQUIRE(air != racks.end());
    const double warm = twin::powerFactorAt(air->intakeMean);
    CHECK(result.rackPower.at(rack.id).in(watts) == Approx(cords.in(watts)*warm));
    CHECK(air->airHeat == result.rackPower.at(rack.id));
    CHECK(result.books.worst() < closed);
}

TEST_CASE("Facility power derives from losses by kind and from cables") {
    const auto result = evaluatedAt400(withCables(aCompleteProject()));
    const auto at = std::find_if(result.derivations.begin(), result.derivations.end(),
                                 [](const auto& each) { return each.key == "facility_power_w"; });
    REQUIRE(at != result.derivations.end());
    double sum = 0.0;
    bool hasCables = false;
    for (const auto& input : at->inputs) {
        sum += input.value;
        hasCables = hasCables || input.name == "Cable losses";
    }
    CHECK(hasCables);
    CHECK(sum == Approx(at->value).epsilon(1e-6));
}
