// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/generate.h"
#include "model/network/names.h"
#include "tests/support/catch.h"
#include "tests/unit/network/fabric_cases.h"
#include "tests/unit/network/network_project.h"

#include <string>
#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

/// Four racks of four servers with four ports: 2 units of 8, 8 leaves of 8 + 8 ports, 4 spines.
NetworkProject aRailFabric() {
    NetworkProject builder;
    builder.nodeRacks(4).fabric(Topology::RailOptimised);
    return builder;
}

FabricPlan planOf(const NetworkProject& builder) {
    const Project project = builder.build();
    return generateFabric(project, aNetworkCatalog(), *project.fabrics.begin());
}

FabricPlan unedited() {
    return planOf(aRailFabric());
}

/// The one rule that a single change breaks; empty when it breaks none.
std::string ruleOf(FabricEditKind kind, const std::string& first, const std::string& second = {}) {
    NetworkProject builder = aRailFabric();
    builder.next(kind, first, second);
    const FabricPlan plan = planOf(builder);
    if (plan.issues.empty()) return "";
    CHECK(plan.difference.isEmpty());
    CHECK(plan.graph.links.size() == unedited().graph.links.size());
    CHECK_FALSE(plan.issues[0].fix.empty());
    return plan.issues[0].rule;
}

}  // namespace

TEST_CASE("without changes by hand there is no difference") {
    const FabricPlan plan = unedited();
    CHECK(plan.difference.isEmpty());
    CHECK(plan.graph.links.size() == 64 + 64);
    CHECK(plan.issues.empty());
}

TEST_CASE("a link that is removed is gone from the graph and named in the difference") {
    NetworkProject builder = aRailFabric();
    builder.next(FabricEditKind::RemoveLink, "N1 node 1:2", "leaf-1.2");
    const FabricPlan plan = planOf(builder);
    CHECK(plan.issues.empty());
    CHECK(plan.graph.links.size() == 127);
    REQUIRE(plan.difference.removedLinks.size() == 1);
    CHECK(plan.difference.removedLinks[0] ==
          RemovedLink{"N1 node 1:2", "leaf-1.2:1", gigabitsPerSecond(400.0)});
}

TEST_CASE("a cable can be rewired: what is freed may be used again") {
    NetworkProject builder = aRailFabric();
    builder.next(FabricEditKind::RemoveLink, "N1 node 1:2");
    builder.next(FabricEditKind::RemoveLink, "N1 node 2:2");
    builder.next(FabricEditKind::AddLink, "leaf-1.2:1", "N1 node 2:2");
    const FabricPlan plan = planOf(builder);
    CHECK(plan.issues.empty());
    CHECK(plan.difference.removedLinks.size() == 2);
    REQUIRE(plan.difference.addedLinks.size() == 1);
    const Link& added = plan.graph.links[plan.difference.addedLinks[0]];
    const DeviceNames names(plan.graph, plan.hosts);
    CHECK(added.byHand);
    CHECK(names.end(added.a, added.portA) == "N1 node 2:2");
    CHECK(names.end(added.b, added.portB) == "leaf-1.2:1");
    CHECK(portsAreSound(plan.graph));
}

TEST_CASE("a link that is removed and put back as it was is no difference") {
    NetworkProject builder = aRailFabric();
    builder.next(FabricEditKind::RemoveLink, "leaf-1.2:1");
    builder.next(FabricEditKind::AddLink, "leaf-1.2", "N1 node 1");  // lowest free ports
    const FabricPlan plan = planOf(builder);
    CHECK(plan.issues.empty());
    CHECK(plan.difference.isEmpty());
    CHECK(plan.graph.links.size() == 128);
}

TEST_CASE("a switch that is removed takes its cables along; others keep their names and order") {
    NetworkProject builder = aRailFabric();
    builder.next(FabricEditKind::RemoveSwitch, "leaf-1.3");
    const FabricPlan plan = planOf(builder);
    CHECK(plan.difference.removedSwitches == std::vector<std::string>{"leaf-1.3"});
    CHECK(plan.difference.removedLinks.size() == 16);
    CHECK(plan.graph.links.size() == 112);
    CHECK(switchesOf(plan.graph) == switchesOf(unedited().graph) - 1);
    const DeviceNames names(plan.graph, plan.hosts);
    CHECK_FALSE(names.find("leaf-1.3").has_value());
    CHECK(names.find("leaf-1.4").has_value());
    CHECK(std::ranges::is_sorted(plan.graph.devices, {}, &Device::tier));
    CHECK(portsAreSound(plan.graph));
    CHECK(isConnected(plan.graph));
}

