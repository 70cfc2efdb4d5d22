// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/generate.h"
#include "model/network/names.h"
#include "model/network/network_plan.h"
#include "model/network/placement.h"
#include "model/network/unit_space.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

#include <algorithm>
#include <map>
#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

FabricPlan placed(const Project& project) {
    const Catalog catalog = aNetworkCatalog();
    std::vector<FabricPlan> plans = generateFabrics(project, catalog);
    placeSwitches(project, catalog, plans);
    return plans[0];
}

void setPlacement(NetworkProject& builder, SwitchPlacement placement) {
    Fabric fabric = *builder.project().fabrics.begin();
    fabric.placement = placement;
    builder.project().fabrics.set(fabric);
}

/// Switches of a tier in each rack.
std::map<ItemId, int> racksOf(const FabricPlan& plan, int tier) {
    std::map<ItemId, int> racks;
    for (const Device& device : plan.graph.devices) {
        if (device.role == DeviceRole::Switch && device.tier == tier) ++racks[device.rack];
    }
    return racks;
}

}  // namespace

TEST_CASE("switches take the highest free units, and only units that are free") {
    RackNetwork network;
    network.units = 42;
    network.freeUnits = 6;
    UnitSpace space(network);
    CHECK(space.freeUnits() == 6);
    CHECK(space.takeHighest(2) == 41);
    CHECK(space.takeAt(38, 2));
    CHECK_FALSE(space.takeAt(39, 1));
    CHECK_FALSE(space.takeAt(36, 1));
    CHECK_FALSE(space.takeHighest(2).has_value());
    CHECK(space.takeHighest(1) == 40);
    CHECK(space.takeHighest(1) == 37);
    CHECK_FALSE(space.hasRoom(1));
    CHECK_FALSE(UnitSpace(RackNetwork{}).hasRoom(1));
}

TEST_CASE("top of rack puts the leaves into the racks of their servers, one kind of rack alike") {
    NetworkProject builder;
    builder.nodeRacks(4).fabric(Topology::RailOptimised);
    const ItemId network = builder.rack("test.network", 6.0, 0.0, "NET");
    setPlacement(builder, SwitchPlacement::TopOfRack);
    const FabricPlan plan = placed(builder.build());
    CHECK(plan.issues.empty());
    const auto leaves = racksOf(plan, 1);
    CHECK(leaves.size() == 4);
    for (const auto& [rack, count] : leaves)
        CHECK(count == 2);
    CHECK(racksOf(plan, 2) == std::map<ItemId, int>{{network, 4}});
    for (const Link& link : plan.graph.links) {
        const Device& leaf = plan.graph.devices[link.b];
        if (leaf.tier != 1) continue;
        const bool firstUnit = leaf.pod == 0;
        CHECK((leaf.rack.value <= 2) == firstUnit);
    }
}

TEST_CASE("middle of row puts the leaves nearest to the middle of their servers") {
    NetworkProject builder;
    builder.nodeRacks(2).fabric(Topology::RailOptimised);  // centres at x = 0.3 and 0.9
    const ItemId near = builder.rack("test.network", 1.2, 0.0, "near");
    builder.rack("test.network", 9.0, 0.0, "far");
    setPlacement(builder, SwitchPlacement::MiddleOfRow);
    const FabricPlan plan = placed(builder.build());
    // The mean of the servers is at 0.6 m: N1 and N2 are 0.3 m away and the first of equals fills.
    CHECK(racksOf(plan, 1) == std::map<ItemId, int>{{ItemId{1}, 4}});
    CHECK(racksOf(plan, 2) == std::map<ItemId, int>{{near, 2}});
}

