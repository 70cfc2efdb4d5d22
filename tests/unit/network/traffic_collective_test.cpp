// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/traffic_collective.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

FabricCollectiveInput input(Collective kind, CollectiveAlgorithm algorithm) {
    FabricCollectiveInput result;
    result.kind = kind;
    result.algorithm = algorithm;
    result.bytes = 1e9;
    result.scaleUp.rate = gigabitsPerSecond(3600.0);
    return result;
}

double gbitPerS(const FabricCollective& result) {
    return result.figures.bandwidth.in(gigabitsPerSecond);
}

}  // namespace

TEST_CASE("A ring on a full fat-tree has the ports' rate and the latency of six links") {
    const Graph graph = fatTree(4);
    const auto result = collectiveOnFabric(graph, ranksOf(graph),
                                           input(Collective::AllReduce, CollectiveAlgorithm::Ring));
    REQUIRE(result);
    CHECK(gbitPerS(*result) == Approx(100.0));
    CHECK(result->flows.hops == 6);
    // 2 µs at the ends, five switches of 0.3 µs, 60 m at 4.9 ns.
    CHECK(result->figures.latency.in(microseconds) == Approx(2.0 + 1.5 + 0.294));
    const double expected = 30.0 * 3.794e-6 + 2.0 * 15.0 / 16.0 * 8e9 / 100e9;
    CHECK(result->result.time.in(seconds) == Approx(expected));
}

TEST_CASE("Two trees on a non-blocking fabric have the port's rate as B") {
    const Graph graph = leafSpine(4, 8, 8);
    const auto result = collectiveOnFabric(
        graph, ranksOf(graph), input(Collective::AllReduce, CollectiveAlgorithm::DoubleBinaryTree));
    REQUIRE(result);
    CHECK(gbitPerS(*result) == Approx(100.0));
}

TEST_CASE("All-to-all on a non-blocking fabric has the port's rate, at 4:1 about a quarter") {
    const auto on = [](const Graph& graph) {
        const auto result = collectiveOnFabric(
            graph, ranksOf(graph), input(Collective::AllToAll, CollectiveAlgorithm::Direct));
        REQUIRE(result);
        return gbitPerS(*result);
    };
    CHECK(on(leafSpine(4, 8, 8)) == Approx(100.0));
    // 8 hosts send 24 flows each over 200 Gb/s of uplinks: B = 31 × 200 / 192.
    CHECK(on(leafSpine(4, 8, 2)) == Approx(31.0 * 200.0 / 192.0));
}

TEST_CASE("A hierarchical all-reduce uses every rail, and the scale-up rate inside") {
    const Graph graph = rails(4, 8, 4);
    const auto result = collectiveOnFabric(
        graph, ranksOf(graph), input(Collective::AllReduce, CollectiveAlgorithm::Hierarchical));
    REQUIRE(result);
    CHECK(result->figures.ranksInside == 8.0);
    CHECK(gbitPerS(*result) == Approx(100.0));
    CHECK(result->flows.hops == 2);
    const double inside = 7.0 * 1e-6 + 7.0 / 8.0 * 8e9 / 3600e9;
    const double alpha = 2.0e-6 + 0.3e-6 + 20.0 * 4.9e-9;
    const double across = 3.0 * alpha + 3.0 / 4.0 * 1e9 / 100e9;
    CHECK(result->result.time.in(seconds) == Approx(2.0 * (inside + across)));
    const auto ring = collectiveOnFabric(graph, ranksOf(graph),
                                         input(Collective::AllReduce, CollectiveAlgorithm::Ring));
    REQUIRE(ring);
    CHECK(ring->result.time > 4.0 * result->result.time);
}

TEST_CASE("Ranks of one server need no fabric") {
    const Graph graph = rails(2, 4, 1);
    const Ranks ranks{{0, 0}, {0, 1}, {0, 2}, {0, 3}};
    const auto result =
        collectiveOnFabric(graph, ranks, input(Collective::AllReduce, CollectiveAlgorithm::Ring));
    REQUIRE(result);
    CHECK(result->flows.hops == 0);
    CHECK(gbitPerS(*result) == Approx(3600.0));
    CHECK(result->figures.latency.in(microseconds) == Approx(1.0));
    CHECK(collectiveOnFabric(graph, ranks,
                             input(Collective::AllReduce, CollectiveAlgorithm::Hierarchical)));
}

TEST_CASE("A collective without a way, with one rank or with unlike servers is refused") {
    Graph graph = leafSpine(2, 1, 1);
    const auto ring = input(Collective::AllReduce, CollectiveAlgorithm::Ring);
    const Ranks ranks = ranksOf(graph);
    CHECK(collectiveOnFabric(graph, {ranks[0]}, ring).error().code == ErrorCode::InvalidArgument);
    graph.links[2].rate = {};
    CHECK(collectiveOnFabric(graph, ranks, ring).error().code == ErrorCode::NotFound);
    const Graph twoRails = rails(2, 2, 1);
    CHECK(collectiveOnFabric(twoRails, {{0, 0}, {0, 1}, {1, 0}},
                             input(Collective::AllReduce, CollectiveAlgorithm::Hierarchical))
              .error()
              .code == ErrorCode::InvalidArgument);
}
