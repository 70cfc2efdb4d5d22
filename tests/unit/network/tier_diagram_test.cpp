// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/dragonfly.h"
#include "model/network/fat_tree.h"
#include "model/network/leaf_spine.h"
#include "model/network/network_plan.h"
#include "model/network/rail_optimised.h"
#include "model/network/tier_diagram.h"
#include "model/network/torus.h"
#include "model/network/ways_between.h"
#include "tests/support/catch.h"
#include "tests/unit/network/fabric_cases.h"
#include "tests/unit/network/small_graphs.h"

#include <cmath>
#include <numeric>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

constexpr int nodesPerRack = 4;

/// A plan around a graph, its hosts in racks of four.
FabricPlan planAround(Topology topology, Graph graph) {
    FabricPlan plan;
    plan.fabric.name = "Fabric";
    plan.fabric.topology = topology;
    plan.graph = std::move(graph);
    const auto hosts = static_cast<DeviceIndex>(
        std::ranges::count(plan.graph.devices, DeviceRole::Host, &Device::role));
    for (DeviceIndex host = 0; host < hosts; host += nodesPerRack) {
        HostRack rack;
        rack.item = ItemId{static_cast<std::int64_t>(host) / nodesPerRack + 1};
        rack.name = "R" + std::to_string(rack.item.value);
        rack.nodes = std::min<int>(nodesPerRack, static_cast<int>(hosts - host));
        rack.firstHost = host;
        plan.hosts.racks.push_back(rack);
        for (int node = 0; node < rack.nodes; ++node)
            plan.graph.devices[host + static_cast<DeviceIndex>(node)].rack = rack.item;
    }
    return plan;
}

FabricPlan railFabric(int hosts, int radix) {
    return planAround(Topology::RailOptimised,
                      *generateRailOptimised(hostsBelow(hosts, 8, radix), {radix / 2, 1.0, 0}));
}

std::vector<FabricPlan> everyTopology() {
    std::vector<FabricPlan> plans;
    plans.push_back(planAround(Topology::FatTree, *generateFatTree(hostsBelow(128, 1, 8), 0)));
    plans.push_back(railFabric(128, 64));
    plans.push_back(railFabric(1024, 32));
    plans.push_back(
        planAround(Topology::LeafSpine, *generateLeafSpine(hostsBelow(480, 2, 48), 2.0, 0)));
    plans.push_back(
        planAround(Topology::LeafSpine, *generateLeafSpine(hostsBelow(9, 1, 48), 2.0, 0)));
    plans.push_back(
        planAround(Topology::Dragonfly, *generateDragonfly(hostsBelow(1056, 1, 15), {})));
    plans.push_back(planAround(Topology::Torus, *generateTorus(hostsBelow(64, 6, 6), {4, 4, 4})));
    plans.push_back(planAround(Topology::Torus, *generateTorus(hostsBelow(1000, 6, 6), {})));
    plans.push_back(planAround(Topology::FatTree, hostsOf(hostsBelow(12, 1, 8))));
    return plans;
}

bool overlap(const DrawingBox& a, const DrawingBox& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::size_t overlaps(const TierDiagram& diagram) {
    std::size_t count = 0;
    for (std::size_t a = 0; a < diagram.nodes.size(); ++a)
        for (std::size_t b = a + 1; b < diagram.nodes.size(); ++b)
            count += overlap(diagram.nodes[a].box, diagram.nodes[b].box) ? 1 : 0;
    return count;
}

/// Every link once: between two nodes or inside one; rates with them.
void requireConserved(const TierDiagram& diagram, const Graph& graph) {
    std::size_t links = 0;
    double rate = 0.0;
    for (const DiagramEdge& edge : diagram.edges) {
        links += edge.links;
        rate += edge.rate.si();
        REQUIRE(edge.a < edge.b);
    }
    double expected = 0.0;
    for (LinkIndex l = 0; l < graph.links.size(); ++l)
        if (diagram.edgeOf[l] != TierDiagram::noEdge) expected += graph.links[l].rate.si();
    std::size_t devices = 0;
    for (const DiagramNode& node : diagram.nodes) {
        links += node.linksInside;
        devices += node.count;
    }
    CHECK(links == graph.links.size());
    CHECK(devices == graph.devices.size());
    CHECK(rate == Approx(expected).epsilon(1e-12));
}

Folding allOpen(const DeviceGroups& groups) {
    Folding folding;
    for (const DeviceGroup& group : groups.groups)
        folding.open(group.key);
    return folding;
}

std::size_t nodesOf(const TierDiagram& diagram, int tier) {
    return static_cast<std::size_t>(
        std::ranges::count(diagram.nodes, tier, [](const DiagramNode& n) { return int{n.tier}; }));
}

GroupKey section(GroupKind kind, int number) {
    return {kind, 0, -1, number, number};
}

}  // namespace

