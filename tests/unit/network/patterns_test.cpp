// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/patterns.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

using RatePerPair =
    std::map<std::pair<std::pair<DeviceIndex, int>, std::pair<DeviceIndex, int>>, double>;

/// Notes a demand's rate for each pair of its ports.
void addPairs(const std::vector<PortRef>& fromPorts, const std::vector<PortRef>& toPorts,
              double gbitPerS, RatePerPair& rates) {
    for (const PortRef& from : fromPorts)
        for (const PortRef& to : toPorts)
            if (from.host != to.host)
                rates[{{from.host, from.port}, {to.host, to.port}}] = gbitPerS;
}

/// Rate of each pair of ports, whatever demand it is in.
RatePerPair ratesOfPairs(const Traffic& traffic, const FlowResult& result) {
    RatePerPair rates;
    for (std::size_t d = 0; d < traffic.demands.size(); ++d)
        addPairs(traffic.groups[traffic.demands[d].from], traffic.groups[traffic.demands[d].to],
                 result.rates[d].mean.in(gigabitsPerSecond), rates);
    return rates;
}

void checkJoinedIsSingle(const Graph& graph, const Traffic& joined, const Traffic& single) {
    const auto joinedRates = maxMinRates(graph, joined);
    const auto singleRates = maxMinRates(graph, single);
    REQUIRE(joinedRates);
    REQUIRE(singleRates);
    CHECK(joined.demands.size() < single.demands.size());
    const RatePerPair a = ratesOfPairs(joined, *joinedRates);
    const RatePerPair b = ratesOfPairs(single, *singleRates);
    REQUIRE(a.size() == b.size());
    for (const auto& [pair, rate] : b)
        CHECK(a.at(pair) == Approx(rate).epsilon(1e-9));
    for (std::size_t arc = 0; arc < joinedRates->load.size(); ++arc)
        CHECK(joinedRates->load[arc] == Approx(singleRates->load[arc]).epsilon(1e-9).margin(1e-12));
    CHECK(joinedRates->total.si() == Approx(singleRates->total.si()));
}

std::size_t depth(const std::vector<std::uint32_t>& parents, std::uint32_t rank) {
    std::size_t steps = 0;
    for (; parents[rank] != rank && steps <= parents.size(); rank = parents[rank])
        ++steps;
    return steps;
}

}  // namespace

