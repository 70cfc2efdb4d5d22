// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/generate.h"
#include "model/network/names.h"
#include "tests/support/catch.h"
#include "tests/unit/network/fabric_cases.h"
#include "tests/unit/network/network_project.h"

#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

FabricPlan only(const Project& project, const Catalog& catalog = aNetworkCatalog()) {
    return generateFabric(project, catalog, *project.fabrics.begin());
}

std::vector<std::string> rackNames(const HostList& hosts) {
    std::vector<std::string> names;
    for (const HostRack& rack : hosts.racks)
        names.push_back(rack.name);
    return names;
}

}  // namespace

TEST_CASE("hosts come hall by hall, row by row, along the row, server by server from the foot") {
    NetworkProject builder;
    builder.rack("test.nodes", 5.0, 6.0, "row 2 b");
    builder.rack("test.nodes", 4.0, 6.1, "row 2 a");
    builder.rack("test.nodes", 9.0, 1.0, "row 1 b");
    builder.rack("test.nodes", 1.0, 1.0, "row 1 a");
    builder.rack("test.network", 2.0, 1.0, "no servers");
    builder.openHall(100.0);
    builder.rack("test.nodes", 0.0, 0.0, "hall 2");
    builder.fabric(Topology::RailOptimised);
    const FabricPlan plan = only(builder.build());
    CHECK(rackNames(plan.hosts) ==
          std::vector<std::string>{"row 1 a", "row 1 b", "row 2 a", "row 2 b", "hall 2"});
    CHECK(plan.hostCount() == 20);
    CHECK(plan.hosts.gpuCount() == 160);
    CHECK(plan.graph.devices[5].node == 1);
    CHECK(plan.rackOf(5).name == "row 1 b");
    CHECK(plan.graph.devices[5].rack == plan.rackOf(5).item);
    CHECK(plan.issues.empty());
    CHECK(portsAreSound(plan.graph));
}

TEST_CASE("racks that face along x make rows along y") {
    NetworkProject builder;
    for (const double y : {8.0, 2.0, 5.0}) {
        const ItemId id = builder.rack("test.nodes", 3.0, y, "y" + std::to_string(int(y)));
        Item item = *builder.project().items.find(id);
        item.rotation = Rotation::R90;
        builder.project().items.set(item);
    }
    builder.fabric(Topology::RailOptimised);
    CHECK(rackNames(only(builder.build()).hosts) == std::vector<std::string>{"y2", "y5", "y8"});
}

TEST_CASE("a fabric of one hall leaves the racks of others alone") {
    NetworkProject builder;
    builder.nodeRacks(2);
    const HallId hall = builder.openHall(100.0);
    builder.nodeRacks(1);
    builder.fabric(Topology::LeafSpine);
    Fabric fabric = *builder.project().fabrics.begin();
    fabric.hall = hall;
    CHECK(generateFabric(builder.build(), aNetworkCatalog(), fabric).hostCount() == 4);
}

TEST_CASE("NVLink domains are counted beside the links, for compute alone") {
    NetworkProject builder;
    builder.nodeRacks(3).fabric(Topology::RailOptimised);
    builder.fabric(Topology::LeafSpine, "test.slow-switch", FabricPurpose::Storage);
    const Project project = builder.build();
    const auto plans = generateFabrics(project, aNetworkCatalog());
    REQUIRE(plans.size() == 2);
    REQUIRE(plans[0].hosts.scaleUp.size() == 1);
    CHECK(plans[0].hosts.scaleUp[0] == ScaleUpDomain{8, gigabitsPerSecond(3600.0), 12});
    CHECK(plans[1].hosts.scaleUp.empty());
    CHECK(plans[1].graph.links.front().rate == gigabitsPerSecond(200.0));
    CHECK(plans[1].issues.empty());
}

TEST_CASE("every topology builds from the same racks, sound and whole") {
    const Catalog catalog = aNetworkCatalog();
    Catalog wide = catalog;
    CatalogEntry sixPorts = aNodeRack();
    std::get<RackSpec>(sixPorts.spec).network.compute.perNode = 6;
    wide.add(sixPorts);
    for (const Topology topology : {Topology::FatTree, Topology::LeafSpine, Topology::RailOptimised,
                                    Topology::Dragonfly, Topology::Torus}) {
        NetworkProject builder;
        builder.nodeRacks(9).fabric(topology);
        const FabricPlan plan = only(builder.build(), wide);
        INFO(static_cast<int>(topology));
        CHECK(plan.issues.empty());
        CHECK(plan.graph.links.size() >= 108);
        CHECK(portsAreSound(plan.graph));
        CHECK(isConnected(plan.graph));
    }
}