TEST_CASE("a folded picture has every device and every link once") {
    for (const FabricPlan& plan : everyTopology()) {
        const DeviceGroups groups = groupDevices(plan);
        const TierDiagram diagram = tierDiagram(plan, groups);
        INFO(static_cast<int>(plan.fabric.topology) << ", hosts " << plan.hostCount());
        requireConserved(diagram, plan.graph);
        CHECK(diagram.nodes.size() <= 60);
        CHECK(overlaps(diagram) == 0);
        CHECK(diagram == tierDiagram(plan, groupDevices(plan)));
    }
}

TEST_CASE("with all groups open each device is a node and each pair of wired devices an edge") {
    for (const FabricPlan& plan : everyTopology()) {
        const DeviceGroups groups = groupDevices(plan);
        const TierDiagram diagram = tierDiagram(plan, groups, allOpen(groups));
        requireConserved(diagram, plan.graph);
        CHECK(diagram.nodes.size() == plan.graph.devices.size());
        CHECK(overlaps(diagram) == 0);
        std::set<std::pair<DeviceIndex, DeviceIndex>> pairs;
        for (const Link& link : plan.graph.links)
            pairs.insert(std::minmax(link.a, link.b));
        CHECK(diagram.edges.size() == pairs.size());
        for (const DiagramNode& node : diagram.nodes) {
            CHECK(node.box.x >= diagram.area.x);
            CHECK(node.box.bottom() <= diagram.area.bottom());
        }
    }
}

TEST_CASE("a rail-optimised fabric of four units shows them folded and its spines one by one") {
    const FabricPlan plan = railFabric(128, 64);
    const DeviceGroups groups = groupDevices(plan);
    const TierDiagram diagram = tierDiagram(plan, groups);
    CHECK(nodesOf(diagram, 0) == 4);
    CHECK(nodesOf(diagram, 1) == 4);
    CHECK(nodesOf(diagram, 2) == 16);
    const auto leaves =
        std::ranges::find(diagram.nodes, 1, [](const DiagramNode& n) { return int{n.tier}; });
    CHECK(leaves->count == 8);
    CHECK(groups.groups[leaves->group].key == section(GroupKind::Units, 0));
    for (const DiagramEdge& edge : diagram.edges) {
        const bool isUplink = diagram.nodes[edge.b].tier == 2;
        CHECK(edge.links == (isUplink ? 16U : 256U));
        CHECK(edge.rate.in(gigabitsPerSecond) == Approx(400.0 * (isUplink ? 16.0 : 256.0)));
    }
}

TEST_CASE("an open unit shows its switches one by one and its hosts by rack") {
    const FabricPlan plan = railFabric(128, 64);
    const DeviceGroups groups = groupDevices(plan);
    Folding folding;
    folding.open(section(GroupKind::Units, 2));
    const TierDiagram diagram = tierDiagram(plan, groups, folding);
    CHECK(nodesOf(diagram, 1) == 3 + 8);
    CHECK(nodesOf(diagram, 0) == 3 + 32 / nodesPerRack);
    REQUIRE(diagram.frames.size() == 1);
    CHECK(groups.groups[diagram.frames[0].group].key == section(GroupKind::Units, 2));
    for (const DiagramNode& node : diagram.nodes) {
        const bool isInside = groups.groups[node.group].key == section(GroupKind::Units, 2) ||
                              groups.groups[node.group].key.pod == 2;
        CHECK(overlap(node.box, diagram.frames[0].box) == isInside);
    }
    folding.open({GroupKind::Racks, 0, 2, 16, 16});  // the first rack of unit 3
    CHECK(nodesOf(tierDiagram(plan, groups, folding), 0) ==
          3 + 32 / nodesPerRack - 1 + nodesPerRack);
    folding.close(section(GroupKind::Units, 2));
    CHECK(tierDiagram(plan, groups, folding) == [&] {
        TierDiagram plain = tierDiagram(plan, groups);
        return plain;
    }());
}

TEST_CASE("spines of pods stand in the column of the units that they serve") {
    const FabricPlan plan = railFabric(1024, 32);  // units of 16, two to a pod
    const DeviceGroups groups = groupDevices(plan);
    Folding folding;
    const auto pods = std::ranges::find(groups.groups, GroupKind::Pods,
                                        [](const DeviceGroup& g) { return g.key.kind; });
    REQUIRE(pods != groups.groups.end());
    for (const DeviceGroup& group : groups.groups)
        if (group.key.kind == GroupKind::Pods) folding.open(group.key);
    const TierDiagram diagram = tierDiagram(plan, groups, folding);
    for (const DiagramEdge& edge : diagram.edges) {
        const DiagramNode& lower = diagram.nodes[edge.a];
        const DiagramNode& upper = diagram.nodes[edge.b];
        if (lower.tier != 1 || upper.tier != 2) continue;
        const GroupIndex unit = lower.group;
        CHECK(groups.groups[unit].parent == upper.group);
    }
}

