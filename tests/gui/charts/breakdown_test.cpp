// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/charts/breakdown.h"

using namespace halltwin;
using namespace halltwin::views::charts;

namespace {

/// With voltages: a cable of unknown current loses nothing.
Catalog catalogAt415V() {
    const Catalog plain = tests::aCatalog();
    Catalog catalog = plain;
    for (const auto& [key, entry] : plain.entries()) {
        if (entry.as<ElectricalSpec>() == nullptr) continue;
        CatalogEntry changed = entry;
        std::get<ElectricalSpec>(changed.spec).outputVoltage = volts(415.0);
        catalog.add(changed);
    }
    return catalog;
}

void checkSum(const Project& given, const Catalog& known = tests::aCatalog()) {
    const auto project = std::make_shared<const Project>(given);
    const auto catalog = std::make_shared<const Catalog>(known);
    const auto result = twin::evaluate({project, catalog, {}, {}});
    REQUIRE(result);
    const std::vector<PowerPart> parts = powerParts(*result, *project, *catalog);
    REQUIRE(parts.size() >= 4);
    Power sum;
    for (const PowerPart& part : parts)
        sum += part.power;
    CHECK(parts.front().kind == ItemKind::Rack);
    CHECK(parts.front().power.in(watts) == Approx(result->kpis.itPower.in(watts)));
    CHECK(sum.in(watts) == Approx(result->kpis.facilityPower.in(watts)).epsilon(1e-8));
}

}  // namespace

TEST_CASE("The parts of the power chart add up to the facility's power") {
    Project project = tests::aProject().withRacks(4).withCoolers(2).withPower().withChilledWater();
    SECTION("with plant that nobody has connected yet") {
        checkSum(project);
    }
    SECTION("with everything connected") {
        const ItemId pdu = tests::itemLabelled(project, "PDU A");
        for (const char* label : {"C1", "C2", "CH1", "P1"}) {
            project.powerLinks.add({{}, pdu, tests::itemLabelled(project, label), Feed::A});
        }
        checkSum(project);
    }
    SECTION("with cables that lose some of it") {
        Table<PowerLink> cabled;
        for (PowerLink link : project.powerLinks) {
            link.length = metres(80.0);
            link.area = squareMillimetres(95.0);
            cabled.set(link);
        }
        project.powerLinks = cabled;
        const auto shared = std::make_shared<const Project>(project);
        const auto catalog = std::make_shared<const Catalog>(catalogAt415V());
        const auto result = twin::evaluate({shared, catalog, {}, {}});
        REQUIRE(result);
        REQUIRE(result->power.cableLosses > Power());
        const std::vector<PowerPart> parts = powerParts(*result, *shared, *catalog);
        CHECK_FALSE(parts.back().kind.has_value());
        CHECK(parts.back().power == result->power.cableLosses);
        checkSum(project, *catalog);
    }
    SECTION("with lights, a tank and a distribution unit, corded or not") {
        Hall hall = *project.halls.begin();
        hall.lights = wattsPerSquareMetre(12.0);
        project.halls.set(hall);
        for (const char* key : {"test.tank", "test.cdu"}) {
            Item item;
            item.hall = hall.id;
            item.catalogKey = key;
            item.position = {metres(key[5] == 't' ? 8.0 : 16.0), metres(12.0)};
            project.items.add(item);
        }
        checkSum(project);
        const ItemId pdu = tests::itemLabelled(project, "PDU A");
        for (const Item& item : Table<Item>(project.items)) {
            if (item.label.empty()) project.powerLinks.add({{}, pdu, item.id, Feed::A});
        }
        checkSum(project);
    }
}