TEST_CASE("a network row takes all switches, the nearest cabinet first") {
    NetworkProject builder;
    builder.nodeRacks(14).fabric(Topology::RailOptimised);  // 28 leaves, 32 spines, 16 cores
    const ItemId far = builder.rack("test.network", 6.0, 9.0, "far");
    const ItemId near = builder.rack("test.network", 6.0, 3.0, "near");
    const FabricPlan plan = placed(builder.build());
    CHECK(plan.issues.empty());
    int switches = 0;
    for (const Device& device : plan.graph.devices) {
        if (device.role == DeviceRole::Host) continue;
        ++switches;
        CHECK((device.rack == near || device.rack == far));
        CHECK(device.unit >= 3);
        CHECK(device.unit <= 42);
    }
    CHECK(switches == 76);
    CHECK(racksOf(plan, 1)[near] == 28);
    CHECK(racksOf(plan, 2)[near] == 12);
}

TEST_CASE("switches that find no room are counted, with the cabinets that they need") {
    NetworkProject builder;
    builder.nodeRacks(4).fabric(Topology::RailOptimised);
    const FabricPlan plan = placed(builder.build());
    REQUIRE(plan.issues.size() == 1);
    CHECK(plan.issues[0].rule == "network.rack-full");
    CHECK(plan.issues[0].arguments == std::vector<std::string>{"Fabric 1", "12", "leaf-1.1", "1"});
    for (const Device& device : plan.graph.devices)
        CHECK((device.role == DeviceRole::Host || !device.rack.isValid()));
}

TEST_CASE("fabrics share the free units: no unit is taken twice") {
    NetworkProject builder;
    builder.nodeRacks(8).fabric(Topology::RailOptimised);
    builder.fabric(Topology::LeafSpine, "test.slow-switch", FabricPurpose::Storage);
    builder.fabric(Topology::FatTree, "test.switch", FabricPurpose::Management);
    builder.rack("test.network", 3.0, 3.0, "NET 1");
    builder.rack("test.network", 3.6, 3.0, "NET 2");
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    int taken = 0;
    for (const RackElevation& rack : plan.racks) {
        std::vector<int> uses(100, 0);
        for (const RackSlotUse& slot : rack.taken) {
            ++taken;
            for (int unit = slot.bottom; unit < slot.bottom + slot.units; ++unit)
                ++uses[static_cast<std::size_t>(unit)];
        }
        CHECK(*std::ranges::max_element(uses) <= 1);
        CHECK(uses[0] == 0);
        CHECK(uses[43] == 0);
    }
    CHECK(taken > 32 + 30);
}

namespace {

/// aNetworkCatalog() whose network cabinets have so much power for switches. A switch of 16 ports
/// counts 300 W and 16 modules of 8 W: 428 W.
Catalog limitedTo(double watt) {
    Catalog catalog = aNetworkCatalog();
    CatalogEntry cabinet = aNetworkRack();
    cabinet.key = "test.limited";
    std::get<RackSpec>(cabinet.spec).network.switchPower = watts(watt);
    catalog.add(cabinet);
    return catalog;
}

/// The switches in each rack, for a rail-optimised fabric of 8 servers: 4 leaves and 2 spines.
std::map<ItemId, int> switchesIn(const Catalog& catalog, int cabinets, std::vector<Issue>* issues) {
    NetworkProject builder;
    builder.nodeRacks(2).fabric(Topology::RailOptimised);
    for (int n = 0; n < cabinets; ++n)
        builder.rack("test.limited", 6.0 + n, 0.0, "NET " + std::to_string(n + 1));
    const NetworkPlan plan = planNetwork(builder.build(), catalog);
    std::map<ItemId, int> count;
    for (const Device& device : plan.fabrics[0].graph.devices)
        if (device.role == DeviceRole::Switch) ++count[device.rack];
    if (issues != nullptr) *issues = plan.issues();
    return count;
}

}  // namespace