TEST_CASE("a fabric of a hundred thousand GPUs folds to a picture of sixty nodes") {
    const FabricPlan plan = railFabric(12800, 128);
    REQUIRE(plan.graph.links.size() > 200000);
    const DeviceGroups groups = groupDevices(plan);
    const TierDiagram diagram = tierDiagram(plan, groups);
    requireConserved(diagram, plan.graph);
    CHECK(diagram.nodes.size() <= 60);
    CHECK(diagram.nodes.size() >= 20);
    const auto block = std::ranges::find_if(groups.groups, [](const DeviceGroup& g) {
        return g.key.kind == GroupKind::Pods && g.key.isBlock();
    });
    REQUIRE(block != groups.groups.end());
    Folding folding;
    folding.open(block->key);
    CHECK(tierDiagram(plan, groups, folding).nodes.size() > diagram.nodes.size());
}

TEST_CASE("neighbours of a torus are joined straight and its ends by an arc") {
    const FabricPlan plan =
        planAround(Topology::Torus, *generateTorus(hostsBelow(64, 6, 6), {4, 4, 4}));
    const DeviceGroups groups = groupDevices(plan);
    Folding folding;
    for (int plane = 0; plane < 4; ++plane)
        folding.close(section(GroupKind::Planes, plane));
    const TierDiagram diagram = tierDiagram(plan, groups, folding);
    REQUIRE(diagram.nodes.size() == 4);
    REQUIRE(diagram.edges.size() == 4);
    for (const DiagramEdge& edge : diagram.edges) {
        CHECK(edge.links == 16);
        CHECK((edge.bend > 0.0) == (edge.b - edge.a > 1));
    }
    CHECK(diagram.nodes[0].linksInside == 32);
}

TEST_CASE("the load of an edge is that of its links, and what is cut counts as dead") {
    FabricPlan plan = planAround(Topology::LeafSpine, network::test::leafSpine(2, 2, 2));
    const DeviceGroups groups = groupDevices(plan);
    const TierDiagram diagram = tierDiagram(plan, groups, allOpen(groups));
    FabricStudy study;
    study.flows.load.assign(2 * plan.graph.links.size(), 0.0);
    study.flows.load[2 * 4 + 1] = 0.75;  // the first uplink, downwards
    study.loss.devices = {7};            // the second spine
    study.loss.links = {0};
    study.effect.emplace();
    study.effect->reach.cutOff = {0};
    const DiagramLoad load = loadOn(diagram, plan.graph, study);
    const auto edge = [&](LinkIndex link) { return load.edges[diagram.edgeOf[link]]; };
    CHECK(edge(4) == EdgeLoad{0.75, 0.75, 4, 0});
    CHECK(edge(0).dead == 1);
    CHECK(edge(5).dead == 1);
    CHECK(edge(1).dead == 0);
    CHECK(load.nodes[diagram.nodeOf[7]].dead == 1);
    CHECK(load.nodes[diagram.nodeOf[0]].cutOff == 1);
    CHECK(load.nodes[diagram.nodeOf[6]].most == 0.75);

    const DiagramLoad folded = loadOn(tierDiagram(plan, groups), plan.graph, study);
    const auto dead = [](std::size_t sum, const EdgeLoad& e) { return sum + e.dead; };
    CHECK(std::accumulate(folded.edges.begin(), folded.edges.end(), std::size_t{0}, dead) == 3);
}

TEST_CASE("between servers of two leaves there is a way over each spine") {
    NetworkPlan network;
    network.fabrics.push_back(planAround(Topology::LeafSpine, network::test::leafSpine(2, 2, 4)));
    const Graph& graph = network.fabrics[0].graph;
    FabricCables cables;
    for (LinkIndex l = 0; l < graph.links.size(); ++l)
        cables.cables.push_back({metres(l < 4 ? 2.0 : 10.0 + l), 0, 0});
    network.cables.layout.fabrics.push_back(cables);
    const PlannedFabric fabric{&network, 0};
    const WaysBetween ways = waysBetween(fabric, nullptr, 0, 3);
    CHECK(ways.hops == 4);
    CHECK(ways.ways == 4.0);
    CHECK(ways.rate.in(gigabitsPerSecond) == Approx(100.0));
    CHECK(ways.bottleneck / 2 == 0);
    CHECK(ways.arcs.size() == 10);
    double uplinks = 0.0;
    for (const WayArc& way : ways.arcs)
        if (way.arc / 2 >= 4) uplinks += way.share;
    CHECK(uplinks == Approx(2.0));
    // Links 4…7 leave the first leaf, 8…11 the second: the way over the first spine is shortest.
    CHECK(ways.shortest.in(metres) == Approx(2.0 + 14.0 + 18.0 + 2.0));
    CHECK(ways.longest.in(metres) == Approx(2.0 + 17.0 + 21.0 + 2.0));

    FabricStudy study;
    study.loss.devices = {6, 7, 8};
    const WaysBetween left = waysBetween(fabric, &study, 0, 3);
    CHECK(left.ways == 1.0);
    CHECK(left.shortest.in(metres) == Approx(left.longest.in(metres)));
    study.loss.devices.push_back(9);
    CHECK_FALSE(waysBetween(fabric, &study, 0, 3).isReachable());
    CHECK_FALSE(waysBetween(fabric, nullptr, 2, 2).isReachable());
}
