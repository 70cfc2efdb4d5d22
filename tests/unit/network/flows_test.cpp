// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <limits>
#include <utility>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

/// Hosts 0 and 1 on switch A, 2 on B, 3 on C, in a line A – B – C of unlike links.
Graph line(double abGbitPerS, double bcGbitPerS) {
    Graph graph;
    for (int h = 0; h < 4; ++h)
        addHost(graph);
    const DeviceIndex a = addSwitch(graph, 1, 0, 0);
    const DeviceIndex b = addSwitch(graph, 1, 0, 1);
    const DeviceIndex c = addSwitch(graph, 1, 0, 2);
    join(graph, 0, a);
    join(graph, 1, a);
    join(graph, 2, b);
    join(graph, 3, c);
    join(graph, a, b, abGbitPerS);
    join(graph, b, c, bcGbitPerS);
    return graph;
}

double gbitPerS(const FlowResult& result, std::size_t demand) {
    return result.rates[demand].mean.in(gigabitsPerSecond);
}

}  // namespace

TEST_CASE("Long and short flows on a line share as solved by hand") {
    // 0→3 crosses both, 1→2 the first, 2→3 the second. The second link (20) fills at 10 each; then
    // 1→2 has the other 20 of the first link (30).
    const Graph graph = line(30.0, 20.0);
    const auto result = maxMinRates(graph, flowsBetween({{0, 3}, {1, 2}, {2, 3}}, 4));
    REQUIRE(result);
    CHECK(gbitPerS(*result, 0) == Approx(10.0));
    CHECK(gbitPerS(*result, 1) == Approx(20.0));
    CHECK(gbitPerS(*result, 2) == Approx(10.0));
    CHECK(result->rates[0].bottleneck == 2 * 5);
    CHECK(result->rates[1].bottleneck == 2 * 4);
    CHECK(result->bottleneck == 2 * 5);
    CHECK(tailOf(graph, result->bottleneck) == 5);  // from switch B to C
    CHECK(headOf(graph, result->bottleneck) == 6);
    CHECK(result->slowest.in(gigabitsPerSecond) == Approx(10.0));
    CHECK(result->load[2 * 4] == Approx(1.0));
    CHECK(result->load[2 * 4 + 1] == 0.0);
    CHECK(result->load[0] == Approx(0.1));
}

TEST_CASE("The two ways of a link do not disturb each other") {
    const auto result = maxMinRates(line(30.0, 20.0), flowsBetween({{0, 3}, {3, 0}}, 4));
    REQUIRE(result);
    CHECK(gbitPerS(*result, 0) == Approx(20.0));
    CHECK(gbitPerS(*result, 1) == Approx(20.0));
}

TEST_CASE("What a modest flow leaves goes to the others") {
    Traffic traffic = flowsBetween({{0, 3}, {1, 3}, {2, 3}}, 4);
    traffic.demands[0].wanted = gigabitsPerSecond(2.0);
    const auto result = maxMinRates(line(30.0, 20.0), traffic);
    REQUIRE(result);
    CHECK(gbitPerS(*result, 0) == Approx(2.0));
    CHECK(gbitPerS(*result, 1) == Approx(9.0));
    CHECK(gbitPerS(*result, 2) == Approx(9.0));
    CHECK(result->rates[0].limit == FlowLimit::Wanted);
    CHECK(result->rates[1].limit == FlowLimit::Link);
}

TEST_CASE("A demand of several flows takes several shares") {
    Traffic traffic = flowsBetween({{0, 3}, {2, 3}}, 4);
    traffic.demands[0].flows = 3.0;
    const auto result = maxMinRates(line(30.0, 20.0), traffic);
    REQUIRE(result);
    CHECK(gbitPerS(*result, 0) == Approx(5.0));
    CHECK(gbitPerS(*result, 1) == Approx(5.0));
    CHECK(result->total.in(gigabitsPerSecond) == Approx(20.0));
}

TEST_CASE("A full fat-tree carries any permutation at line rate with adaptive routing") {
    std::vector<std::pair<DeviceIndex, DeviceIndex>> pairs;
    for (DeviceIndex h = 0; h < 16; ++h)
        pairs.emplace_back(h, (h + 5) % 16);
    const auto result = maxMinRates(fatTree(4), flowsBetween(pairs, 16));
    REQUIRE(result);
    for (const FlowRate& rate : result->rates)
        CHECK(rate.mean.in(gigabitsPerSecond) == Approx(100.0));
    CHECK(result->imbalance < 1e-12);
    CHECK(result->excess < 1e-12);
}

TEST_CASE("Hashed flows that meet on an uplink halve each other") {
    // Two hosts on each of two leaves, two spines: two flows choose the same spine or do not.
    const Graph graph = leafSpine(2, 2, 2);
    const Traffic traffic = flowsBetween({{0, 2}, {1, 3}}, 4);
    int collisions = 0;
    constexpr int seeds = 400;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto result = maxMinRates(
            graph, traffic, {FabricRouting::Ecmp, static_cast<std::uint64_t>(seed), 16});
        REQUIRE(result);
        const double rate = gbitPerS(*result, 0);
        CHECK((rate == Approx(100.0) || rate == Approx(50.0)));
        CHECK(gbitPerS(*result, 1) == Approx(rate));
        if (rate < 75.0) ++collisions;
    }
    // One half by chance; five standard deviations of 10.
    CHECK(collisions == Approx(200.0).margin(50.0));
}

