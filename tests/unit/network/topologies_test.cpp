// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/clos.h"
#include "model/network/dragonfly.h"
#include "model/network/fat_tree.h"
#include "model/network/leaf_spine.h"
#include "model/network/rail_optimised.h"
#include "model/network/torus.h"
#include "tests/support/catch.h"
#include "tests/unit/network/fabric_cases.h"

#include <string>
#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

/// What every generated fabric must keep.
void checkSound(const Graph& graph) {
    CHECK(portsAreSound(graph));
    CHECK(isConnected(graph));
}

std::string ruleOf(const Generated& generated) {
    return generated ? "" : generated.error().rule;
}

}  // namespace

TEST_CASE("a full fat-tree of k-port switches has k³/4 hosts and 5k²/4 switches") {
    for (int k = 4; k <= 64; k += 2) {
        const auto graph = generateFatTree(hostsBelow(k * k * k / 4, 1, k), 3);
        INFO("k = " << k);
        REQUIRE(graph);
        CHECK(switchesOf(*graph) == 5 * k * k / 4);
        CHECK(switchesOf(*graph, 3) == k * k / 4);
        CHECK(graph->links.size() == static_cast<std::size_t>(3 * k * k * k / 4));
        CHECK(ruleOf(generateFatTree(hostsBelow(k * k * k / 4 + 1, 1, k), 3)) ==
              "network.too-many-hosts");
        if (k <= 16) checkSound(*graph);
    }
}

TEST_CASE("in a full fat-tree every switch uses all its ports, half of them up") {
    const auto graph = generateFatTree(hostsBelow(128, 1, 8), 3);
    REQUIRE(graph);
    CHECK(linkCounts(*graph, 1, 0) == std::set{4});
    CHECK(linkCounts(*graph, 1, 2) == std::set{4});
    CHECK(linkCounts(*graph, 2, 1) == std::set{4});
    CHECK(linkCounts(*graph, 2, 3) == std::set{4});
    CHECK(linkCounts(*graph, 3, 2) == std::set{8});
    CHECK(cablesPerPair(*graph, 1) == std::set{1});
}

TEST_CASE("a fat-tree of few hosts gets few pods with even cables and no fewer cables upward") {
    for (int hosts : {40, 65, 90, 128}) {
        const auto graph = generateFatTree(hostsBelow(hosts, 1, 8), 3);
        INFO(hosts);
        REQUIRE(graph);
        checkSound(*graph);
        CHECK(linkCounts(*graph, 1, 2) == std::set{4});
        CHECK(linkCounts(*graph, 2, 3) == std::set{4});
        CHECK(cablesPerPair(*graph, 1).size() == 1);
        CHECK(cablesPerPair(*graph, 2).size() == 1);
        CHECK(switchesOf(*graph) <= 80);
    }
}

TEST_CASE("a fat-tree takes as few tiers as hold its hosts") {
    CHECK(switchesOf(*generateFatTree(hostsBelow(8, 1, 8), 0)) == 1);
    CHECK(switchesOf(*generateFatTree(hostsBelow(9, 1, 8), 0), 2) > 0);
    CHECK(switchesOf(*generateFatTree(hostsBelow(32, 1, 8), 0), 3) == 0);
    CHECK(switchesOf(*generateFatTree(hostsBelow(33, 1, 8), 0), 3) > 0);
    CHECK(ruleOf(generateFatTree(hostsBelow(33, 1, 8), 2)) == "network.too-many-hosts");
}

TEST_CASE("a fat-tree wants an even number of ports, four at least") {
    CHECK(ruleOf(generateFatTree(hostsBelow(4, 1, 7), 3)) == "network.odd-radix");
    CHECK(ruleOf(generateFatTree(hostsBelow(2, 1, 2), 3)) == "network.radix-small");
    CHECK(generateFatTree(hostsBelow(4, 1, 4), 3).has_value());
}

TEST_CASE("a host keeps to one leaf of a fat-tree where it fits") {
    const auto graph = generateFatTree(hostsBelow(10, 3, 8), 3);
    REQUIRE(graph);
    checkSound(*graph);
    for (const Link& link : graph->links) {
        if (graph->devices[link.a].role != DeviceRole::Host) continue;
        const auto sameHost = std::ranges::find(graph->links, link.a, &Link::a);
        CHECK(sameHost->b == link.b);
    }
    const auto wide = generateFatTree(hostsBelow(3, 6, 8), 3);
    REQUIRE(wide);
    checkSound(*wide);
}