TEST_CASE("a switch can be added, wired and set into a rack") {
    NetworkProject builder = aRailFabric();
    const ItemId rack = builder.rack("test.network", 9.0, 0.0, "NET");
    FabricEdit& added = builder.next(FabricEditKind::AddSwitch, "leaf-1.9");
    added.rack = rack;
    added.unit = 12;
    added.switchKey = "test.slow-switch";
    builder.next(FabricEditKind::RemoveLink, "spine-1:1");
    builder.next(FabricEditKind::AddLink, "leaf-1.9:16", "spine-1:1");
    const FabricPlan plan = planOf(builder);
    CHECK(plan.difference.addedSwitches == std::vector<std::string>{"leaf-1.9"});
    REQUIRE(plan.seats.size() == 1);
    const DeviceNames names(plan.graph, plan.hosts);
    CHECK(names.name(plan.seats[0].device) == "leaf-1.9");
    CHECK(plan.seats[0].rack == rack);
    CHECK(plan.seats[0].unit == 12);
    CHECK(std::ranges::is_sorted(plan.graph.devices, {}, &Device::tier));
    REQUIRE(plan.difference.addedLinks.size() == 1);
    CHECK(plan.graph.links[plan.difference.addedLinks[0]].rate == gigabitsPerSecond(200.0));
    CHECK(countRule(plan.issues, "network.speed-mismatch") == 1);
}

TEST_CASE("a switch that was added and removed again leaves no trace, and its name is free") {
    NetworkProject builder = aRailFabric();
    builder.next(FabricEditKind::AddSwitch, "core-1");
    builder.next(FabricEditKind::RemoveSwitch, "core-1");
    CHECK(planOf(builder).difference.isEmpty());
    builder.next(FabricEditKind::RemoveSwitch, "spine-1");
    builder.next(FabricEditKind::AddSwitch, "spine-1");
    const FabricPlan plan = planOf(builder);
    CHECK(plan.issues.empty());
    CHECK(switchesOf(plan.graph) == switchesOf(unedited().graph));
}

TEST_CASE("a switch that is moved is named and keeps its cables") {
    NetworkProject builder = aRailFabric();
    const ItemId rack = builder.rack("test.network", 9.0, 0.0, "NET");
    builder.next(FabricEditKind::MoveSwitch, "spine-2").rack = rack;
    const FabricPlan plan = planOf(builder);
    CHECK(plan.difference.movedSwitches == std::vector<std::string>{"spine-2"});
    CHECK(plan.graph.links.size() == 128);
    CHECK(plan.seats.size() == 1);
}

TEST_CASE("a change that cannot be made is told and the others count") {
    using enum FabricEditKind;
    CHECK(ruleOf(RemoveSwitch, "leaf-7.7") == "network.edit-unknown");
    CHECK(ruleOf(RemoveSwitch, "N1 node 1") == "network.edit-unknown");
    CHECK(ruleOf(RemoveLink, "leaf-1.1:16", "N4 node 1") == "network.edit-unknown");
    CHECK(ruleOf(RemoveLink, "nothing") == "network.edit-unknown");
    CHECK(ruleOf(MoveSwitch, "leaf-1.1") == "network.edit-unknown");
    CHECK(ruleOf(AddSwitch, "switch one") == "network.edit-unknown");
    CHECK(ruleOf(AddSwitch, "leaf-1.1") == "network.switch-exists");
    CHECK(ruleOf(AddLink, "leaf-1.1:1", "leaf-2.1:1") == "network.port-twice");
    CHECK(ruleOf(AddLink, "leaf-1.1:17", "leaf-2.1:1") == "network.port-unknown");
    CHECK(ruleOf(AddLink, "leaf-1.1:3", "leaf-1.1:4") == "network.self-link");
    CHECK(ruleOf(AddLink, "N1 node 1", "leaf-1.1") == "network.ports-full");
    CHECK(ruleOf(RemoveLink, "leaf-1.1:1", "N1 node 1:1") == "");

    NetworkProject builder = aRailFabric();
    builder.next(RemoveSwitch, "leaf-7.7");
    builder.next(RemoveSwitch, "leaf-2.1");
    builder.next(AddSwitch, "leaf-2.1").switchKey = "switch.gone";
    const FabricPlan plan = planOf(builder);
    CHECK(plan.difference.removedSwitches.size() == 1);
    CHECK(countRule(plan.issues, "network.unknown-switch") == 1);
    CHECK(plan.issues.size() == 2);
}
