// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/network_plan.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

NetworkProject aPlant() {
    NetworkProject builder;
    builder.nodeRacks(8);
    builder.nodeRacks(8, 3.0);
    builder.rack("test.network", 6.0, 0.0, "NET 1");
    builder.rack("test.network", 6.0, 3.0, "NET 2");
    builder.rack("test.network", 7.2, 3.0, "NET 3");
    builder.tray(at(0.0, 0.6), at(12.0, 0.6));
    builder.tray(at(0.0, 3.6), at(12.0, 3.6));
    builder.tray(at(3.0, 0.0), at(3.0, 6.0), metres(2.8));
    builder.tray(at(9.0, 0.0), at(9.0, 6.0), metres(2.8));
    builder.fabric(Topology::RailOptimised);
    builder.fabric(Topology::LeafSpine, "test.slow-switch", FabricPurpose::Storage);
    return builder;
}

void checkSame(const NetworkPlan& a, const NetworkPlan& b) {
    REQUIRE(a.fabrics.size() == b.fabrics.size());
    for (std::size_t f = 0; f < a.fabrics.size(); ++f) {
        const auto& cablesA = a.cables.layout.fabrics[f].cables;
        const auto& cablesB = b.cables.layout.fabrics[f].cables;
        REQUIRE(cablesA.size() == cablesB.size());
        for (std::size_t c = 0; c < cablesA.size(); ++c) {
            CHECK(cablesA[c].length == cablesB[c].length);
            CHECK(cablesA[c].medium == cablesB[c].medium);
        }
        CHECK(a.figures[f].cablePrice == b.figures[f].cablePrice);
        CHECK(a.figures[f].meanHops == b.figures[f].meanHops);
    }
    REQUIRE(a.cables.layout.trays.size() == b.cables.layout.trays.size());
    for (std::size_t t = 0; t < a.cables.layout.trays.size(); ++t) {
        CHECK(a.cables.layout.trays[t].count == b.cables.layout.trays[t].count);
        CHECK(a.cables.layout.trays[t].fill == Approx(b.cables.layout.trays[t].fill));
    }
    CHECK(a.issues() == b.issues());
    for (std::size_t r = 0; r < a.racks.size(); ++r)
        CHECK(a.racks[r].modules.in(watts) == Approx(b.racks[r].modules.in(watts)));
}

Project moved(const Project& before, ItemId id, Point position) {
    Project after = before;
    Item item = *before.items.find(id);
    item.position = position;
    after.items.set(item);
    return after;
}

}  // namespace

TEST_CASE("a rack that moves a little takes its cables along: as if all were planned anew") {
    const Project before = aPlant().build();
    const Catalog catalog = aNetworkCatalog();
    const NetworkPlan plan = planNetwork(before, catalog);
    REQUIRE(countRule(plan.issues(), "network.rack-full") == 0);
    const Project after = moved(before, ItemId{8}, at(4.9, 0.0));
    const NetworkPlan updated = updateNetwork(plan, before, after, catalog);
    CHECK(updated.figures[0].cableLength != plan.figures[0].cableLength);
    checkSame(updated, planNetwork(after, catalog));
    const Project away = moved(before, ItemId{17}, at(20.0, 0.0));
    const NetworkPlan off = updateNetwork(plan, before, away, catalog);
    CHECK(countRule(off.issues(), "network.rack-off-trays") == 1);
}

TEST_CASE("a rack that changes its place in the order is planned anew") {
    const Project before = aPlant().build();
    const Catalog catalog = aNetworkCatalog();
    const NetworkPlan plan = planNetwork(before, catalog);
    const Project after = moved(before, ItemId{1}, at(5.2, 0.0));
    checkSame(updateNetwork(plan, before, after, catalog), planNetwork(after, catalog));
}

TEST_CASE("a tray that moves takes all cables along, and any other change is planned anew") {
    const Project before = aPlant().build();
    const Catalog catalog = aNetworkCatalog();
    const NetworkPlan plan = planNetwork(before, catalog);
    Project after = before;
    CableTray tray = *before.trays.find(TrayId{3});
    tray.from = at(5.0, 0.0);
    tray.to = at(5.0, 6.0);
    after.trays.set(tray);
    checkSame(updateNetwork(plan, before, after, catalog), planNetwork(after, catalog));

    Project other = before;
    other.fabrics.eraseIf([](const Fabric& fabric) { return fabric.id == FabricId{2}; });
    CHECK(updateNetwork(plan, before, other, catalog).fabrics.size() == 1);
    Project edited = before;
    edited.fabricEdits.add(
        {{}, FabricId{1}, FabricEditKind::RemoveSwitch, "leaf-1.1", {}, {}, {}, {}});
    const NetworkPlan less = updateNetwork(plan, before, edited, catalog);
    CHECK(less.fabrics[0].difference.removedSwitches.size() == 1);
    checkSame(updateNetwork(plan, before, before, catalog), plan);
}

TEST_CASE("the figures of a rail-optimised fabric are those counted by hand") {
    // 64 servers with 4 rails in 8 units of 8: 32 leaves with 8 uplinks. More leaves than a spine
    // has ports, so pods of 2 units (8 leaves) with 8 spines, and 32 cores.
    const NetworkPlan plan = planNetwork(aPlant().build(), aNetworkCatalog());
    const FabricFigures& figures = plan.figures[0];
    CHECK(figures.hosts == 64);
    CHECK(figures.gpus == 512);
    REQUIRE(figures.tiers.size() == 3);
    CHECK(figures.tiers[0].switches == 32);
    CHECK(figures.tiers[1].switches == 32);
    CHECK(figures.tiers[2].switches == 16);
    CHECK(figures.tiers[0].oversubscription() == 1.0);
    CHECK(figures.tiers[1].oversubscription() == 1.0);
    CHECK(figures.links == 256 * 3);
    CHECK(figures.mostHops == 6);
    // To 7 hosts of the unit 2 cables, to 8 of the pod 4, to the other 48 hosts 6.
    CHECK(figures.meanHops == Approx((7 * 2 + 8 * 4 + 48 * 6) / 63.0));
    CHECK_FALSE(figures.hopsSampled);
    CHECK(figures.switchMaximum == watts(300.0 * 80));
    CHECK(figures.switchPrice == dollars(1000.0 * 80));
}

TEST_CASE("servers that changes by hand cut off are told") {
    NetworkProject builder;
    builder.nodeRacks(4).fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    builder.rack("test.network", 6.0, 0.0, "NET");
    builder.next(FabricEditKind::RemoveLink, "N2 node 3:1");
    const auto issues = planNetwork(builder.build(), aNetworkCatalog()).issues();
    REQUIRE(countRule(issues, "network.not-connected") == 1);
    CHECK(issues[0].arguments == std::vector<std::string>{"Fabric 1", "1", "16"});
}

TEST_CASE("a project without fabrics has an empty plan") {
    const NetworkPlan plan = planNetwork(Project{}, aNetworkCatalog());
    CHECK(plan.fabrics.empty());
    CHECK(plan.issues().empty());
    CHECK(plan.bill.empty());
}
