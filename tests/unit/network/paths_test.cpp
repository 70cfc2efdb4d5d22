// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/paths.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <limits>
#include <set>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

TEST_CASE("Hops in a fat-tree are 2 on a leaf, 4 in a pod and 6 between pods") {
    const Graph graph = fatTree(4);
    const ShortestWays ways(Wiring(graph), 0);
    CHECK(ways.distance(0) == 0);
    CHECK(ways.distance(1) == 2);
    CHECK(ways.distance(2) == 4);
    CHECK(ways.distance(4) == 6);
    // Between pods: 2 spines up, then 2 cores each, and one way down from a core.
    CHECK(ways.count(4) == 4.0);
    CHECK(ways.count(2) == 2.0);
}

TEST_CASE("A search that ends at its sources counts the same ways to them") {
    const Graph graph = fatTree(4);
    const Wiring wiring(graph);
    const ShortestWays whole(wiring, 0);
    ShortestWays ways;
    ways.search(wiring, 4);  // what an earlier search left must not show
    const std::vector<DeviceIndex> sources{1, 2};
    ways.search(wiring, 0, sources);
    for (const DeviceIndex source : sources) {
        CHECK(ways.distance(source) == whole.distance(source));
        CHECK(ways.count(source) == whole.count(source));
    }
    CHECK(ways.distance(4) == unreachable);
    CHECK(ways.arcs().size() < whole.arcs().size());
}

TEST_CASE("A server of several rails does not pass on traffic of others") {
    // Two rails without spines: leaf 0 and leaf 1 meet in hosts only.
    const Graph graph = rails(4, 2, 0);
    const ShortestWays ways(Wiring(graph), 4);
    CHECK(ways.distance(0) == 1);
    CHECK(ways.distance(5) == unreachable);
}

TEST_CASE("Hosts of a torus pass traffic on, the shorter way round") {
    const Graph ring = torus(6, 1);
    const ShortestWays ways(Wiring(ring), 0);
    CHECK(ways.distance(1) == 1);
    CHECK(ways.distance(5) == 1);
    CHECK(ways.distance(3) == 3);
    CHECK(ways.count(3) == 2.0);
}

TEST_CASE("Links without a rate and links to nowhere carry nothing") {
    Graph graph = leafSpine(2, 1, 1);
    graph.links[0].rate = bitsPerSecond(0.0);
    CHECK(ShortestWays(Wiring(graph), 1).distance(0) == unreachable);
    graph.links[0].rate = bitsPerSecond(std::numeric_limits<double>::quiet_NaN());
    CHECK(ShortestWays(Wiring(graph), 1).distance(0) == unreachable);
    graph.links[0].rate = gigabitsPerSecond(100.0);
    CHECK(ShortestWays(Wiring(graph), 1).distance(0) == 4);
    graph.links[0].b = 999;
    CHECK(ShortestWays(Wiring(graph), 1).distance(0) == unreachable);
}

TEST_CASE("A hashed path is a shortest way, the same for the same flow") {
    const Graph graph = fatTree(4);
    const Wiring wiring(graph);
    const ShortestWays ways(wiring, 4);
    const NextHops nextHops(wiring, ways);
    std::set<std::vector<ArcIndex>> seen;
    for (std::uint64_t flow = 0; flow < 200; ++flow) {
        const auto path = hashedPath(wiring, nextHops, 0, flow);
        REQUIRE(path.size() == 6);
        CHECK(wiring.tail(path.front()) == 0);
        CHECK(wiring.head(path.back()) == 4);
        for (std::size_t n = 1; n < path.size(); ++n)
            CHECK(wiring.tail(path[n]) == wiring.head(path[n - 1]));
        CHECK(path == hashedPath(wiring, nextHops, 0, flow));
        seen.insert(path);
    }
    CHECK(seen.size() == 4);
    CHECK(hashedPath(wiring, nextHops, 4, 1).empty());
}

TEST_CASE("Hashes spread flows over equal choices evenly") {
    const Graph graph = leafSpine(2, 1, 8);
    const Wiring wiring(graph);
    const NextHops nextHops(wiring, ShortestWays(wiring, 1));
    std::vector<int> count(graph.links.size(), 0);
    constexpr int flows = 8000;
    for (std::uint64_t flow = 0; flow < flows; ++flow)
        ++count[hashedPath(wiring, nextHops, 0, flow)[1] / 2];
    // Binomial: mean 1000, standard deviation 29.6; five of them on either side.
    for (LinkIndex uplink = 2; uplink < 10; ++uplink)
        CHECK(count[uplink] == Approx(1000.0).margin(150.0));
}

TEST_CASE("The hop matrix tells the pods of a fat-tree apart") {
    const Graph graph = fatTree(4);
    const auto matrix = hopMatrix(graph, {{0, 1, 2, 3}, {4, 5, 6, 7}});
    REQUIRE(matrix);
    // In a pod each host sees one other at 2 hops and two at 4.
    CHECK((*matrix)[0][0].mean == Approx((2.0 + 4.0 + 4.0) / 3.0));
    CHECK((*matrix)[0][0].least == 2);
    CHECK((*matrix)[0][0].most == 4);
    CHECK((*matrix)[0][1].mean == Approx(6.0));
    CHECK((*matrix)[1][0].least == 6);
    CHECK(hopMatrix(graph, {{9999}}).error().code == ErrorCode::OutOfRange);
}

TEST_CASE("The hop matrix counts pairs that no way joins") {
    Graph graph = leafSpine(2, 2, 1);
    graph.links[0].rate = {};
    const auto matrix = hopMatrix(graph, {{0, 1}, {2, 3}});
    REQUIRE(matrix);
    CHECK((*matrix)[0][1].pairsWithoutWay == 2);
    CHECK((*matrix)[0][1].mean == Approx(4.0));
    CHECK((*matrix)[0][0].pairsWithoutWay == 2);
}
