// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cuts.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <algorithm>
#include <limits>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

double gbitPerS(DataRate rate) {
    return rate.in(gigabitsPerSecond);
}

/// The narrowest cut of all: each switch on one side or the other.
double narrowestCut(const Graph& graph, const std::vector<DeviceIndex>& one,
                    const std::vector<DeviceIndex>& other) {
    std::vector<DeviceIndex> switches;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        if (graph.devices[d].role == DeviceRole::Switch) switches.push_back(d);
    double narrowest = std::numeric_limits<double>::infinity();
    for (std::uint32_t sides = 0; sides < (1U << switches.size()); ++sides) {
        std::vector<int> side(graph.devices.size(), -1);
        for (const DeviceIndex host : one)
            side[host] = 0;
        for (const DeviceIndex host : other)
            side[host] = 1;
        for (std::size_t s = 0; s < switches.size(); ++s)
            side[switches[s]] = static_cast<int>(sides >> s & 1U);
        double cut = 0.0;
        for (const Link& link : graph.links)
            if (side[link.a] >= 0 && side[link.b] >= 0 && side[link.a] != side[link.b])
                cut += gbitPerS(link.rate);
        narrowest = std::min(narrowest, cut);
    }
    return narrowest;
}

}  // namespace

TEST_CASE("A full fat-tree has a bisection of half its hosts' rate in every tier") {
    for (const int k : {4, 6, 8}) {
        const auto result = bisection(fatTree(k));
        REQUIRE(result);
        const double half = k * k * k / 8 * 100.0;
        CHECK(gbitPerS(result->rate) == Approx(half));
        CHECK(result->share() == Approx(1.0));
        REQUIRE(result->tiers.size() == 3);
        for (const TierBisection& tier : result->tiers) {
            REQUIRE(tier.rate);
            CHECK(gbitPerS(*tier.rate) == Approx(half));
        }
    }
}

TEST_CASE("A leaf-spine of 2:1 has half of that, and says that the spines are the neck") {
    const auto result = bisection(leafSpine(4, 8, 4));
    REQUIRE(result);
    CHECK(gbitPerS(result->rate) == Approx(800.0));
    CHECK(gbitPerS(result->full) == Approx(1600.0));
    CHECK(result->share() == Approx(0.5));
    CHECK(gbitPerS(*result->tiers[1].rate) == Approx(800.0));
}

TEST_CASE("With more uplinks than hosts the ports are the neck") {
    const auto result = bisection(leafSpine(4, 2, 4));
    REQUIRE(result);
    CHECK(gbitPerS(result->rate) == Approx(400.0));
    CHECK(gbitPerS(*result->tiers[1].rate) == Approx(800.0));
}

TEST_CASE("A ring is cut in two places, a torus in two for every line") {
    const auto ring = bisection(torus(8, 1));
    REQUIRE(ring);
    CHECK(gbitPerS(ring->rate) == Approx(200.0));
    // W. Dally, B. Towles, Principles and Practices of Interconnection Networks (2004), 5.2: a
    // k × k torus has 2k channels each way between its halves (k even).
    for (const int k : {4, 6}) {
        const auto result = bisection(torus(k, k));
        REQUIRE(result);
        CHECK(gbitPerS(result->rate) == Approx(2.0 * k * 100.0));
    }
}

TEST_CASE("Halves that meet on a leaf have no limit above it") {
    const auto result = bisection(leafSpine(1, 4, 2));
    REQUIRE(result);
    CHECK(gbitPerS(result->rate) == Approx(200.0));
    CHECK_FALSE(result->tiers[1].rate);
}

TEST_CASE("The flow between groups is the narrowest cut of random tangles") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Graph graph = tangle(seed, 8, 7, 6);
        const std::vector<DeviceIndex> one{0, 1, 2};
        const std::vector<DeviceIndex> other{4, 5, 7};
        const auto rate = bandwidthBetween(graph, one, other);
        REQUIRE(rate);
        INFO("seed " << seed);
        CHECK(gbitPerS(*rate) == Approx(narrowestCut(graph, one, other)));
    }
}

TEST_CASE("A server in no group does not join rails that are apart") {
    const Graph graph = rails(3, 2, 0);
    const auto rate = bandwidthBetween(graph, {0}, {1});
    REQUIRE(rate);
    CHECK(gbitPerS(*rate) == Approx(200.0));
    Graph crossed = rails(3, 2, 0);
    crossed.links[1].rate = {};  // server 0 has rail 0 only
    crossed.links[2].rate = {};  // server 1 has rail 1 only
    CHECK(bandwidthBetween(crossed, {0}, {1})->si() == 0.0);
}

TEST_CASE("The bandwidth matrix is symmetric with nothing on its diagonal") {
    const auto matrix = bandwidthMatrix(leafSpine(3, 4, 2), {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9}});
    REQUIRE(matrix);
    CHECK(gbitPerS((*matrix)[0][1]) == Approx(200.0));
    CHECK((*matrix)[1][0] == (*matrix)[0][1]);
    CHECK((*matrix)[2][2].si() == 0.0);
}

TEST_CASE("Oversubscription is the rate down over the rate up, tier by tier") {
    Graph graph = leafSpine(4, 8, 4);
    const auto tiers = oversubscription(graph);
    REQUIRE(tiers.size() == 2);
    CHECK(tiers[0].tier == 1);
    CHECK(tiers[0].switches == 4);
    CHECK(*tiers[0].oversubscription == Approx(2.0));
    CHECK(*tiers[0].worst == Approx(2.0));
    CHECK_FALSE(tiers[1].oversubscription);
    CHECK(gbitPerS(tiers[1].down) == Approx(1600.0));
    graph.links[32 + 4].rate = {};  // the first uplink of leaf 1
    const auto damaged = oversubscription(graph);
    CHECK(*damaged[0].oversubscription == Approx(32.0 / 15.0));
    CHECK(*damaged[0].worst == Approx(8.0 / 3.0));
    CHECK(damaged[0].worstSwitch == 33);
    for (const TierRates& tier : oversubscription(fatTree(4)))
        if (tier.oversubscription) CHECK(*tier.oversubscription == Approx(1.0));
}

TEST_CASE("Groups that cannot be told apart are refused") {
    const Graph graph = leafSpine(2, 2, 1);
    const auto codeOf = [&](const std::vector<DeviceIndex>& one,
                            const std::vector<DeviceIndex>& other) {
        const auto rate = bandwidthBetween(graph, one, other);
        return rate ? ErrorCode::IoFailure : rate.error().code;
    };
    CHECK(codeOf({}, {1}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({0, 1}, {1}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({0}, {5}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({0}, {999}) == ErrorCode::InvalidArgument);
    CHECK(bisection(Graph{}).error().code == ErrorCode::InvalidArgument);
}