TEST_CASE("a leaf–spine without oversubscription holds r²/2 hosts and no more with two tiers") {
    for (int radix : {8, 40, 64}) {
        const auto full = generateLeafSpine(hostsBelow(radix * radix / 2, 1, radix), 1.0, 2);
        REQUIRE(full);
        CHECK(switchesOf(*full, 1) == radix);
        CHECK(switchesOf(*full, 2) == radix / 2);
        CHECK(ruleOf(generateLeafSpine(hostsBelow(radix * radix / 2 + 1, 1, radix), 1.0, 2)) ==
              "network.too-many-hosts");
    }
    checkSound(*generateLeafSpine(hostsBelow(32, 1, 8), 1.0, 2));
}

TEST_CASE("leaves keep to the oversubscription and are all wired alike") {
    for (double limit : {1.0, 1.5, 2.0, 3.0, 4.0}) {
        for (int hosts : {20, 33, 97, 200}) {
            const auto graph = generateLeafSpine(hostsBelow(hosts, 1, 40), limit, 0);
            INFO(limit << " with " << hosts);
            REQUIRE(graph);
            checkSound(*graph);
            if (switchesOf(*graph, 2) == 0) continue;
            const auto up = linkCounts(*graph, 1, 2);
            const auto down = linkCounts(*graph, 1, 0);
            REQUIRE(up.size() == 1);
            CHECK(*down.rbegin() <= limit * *up.begin() + 1e-9);
            CHECK(cablesPerPair(*graph, 1).size() == 1);
        }
    }
}

TEST_CASE("an oversubscription spares uplinks: 36 hosts below 12 of 48 ports at 3:1") {
    const auto graph = generateLeafSpine(hostsBelow(108, 1, 48), 3.0, 2);
    REQUIRE(graph);
    CHECK(switchesOf(*graph, 1) == 3);
    CHECK(linkCounts(*graph, 1, 0) == std::set{36});
    CHECK(linkCounts(*graph, 1, 2) == std::set{12});
    CHECK(switchesOf(*graph, 2) == 1);
}

TEST_CASE("a leaf counts rates and not ports: slow hosts need fewer fast uplinks") {
    FabricInput input = hostsBelow(96, 1, 48);
    for (HostEnd& host : input.hosts)
        host.rate = gigabitsPerSecond(100.0);
    const auto graph = generateLeafSpine(input, 1.0, 2);
    REQUIRE(graph);
    CHECK(switchesOf(*graph, 1) == 3);  // 38 hosts below 10 uplinks of four times their speed
    CHECK(*linkCounts(*graph, 1, 2).begin() >= 10);
    CHECK(graph->links.front().rate == gigabitsPerSecond(100.0));
}

TEST_CASE("a leaf–spine grows to three tiers where two do not hold its hosts") {
    const auto graph = generateLeafSpine(hostsBelow(100, 1, 8), 1.0, 0);
    REQUIRE(graph);
    checkSound(*graph);
    CHECK(switchesOf(*graph, 3) > 0);
    CHECK(linkCounts(*graph, 2, 3).size() == 1);
}

TEST_CASE("the DGX SuperPOD of 1 to 4 scalable units has the published switches and cables") {
    struct Row {
        int nodes, leaves, spines, hostCables, spineCables;
    };
    // NVIDIA DGX SuperPOD reference architecture, DGX H100, compute fabric of 64-port NDR switches:
    // one server's place of the last unit goes to the fabric manager with four cables.
    const std::vector<Row> table{{31, 8, 4, 252, 256},
                                 {63, 16, 8, 508, 512},
                                 {95, 24, 16, 764, 768},
                                 {127, 32, 16, 1020, 1024}};
    for (const Row& row : table) {
        FabricInput input = hostsBelow(row.nodes, 8, 64);
        input.hosts.push_back({4, fourHundred});
        const auto graph = generateRailOptimised(input, {});
        INFO(row.nodes << " nodes");
        REQUIRE(graph);
        checkSound(*graph);
        CHECK(switchesOf(*graph, 1) == row.leaves);
        CHECK(switchesOf(*graph, 2) == row.spines);
        CHECK(linksInto(*graph, 1) == row.hostCables);
        CHECK(linksInto(*graph, 2) == row.spineCables);
        CHECK(cablesPerPair(*graph, 1).size() == 1);
    }
}

