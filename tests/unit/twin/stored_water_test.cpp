// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/stored_water.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// CH1 → P1 → C1 and C2, and a tank of 40 m³ that nothing joins yet.
struct Plant {
    Project project = aProject().withCoolers(2).withChilledWater();
    Catalog catalog = aCatalog();
    ItemId tank;

    Plant() {
        CatalogEntry entry;
        entry.key = "test.water-tank";
        entry.kind = ItemKind::WaterTank;
        entry.spec = TankSpec{cubicMetres(40.0), TankModel::Stratified, {}};
        catalog.add(entry);
        Item item;
        item.hall = project.items.find(id("CH1"))->hall;
        item.catalogKey = entry.key;
        tank = project.items.add(item);
    }
    [[nodiscard]] ItemId id(const char* label) const { return itemLabelled(project, label); }
    void join(ItemId from, ItemId to) { project.coolingLinks.add({{}, from, to}); }
    [[nodiscard]] double storedM3() const {
        const HallId hall = project.items.find(id("C1"))->hall;
        return twin::storedWater(project, catalog, hall).in(cubicMetres);
    }
};

}  // namespace

TEST_CASE("A tank counts once for a hall whose coolers hang on its pumps, and not before") {
    Plant plant;
    CHECK(plant.storedM3() == 0.0);
    plant.join(plant.tank, plant.id("P1"));
    CHECK(plant.storedM3() == Approx(40.0));
}

TEST_CASE("A tank on the water that cools a chiller's condenser is no cold store") {
    Plant plant;
    plant.join(plant.tank, plant.id("CH1"));
    CHECK(plant.storedM3() == 0.0);
}