TEST_CASE("Ranks are the living ports, host by host; of a torus its hosts") {
    Graph graph = rails(2, 2, 1);
    CHECK(ranksOf(graph) == Ranks{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    graph.links[0].rate = {};
    CHECK(ranksOf(graph) == Ranks{{0, 1}, {1, 0}, {1, 1}});
    CHECK(survivingRanks(graph, {{0, 0}, {0, 1}, {1, 0}}) == Ranks{{0, 1}, {0, 1}, {1, 0}});
    CHECK(ranksOf(torus(3, 1)) == Ranks{{0, anyPort}, {1, anyPort}, {2, anyPort}});
}

TEST_CASE("A ring loads each port once each way, and leaves the inside of servers out") {
    const Graph graph = rails(4, 2, 1);
    const Traffic ring = ringTraffic(ranksOf(graph));
    CHECK(ring.demands.size() == 4);  // of 8 neighbours half are in one server
    const Traffic railRings = railRingTraffic(ranksOf(graph));
    CHECK(railRings.demands.size() == 8);
    const auto result = maxMinRates(graph, railRings);
    REQUIRE(result);
    CHECK(result->slowest.in(gigabitsPerSecond) == Approx(100.0));
    // Links 8 and 9 are the uplinks: nothing of a rail's ring leaves its leaf.
    CHECK(result->load[2 * 8] == 0.0);
    CHECK(result->load[2 * 9] == 0.0);
}

TEST_CASE("Both trees reach every rank in logarithmic depth, and inner nodes of one are leaves of "
          "the other") {
    for (const std::size_t ranks :
         std::initializer_list<std::size_t>{1, 2, 3, 7, 8, 33, 100, 1024}) {
        INFO(ranks << " ranks");
        std::vector<int> treesAsInner(ranks, 0);
        for (const int tree : {0, 1}) {
            const auto parents = treeParents(ranks, tree);
            std::vector<int> children(ranks, 0);
            std::size_t roots = 0;
            for (std::uint32_t r = 0; r < ranks; ++r) {
                const auto limit =
                    static_cast<std::size_t>(std::ceil(std::log2(static_cast<double>(ranks + 1))));
                CHECK(depth(parents, r) <= limit);
                if (parents[r] == r)
                    ++roots;
                else
                    ++children[parents[r]];
            }
            CHECK(roots == 1);
            CHECK(*std::max_element(children.begin(), children.end()) <= 2);
            for (std::size_t r = 0; r < ranks; ++r)
                treesAsInner[r] += children[r] > 0 ? 1 : 0;
        }
        CHECK(*std::max_element(treesAsInner.begin(), treesAsInner.end()) <= 1);
    }
}

TEST_CASE("Two trees load a port with at most four streams each way") {
    const Graph graph = leafSpine(4, 8, 8);
    const auto result = maxMinRates(graph, doubleTreeTraffic(ranksOf(graph)));
    REQUIRE(result);
    CHECK(result->slowest.in(gigabitsPerSecond) == Approx(25.0));
}

TEST_CASE("All-to-all between leaves is the same joined and flow by flow") {
    const auto check = [](const Graph& graph, CrossRail crossRail) {
        const Ranks ranks = ranksOf(graph);
        checkJoinedIsSingle(graph, allToAllTraffic(graph, ranks, {Joining::ByLeaf, crossRail}),
                            allToAllTraffic(graph, ranks, {Joining::None, crossRail}));
    };
    check(leafSpine(4, 4, 2), CrossRail::OverFabric);
    check(fatTree(4), CrossRail::OverFabric);
    check(rails(6, 4, 2), CrossRail::OverFabric);
    check(rails(6, 4, 2), CrossRail::InsideServer);
    Graph damaged = leafSpine(4, 4, 4);
    damaged.links[16].rate = {};  // an uplink of leaf 0
    damaged.links[5].rate = {};   // a host of leaf 1
    check(damaged, CrossRail::OverFabric);
    Graph slower = fatTree(4);
    slower.links[3].rate = gigabitsPerSecond(40.0);  // one host with a slow port
    check(slower, CrossRail::OverFabric);
}

TEST_CASE("Hosts of unlike rails stay apart when all-to-all is joined") {
    Graph graph = rails(6, 2, 2);
    graph.links[1].rate = {};  // server 0 without its rail 1
    const Ranks ranks = survivingRanks(graph, ranksOf(rails(6, 2, 2)));
    REQUIRE(ranks.size() == 12);
    const auto joined = maxMinRates(graph, allToAllTraffic(graph, ranks));
    const auto single =
        maxMinRates(graph, allToAllTraffic(graph, ranks, {Joining::None, CrossRail::OverFabric}));
    REQUIRE(joined);
    REQUIRE(single);
    CHECK(joined->total.si() == Approx(single->total.si()));
    for (std::size_t arc = 0; arc < joined->load.size(); ++arc)
        CHECK(joined->load[arc] == Approx(single->load[arc]).margin(1e-12));
}

TEST_CASE("A server that takes part with one GPU only is not joined with whole ones") {
    const Graph graph = rails(4, 2, 1);
    Ranks ranks = ranksOf(graph);
    ranks.erase(ranks.begin() + 1);  // server 0 without its second GPU
    for (const CrossRail crossRail : {CrossRail::OverFabric, CrossRail::InsideServer})
        checkJoinedIsSingle(graph, allToAllTraffic(graph, ranks, {Joining::ByLeaf, crossRail}),
                            allToAllTraffic(graph, ranks, {Joining::None, crossRail}));
}

TEST_CASE("Over NVLink all-to-all leaves rails apart, over the fabric it crosses the spines") {
    const Graph graph = rails(4, 2, 1);
    const auto inside = maxMinRates(
        graph, allToAllTraffic(graph, ranksOf(graph), {Joining::ByLeaf, CrossRail::InsideServer}));
    REQUIRE(inside);
    CHECK(inside->load[2 * 8] == 0.0);
    // A port sends for both GPUs of its server to three other servers: six flows.
    CHECK(inside->slowest.in(gigabitsPerSecond) == Approx(100.0 / 6.0));
    const auto over = maxMinRates(graph, allToAllTraffic(graph, ranksOf(graph)));
    REQUIRE(over);
    CHECK(over->load[2 * 8] == Approx(1.0));
    // The one uplink of a leaf carries 4 × 3 flows.
    CHECK(over->slowest.in(gigabitsPerSecond) == Approx(100.0 / 12.0));
}

TEST_CASE("Hashed all-to-all is the same joined and flow by flow while every flow counts") {
    const Graph graph = leafSpine(3, 3, 3);
    const Ranks ranks = ranksOf(graph);
    const FlowSettings settings{FabricRouting::Ecmp, 7, 1000};
    const auto joined = maxMinRates(graph, allToAllTraffic(graph, ranks), settings);
    const auto single = maxMinRates(
        graph, allToAllTraffic(graph, ranks, {Joining::None, CrossRail::OverFabric}), settings);
    REQUIRE(joined);
    REQUIRE(single);
    for (std::size_t arc = 0; arc < joined->load.size(); ++arc)
        CHECK(joined->load[arc] == Approx(single->load[arc]).margin(1e-12));
    CHECK(joined->slowest.si() == Approx(single->slowest.si()));
}

TEST_CASE("Storage traffic is bounded by the servers' ports, and reads are writes turned round") {
    const Graph graph = leafSpine(4, 4, 4);
    const Ranks clients{{0, 0}, {1, 0}, {2, 0}, {4, 0}, {5, 0}, {8, 0}};
    const Ranks servers{{12, 0}, {13, 0}};
    const Traffic write = storageWriteTraffic(graph, clients, servers);
    const auto writes = maxMinRates(graph, write);
    const auto reads = maxMinRates(graph, storageReadTraffic(graph, clients, servers));
    REQUIRE(writes);
    REQUIRE(reads);
    CHECK(writes->total.in(gigabitsPerSecond) == Approx(200.0));
    CHECK(reads->total.in(gigabitsPerSecond) == Approx(200.0));
    CHECK(writes->load[2 * 12 + 1] == Approx(1.0));
    CHECK(reads->load[2 * 12] == Approx(1.0));
    checkJoinedIsSingle(graph, write, storageWriteTraffic(graph, clients, servers, Joining::None));
}

TEST_CASE("Incast shares one port among all senders") {
    const Graph graph = fatTree(4);
    Ranks senders = ranksOf(graph);
    senders.erase(senders.begin());
    const auto result = maxMinRates(graph, incastTraffic(graph, senders, {0, 0}));
    REQUIRE(result);
    CHECK(result->slowest.in(gigabitsPerSecond) == Approx(100.0 / 15.0));
    CHECK(result->bottleneck == 1);  // into host 0
}

TEST_CASE("Uniform traffic is drawn anew by another seed only") {
    const Graph graph = leafSpine(4, 4, 4);
    const Ranks ranks = ranksOf(graph);
    const auto ends = [&](std::uint64_t seed) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
        for (const Demand& demand : uniformTraffic(ranks, 3, seed).demands)
            result.emplace_back(demand.from, demand.to);
        return result;
    };
    CHECK(ends(1).size() == 48);
    CHECK(ends(1) == ends(1));
    CHECK(ends(1) != ends(2));
    CHECK(uniformTraffic({{0, 0}, {0, 1}}, 2, 1).demands.empty());
}