TEST_CASE("an unknown switch and a fabric without servers are told, and what is there stays") {
    NetworkProject builder;
    builder.nodeRacks(1).fabric(Topology::LeafSpine, "switch.gone");
    const FabricPlan unknown = only(builder.build());
    CHECK(countRule(unknown.issues, "network.unknown-switch") == 1);
    CHECK(unknown.graph.devices.size() == 4);
    CHECK(unknown.graph.links.empty());

    NetworkProject empty;
    empty.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Outside);
    const FabricPlan none = only(empty.build());
    REQUIRE(none.issues.size() == 1);
    CHECK(none.issues[0].rule == "network.no-hosts");
    CHECK(none.issues[0].arguments == std::vector<std::string>{"Fabric 1", "outside"});
    CHECK_FALSE(none.issues[0].fix.empty());
}

TEST_CASE("an adapter that the catalogue lacks is told with its rack, and the others are wired") {
    Catalog catalog = aNetworkCatalog();
    CatalogEntry strange = aNodeRack();
    strange.key = "test.strange";
    std::get<RackSpec>(strange.spec).network.compute.nic = "nic.gone";
    catalog.add(strange);
    NetworkProject builder;
    builder.nodeRacks(2);
    const ItemId id = builder.rack("test.strange", 9.0, 0.0);
    builder.fabric(Topology::LeafSpine);
    const FabricPlan plan = only(builder.build(), catalog);
    REQUIRE(countRule(plan.issues, "network.unknown-adapter") == 1);
    CHECK(plan.issues[0].items == std::vector{id});
    CHECK(plan.hostCount() == 8);
}

TEST_CASE("unlike speeds and protocols are told once, and links run at the lower speed") {
    NetworkProject builder;
    builder.nodeRacks(3).fabric(Topology::LeafSpine, "test.slow-switch");
    const FabricPlan slow = only(builder.build());
    CHECK(countRule(slow.issues, "network.speed-mismatch") == 1);
    for (const Link& link : slow.graph.links)
        CHECK(link.rate == gigabitsPerSecond(200.0));

    NetworkProject ethernet;
    ethernet.nodeRacks(3).fabric(Topology::LeafSpine, "test.ethernet");
    CHECK(countRule(only(ethernet.build()).issues, "network.protocol-mismatch") == 1);

    NetworkProject mixed;
    mixed.nodeRacks(9);
    mixed.fabric(Topology::LeafSpine);
    Fabric fabric = *mixed.project().fabrics.begin();
    fabric.spineSwitch = "test.slow-switch";
    const auto plan = generateFabric(mixed.build(), aNetworkCatalog(), fabric);
    CHECK(countRule(plan.issues, "network.speed-mismatch") == 1);
    CHECK(plan.graph.links.back().rate == gigabitsPerSecond(200.0));
}

TEST_CASE("what a generator refuses is one of the plan's issues") {
    NetworkProject builder;
    builder.nodeRacks(40).fabric(Topology::LeafSpine);
    Fabric fabric = *builder.project().fabrics.begin();
    fabric.tiers = 2;
    const auto plan = generateFabric(builder.build(), aNetworkCatalog(), fabric);
    REQUIRE(plan.issues.size() == 1);
    CHECK(plan.issues[0].rule == "network.too-many-hosts");
    CHECK(plan.issues[0].arguments == std::vector<std::string>{"Fabric 1", "160", "32"});
}

TEST_CASE("every device's name finds it again, with and without a port") {
    for (const Topology topology :
         {Topology::FatTree, Topology::LeafSpine, Topology::RailOptimised, Topology::Dragonfly}) {
        NetworkProject builder;
        builder.nodeRacks(12).fabric(topology);
        const FabricPlan plan = only(builder.build());
        const DeviceNames names(plan.graph, plan.hosts);
        for (DeviceIndex d = 0; d < plan.graph.devices.size(); ++d) {
            CHECK(names.find(names.name(d)) == NamedEnd{d, {}});
            CHECK(names.find(names.end(d, 7)) == NamedEnd{d, 7});
        }
    }
}

TEST_CASE("names count from 1 and tell racks of one label apart") {
    NetworkProject builder;
    builder.rack("test.nodes", 0.0, 0.0, "R1");
    builder.rack("test.nodes", 1.0, 0.0, "twin");
    builder.rack("test.nodes", 2.0, 0.0, "twin");
    builder.rack("test.nodes", 3.0, 0.0, "A: odd node 7");
    builder.fabric(Topology::RailOptimised);
    const FabricPlan plan = only(builder.build());
    const DeviceNames names(plan.graph, plan.hosts);
    CHECK(names.name(2) == "R1 node 3");
    CHECK(names.name(4) == "item 2 node 1");
    CHECK(names.name(8) == "item 3 node 1");
    CHECK(names.find("A: odd node 7 node 2:4") == NamedEnd{13, 3});
    CHECK(names.name(16) == "leaf-1.1");
    CHECK(names.end(19, 0) == "leaf-1.4:1");
    CHECK(names.name(24) == "spine-1");
    for (const char* wrong : {"", "leaf", "leaf-", "leaf-0.1", "leaf-1.9", "leaf-1", "spine-1.1",
                              "R1 node 5", "R1 node 0", "R9 node 1", "R1", "leaf-1.1x"})
        CHECK_FALSE(names.find(wrong).has_value());
}