TEST_CASE("port i of every server of a unit goes to leaf i of that unit") {
    const auto graph = generateRailOptimised(hostsBelow(40, 4, 32), {16, 1.0, 0});
    REQUIRE(graph);
    checkSound(*graph);
    for (const Link& link : graph->links) {
        const Device& host = graph->devices[link.a];
        const Device& leaf = graph->devices[link.b];
        if (host.role != DeviceRole::Host) continue;
        CHECK(leaf.number == link.portA);
        CHECK(leaf.pod == host.pod);
        CHECK(host.pod == static_cast<int>(link.a) / 16);
        CHECK(link.portB == host.number);
    }
}

TEST_CASE("a rail-optimised fabric beyond two tiers keeps units whole in a pod") {
    const auto graph = generateRailOptimised(hostsBelow(100, 4, 16), {8, 1.0, 0});
    REQUIRE(graph);
    checkSound(*graph);
    CHECK(switchesOf(*graph, 3) > 0);
    for (const Link& link : graph->links) {
        if (graph->devices[link.b].tier != 2) continue;
        CHECK(graph->devices[link.b].pod == graph->devices[link.a].pod / 2);
    }
    CHECK(linkCounts(*graph, 2, 3) == std::set{8});
}

TEST_CASE("a scalable unit must fit the ports of its leaves") {
    CHECK(ruleOf(generateRailOptimised(hostsBelow(32, 8, 40), {32, 1.0, 0})) ==
          "network.radix-small");
    CHECK(generateRailOptimised(hostsBelow(32, 8, 40), {20, 1.0, 0}).has_value());
    CHECK(ruleOf(generateRailOptimised(hostsBelow(100, 8, 8), {4, 1.0, 0})) ==
          "network.radix-small");
    CHECK(ruleOf(generateRailOptimised(hostsBelow(40, 4, 16), {8, 1.0, 2})) ==
          "network.too-many-hosts");
}

TEST_CASE("a balanced dragonfly has a·h + 1 groups: 1,056 hosts at p = 4, 16,512 at p = 8") {
    struct Row {
        int p, groups, hosts;
    };
    // J. Kim et al., Technology-Driven, Highly-Scalable Dragonfly Topology, ISCA 2008.
    for (const Row& row : {Row{4, 33, 1056}, Row{8, 129, 16512}}) {
        const FabricInput input = hostsBelow(row.hosts, 1, 4 * row.p - 1);
        const auto graph = generateDragonfly(input, {});
        REQUIRE(graph);
        CHECK(switchesOf(*graph) == row.groups * 2 * row.p);
        CHECK(graph->devices.back().pod == row.groups - 1);
        CHECK(portsAreSound(*graph));
        CHECK(isConnected(*graph));
        const auto distance = distancesFrom(*graph, 0);
        CHECK(*std::ranges::max_element(distance) == 5);  // host, local, global, local, host
        CHECK(ruleOf(generateDragonfly(hostsBelow(row.hosts + 1, 1, 4 * row.p - 1), {})) ==
              "network.too-many-hosts");
    }
}

TEST_CASE("every two groups of a dragonfly have the same number of cables") {
    const auto graph = generateDragonfly(hostsBelow(200, 1, 15), {});
    REQUIRE(graph);
    checkSound(*graph);
    std::map<std::pair<int, int>, int> cables;
    for (const Link& link : graph->links) {
        const int a = graph->devices[link.a].pod;
        const int b = graph->devices[link.b].pod;
        if (a != b) ++cables[{a, b}];
    }
    CHECK(cables.size() == 21);  // 7 groups of 32 hosts
    for (const auto& [pair, count] : cables)
        CHECK(count == 5);  // 32 global ports over 6 others
}

