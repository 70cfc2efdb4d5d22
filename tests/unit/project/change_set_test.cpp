// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/change_set.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <functional>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

const Project base = aProject().withRacks(4).withPower().withScenario("Half", 0.5);

/// What changing item 2 in this way is seen as.
ChangeSet afterChanging(const std::function<void(Item&)>& change) {
    Project after = base;
    Item item = *after.items.find(ItemId{2});
    change(item);
    after.items.set(item);
    return diff(base, after);
}

}  // namespace

TEST_CASE("Equal projects differ in nothing, whether or not they share their rows") {
    CHECK(diff(base, base).isEmpty());
    const Project rebuilt = aProject().withRacks(4).withPower().withScenario("Half", 0.5);
    CHECK(diff(base, rebuilt) == ChangeSet{});
}

TEST_CASE("Added, removed and changed items are told apart") {
    Project after = base;
    after.items.eraseIf([](const Item& item) { return item.id == ItemId{1}; });
    Item moved = *after.items.find(ItemId{3});
    moved.position.x += metres(0.6);
    after.items.set(moved);
    const ItemId added = after.items.add(*after.items.find(ItemId{2}));

    const ChangeSet change = diff(base, after);
    CHECK(change.items.removed == std::vector<ItemId>{ItemId{1}});
    CHECK(change.items.changed == std::vector<ItemId>{ItemId{3}});
    CHECK(change.items.added == std::vector<ItemId>{added});
    CHECK(change.halls.isEmpty());

    const ChangeSet back = diff(after, base);
    CHECK(back.items.added == change.items.removed);
    CHECK(back.items.removed == change.items.added);
    CHECK(back.items.changed == change.items.changed);
}

TEST_CASE("A new label is a matter of text only") {
    const ChangeSet change = afterChanging([](Item& item) { item.label = "other"; });
    CHECK(change.aspects == Aspects(Aspect::Text));
}

TEST_CASE("A moved item changes geometry and air, not the electrical chain") {
    const ChangeSet change = afterChanging([](Item& item) { item.position.y += metres(1.0); });
    CHECK(change.aspects == (Aspect::Geometry | Aspect::Thermal | Aspect::Network));
    CHECK(afterChanging([](Item& item) { item.rotation = Rotation::R90; }).aspects ==
          change.aspects);
    CHECK(afterChanging([](Item& item) { item.height = metres(1.0); }).aspects == change.aspects);
}

TEST_CASE("A new load changes power, air and cost, not geometry") {
    const Aspects aspects = afterChanging([](Item& item) { item.utilisation = 0.5; }).aspects;
    CHECK(aspects.has(Aspect::Electrical));
    CHECK(aspects.has(Aspect::Thermal));
    CHECK(aspects.has(Aspect::Costs));
    CHECK_FALSE(aspects.hasAny(Aspect::Geometry | Aspect::Text | Aspect::EnergyMix));
}

TEST_CASE("Another catalogue entry may change everything about an item") {
    const Aspects aspects =
        afterChanging([](Item& item) { item.catalogKey = "test.crac"; }).aspects;
    CHECK(aspects.has(Aspect::Geometry));
    CHECK(aspects.has(Aspect::Electrical));
    CHECK(aspects.has(Aspect::Cooling));
}

TEST_CASE("Fabrics, changes by hand and trays are told apart, and a fabric's name is only text") {
    Project after = base;
    Fabric fabric;
    fabric.name = "Compute";
    fabric.id = after.fabrics.add(fabric);
    FabricEdit edit;
    edit.fabric = fabric.id;
    after.fabricEdits.add(edit);
    after.trays.add({});
    const ChangeSet change = diff(base, after);
    CHECK(change.fabrics.added == std::vector{fabric.id});
    CHECK(change.fabricEdits.added.size() == 1);
    CHECK(change.trays.added.size() == 1);
    CHECK(change.aspects.has(Aspect::Network));
    CHECK(change.aspects.has(Aspect::Electrical));  // switches draw power
    CHECK_FALSE(change.isEmpty());
    Project renamed = after;
    fabric.name = "Other";
    renamed.fabrics.set(fabric);
    CHECK(diff(after, renamed).aspects == Aspects(Aspect::Text));
}

TEST_CASE("Each part of the project has its own mark") {
    Project after = base;
    after.info.client = "Someone";
    CHECK(diff(base, after).infoChanged);
    CHECK(diff(base, after).aspects == Aspects(Aspect::Text));

    after = base;
    after.site.altitude = metres(100.0);
    CHECK(diff(base, after).siteChanged);
    CHECK(diff(base, after).aspects.has(Aspect::Thermal));

    after = base;
    after.economics.staff = 3;
    CHECK(diff(base, after).economicsChanged);
    Project controlled = base;
    controlled.plant.staging = StagingRule::Fewest;
    CHECK(diff(base, controlled).plantChanged);
    CHECK_FALSE(diff(base, controlled).isEmpty());
    CHECK(diff(base, after).aspects.has(Aspect::Costs));

    after = base;
    after.energy.share.fill(1.0 / 11.0);
    CHECK(diff(base, after).energyChanged);
    CHECK(diff(base, after).aspects == Aspects(Aspect::EnergyMix));
}

TEST_CASE("Links, halls and scenarios are followed by their tables") {
    Project after = base;
    after.powerLinks.eraseIf([](const PowerLink& link) { return link.id == PowerLinkId{1}; });
    after.coolingLinks.add({{}, ItemId{1}, ItemId{2}});
    Hall hall = *after.halls.begin();
    hall.name = "Renamed";
    after.halls.set(hall);
    after.scenarios.eraseIf([](const Scenario&) { return true; });

    const ChangeSet change = diff(base, after);
    CHECK(change.powerLinks.removed == std::vector<PowerLinkId>{PowerLinkId{1}});
    CHECK(change.coolingLinks.added == std::vector<CoolingLinkId>{CoolingLinkId{1}});
    CHECK(change.halls.changed == std::vector<HallId>{hall.id});
    CHECK(change.scenarios.removed.size() == 1);
    CHECK_FALSE(change.isEmpty());
    CHECK_FALSE(change.aspects.has(Aspect::Geometry));
}