TEST_CASE("a cabinet takes as many switches as it has power for, modules counted") {
    std::vector<Issue> issues;
    const auto three = switchesIn(limitedTo(3 * 428.0), 2, &issues);
    CHECK(countRule(issues, "network.rack-full") == 0);
    REQUIRE(three.size() == 2);
    for (const auto& [rack, count] : three)
        CHECK(count == 3);
    CHECK(switchesIn(limitedTo(3 * 428.0 - 1.0), 3, nullptr).begin()->second == 2);
    CHECK(switchesIn(limitedTo(0.0), 2, nullptr).size() == 1);
}

TEST_CASE("what finds units but no power is told, with the cabinets that are missing") {
    std::vector<Issue> issues;
    const auto placed = switchesIn(limitedTo(3 * 428.0), 1, &issues);
    CHECK(placed.at(ItemId{}) == 3);
    const auto found = std::ranges::find(issues, "network.rack-full", &Issue::rule);
    REQUIRE(found != issues.end());
    CHECK(found->arguments.back() == "1");
}

TEST_CASE("a place by hand comes before the rule, and one that is taken is told") {
    NetworkProject builder;
    builder.nodeRacks(2).fabric(Topology::RailOptimised);
    const ItemId network = builder.rack("test.network", 6.0, 0.0, "NET");
    FabricEdit& moved = builder.next(FabricEditKind::MoveSwitch, "leaf-1.3");
    moved.rack = ItemId{1};
    moved.unit = 40;
    const FabricPlan plan = placed(builder.build());
    CHECK(plan.issues.empty());
    const DeviceNames names(plan.graph, plan.hosts);
    const Device& leaf = plan.graph.devices[names.find("leaf-1.3")->device];
    CHECK(leaf.rack == ItemId{1});
    CHECK(leaf.unit == 40);

    FabricEdit& other = builder.next(FabricEditKind::MoveSwitch, "leaf-1.4");
    other.rack = ItemId{1};
    other.unit = 20;  // where a server is
    const FabricPlan clash = placed(builder.build());
    REQUIRE(clash.issues.size() == 1);
    CHECK(clash.issues[0].rule == "network.unit-taken");
    CHECK(clash.issues[0].items == std::vector{ItemId{1}});
    CHECK(racksOf(clash, 1)[network] == 3);
}

TEST_CASE("a rack's elevation holds its servers, switches, mass and power") {
    NetworkProject builder;
    builder.nodeRacks(2).fabric(Topology::RailOptimised);
    setPlacement(builder, SwitchPlacement::TopOfRack);
    const ItemId network = builder.rack("test.network", 6.0, 0.0, "NET");
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    REQUIRE(plan.racks.size() == 3);
    const RackElevation& first = plan.racks[0];
    CHECK(first.units == 42);
    CHECK(first.switches == 2);
    CHECK(first.freeUnits == 4);
    REQUIRE(first.taken.size() == 6);
    CHECK(first.taken[0].bottom == 1);
    CHECK(first.taken[3].bottom == 25);
    CHECK(first.taken[4].kind == SlotKind::Switch);
    CHECK(first.taken[4].bottom == 41);
    CHECK(first.taken[4].ports == RackFace::Rear);
    CHECK(first.mass == kilograms(820.0));
    CHECK(first.switchIdle == watts(200.0));
    CHECK(first.switchMaximum == watts(600.0));
    CHECK(first.networkPower(0.5) == watts(400.0) + first.modules);

    const RackElevation& spines = plan.racks[2];
    CHECK(spines.rack == network);
    CHECK(spines.switches == 2);
    CHECK(spines.taken[0].ports == RackFace::Front);
    CHECK(spines.mass == kilograms(170.0));
    // 2 spines of 16 ports; the cables to the row are longer than copper goes: 8 W an end.
    CHECK(spines.cableEnds == 32);
    CHECK(spines.modules.in(watts) == Approx(32 * 8.0));
    Power modules;
    for (const RackElevation& rack : plan.racks)
        modules += rack.modules;
    CHECK(modules.in(watts) == Approx(plan.figures[0].modules.in(watts)));
}