TEST_CASE("a dragonfly takes the figures that are given and balances the others") {
    const auto figures = balancedDragonfly({0, 0, 0}, 64);
    CHECK(figures.hostsPerSwitch == 16);
    CHECK(figures.groupSwitches == 32);
    CHECK(figures.globalLinks == 16);
    CHECK(balancedDragonfly({4, 0, 0}, 64).groupSwitches == 8);
    CHECK(balancedDragonfly({0, 8, 0}, 64).hostsPerSwitch == 4);
    CHECK(ruleOf(generateDragonfly(hostsBelow(10, 1, 15), {8, 8, 8})) == "network.radix-small");
    CHECK(ruleOf(generateDragonfly(hostsBelow(10, 1, 2), {})) == "network.radix-small");
    checkSound(*generateDragonfly(hostsBelow(10, 1, 15), {}));
    checkSound(*generateDragonfly(hostsBelow(3, 2, 15), {}));
}

TEST_CASE("a full torus gives every node six cables and n/2 steps a dimension at most") {
    const auto graph = generateTorus(hostsBelow(64, 8, 64), {});
    REQUIRE(graph);
    checkSound(*graph);
    CHECK(graph->links.size() == 192);
    const auto distance = distancesFrom(*graph, 21);
    CHECK(*std::ranges::max_element(distance) == 6);
    const Adjacency adjacency(*graph);
    for (DeviceIndex d = 0; d < 64; ++d)
        CHECK(adjacency.of(d).size() == 6);
}

TEST_CASE("a torus closes its rings over missing nodes") {
    for (int nodes : {1, 2, 5, 31, 63, 100}) {
        const auto graph = generateTorus(hostsBelow(nodes, 6, 64), {});
        INFO(nodes);
        REQUIRE(graph);
        checkSound(*graph);
    }
    const auto pair = generateTorus(hostsBelow(2, 6, 64), {});
    CHECK(pair->links.size() == 1);
}

TEST_CASE("a torus is as even as holds its nodes, or as told") {
    CHECK(torusSides(64, {}) == TorusSides{4, 4, 4});
    CHECK(torusSides(31, {}) == TorusSides{4, 3, 3});
    CHECK(torusSides(1, {}) == TorusSides{1, 1, 1});
    CHECK(torusSides(1000, {20, 50, 0}) == TorusSides{20, 50, 1});
    CHECK(ruleOf(generateTorus(hostsBelow(28, 6, 64), {3, 3, 3})) == "network.too-many-hosts");
    CHECK(ruleOf(generateTorus(hostsBelow(27, 4, 64), {3, 3, 3})) == "network.radix-small");
    CHECK(generateTorus(hostsBelow(9, 4, 64), {3, 3, 0}).has_value());
}

TEST_CASE("switches above are the fewest that share the cables evenly") {
    CHECK(evenSwitches(8, 32, 64) == 4);
    CHECK(evenSwitches(24, 32, 64) == 16);
    CHECK(evenSwitches(64, 32, 64) == 32);
    CHECK_FALSE(evenSwitches(65, 32, 64).has_value());
}

TEST_CASE("figures at the ends of their ranges are built or refused, and counts do not overflow") {
    CHECK(generateTorus(hostsBelow(27, 6, 64), {100000, 100000, 100000}).has_value());
    const auto fatTree = generateFatTree(hostsBelow(10, 64, 10000), 3);
    CHECK(fatTree.has_value());
    CHECK(generateLeafSpine(hostsBelow(10, 1, 2), 0.1, 0).has_value() == false);
    CHECK(generateLeafSpine(hostsBelow(2, 1, 2), 100.0, 2).has_value());
    FabricInput slow = hostsBelow(4, 1, 4);
    slow.leaf.speed = slow.spine.speed = gigabitsPerSecond(0.1);
    CHECK(generateLeafSpine(slow, 1.0, 2).has_value());
    CHECK(ruleOf(generateRailOptimised(hostsBelow(4, 8, 64), {10000, 0.1, 0})) ==
          "network.radix-small");
    CHECK(ruleOf(generateDragonfly(hostsBelow(4, 1, 64), {100000, 100000, 100000})) ==
          "network.radix-small");
    const auto refused = generateFatTree(hostsBelow(200, 64, 4), 3);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().arguments == std::vector<std::string>{"Fabric", "200", "0"});
}