TEST_CASE("The flows of one pair are hashed one by one") {
    const Graph graph = leafSpine(2, 1, 4, 10.0);
    Traffic traffic = flowsBetween({{0, 1}}, 2);
    traffic.demands[0].flows = 64.0;
    const auto result = maxMinRates(graph, traffic, {FabricRouting::Ecmp, 3, 64});
    REQUIRE(result);
    for (LinkIndex uplink = 2; uplink < 6; ++uplink)
        CHECK(result->load[2 * uplink] == Approx(1.0));
    CHECK(result->total.in(gigabitsPerSecond) == Approx(40.0));
    CHECK(result->rates[0].slowest < result->rates[0].mean);
}

TEST_CASE("Named ports take their own rail, a host as a whole takes all of them") {
    const Graph graph = rails(4, 2, 1);
    Traffic traffic;
    traffic.groups = {{{0, 0}}, {{1, 0}}, {{1, 1}}, {{2, anyPort}}, {{3, anyPort}}};
    traffic.demands = {{0, 1, 1.0, {}}};
    const auto same = maxMinRates(graph, traffic);
    REQUIRE(same);
    CHECK(gbitPerS(*same, 0) == Approx(100.0));
    CHECK(same->load[0] == Approx(1.0));
    // Rail 0 to rail 1 goes over the spine: links 8 and 9 are the uplinks.
    traffic.demands = {{0, 2, 1.0, {}}};
    const auto cross = maxMinRates(graph, traffic);
    REQUIRE(cross);
    CHECK(cross->load[2 * 8] == Approx(1.0));
    CHECK(cross->load[2 * 9 + 1] == Approx(1.0));
    traffic.demands = {{3, 4, 1.0, {}}};
    CHECK(gbitPerS(*maxMinRates(graph, traffic), 0) == Approx(200.0));
}

TEST_CASE("A flow without a way has no rate, and one inside a host leaves the fabric alone") {
    Graph graph = rails(2, 2, 0);
    Traffic traffic;
    traffic.groups = {{{0, 0}}, {{1, 1}}, {{0, 1}}, {{1, 0}}};
    traffic.demands = {{0, 1, 1.0, {}}, {0, 2, 1.0, {}}, {0, 3, 1.0, {}}};
    const auto result = maxMinRates(graph, traffic);
    REQUIRE(result);
    CHECK(result->rates[0].limit == FlowLimit::NoWay);
    CHECK(result->rates[0].mean.si() == 0.0);
    CHECK(result->rates[1].limit == FlowLimit::Inside);
    CHECK(gbitPerS(*result, 2) == Approx(100.0));
    CHECK(result->demandsWithoutWay == 1);
    CHECK(result->slowest.in(gigabitsPerSecond) == Approx(100.0));
}

TEST_CASE("A torus splits over both ways round a ring") {
    const auto result = maxMinRates(torus(6, 1), flowsBetween({{0, 3}, {0, 2}}, 6));
    REQUIRE(result);
    // 0→3 has half on each way, 0→2 all on the one: r/2 + r = 100.
    CHECK(gbitPerS(*result, 0) == Approx(200.0 / 3.0));
    CHECK(gbitPerS(*result, 1) == Approx(200.0 / 3.0));
}

TEST_CASE("Traffic that cannot be is refused") {
    const Graph graph = leafSpine(2, 1, 1);
    const auto codeOf = [&](const Traffic& traffic) {
        const auto result = maxMinRates(graph, traffic);
        return result ? ErrorCode::IoFailure : result.error().code;
    };
    Traffic traffic = flowsBetween({{0, 1}}, 2);
    traffic.demands[0].flows = std::numeric_limits<double>::quiet_NaN();
    CHECK(codeOf(traffic) == ErrorCode::InvalidArgument);
    traffic = flowsBetween({{0, 1}}, 2);
    traffic.demands[0].wanted = bitsPerSecond(-1.0);
    CHECK(codeOf(traffic) == ErrorCode::InvalidArgument);
    traffic = flowsBetween({{0, 7}}, 2);
    CHECK(codeOf(traffic) == ErrorCode::InvalidArgument);
    traffic = flowsBetween({{0, 1}}, 2);
    traffic.groups[1][0].host = 2;  // a switch
    CHECK(codeOf(traffic) == ErrorCode::InvalidArgument);
    traffic.groups[1].clear();
    CHECK(codeOf(traffic) == ErrorCode::InvalidArgument);
    const auto nothing = maxMinRates(graph, Traffic{});
    REQUIRE(nothing);
    CHECK(nothing->total.si() == 0.0);
    CHECK(nothing->bottleneck == noArc);
}
