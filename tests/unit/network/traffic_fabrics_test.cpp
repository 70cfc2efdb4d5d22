// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cuts.h"
#include "model/network/dragonfly.h"
#include "model/network/failures.h"
#include "model/network/fat_tree.h"
#include "model/network/rail_optimised.h"
#include "model/network/torus.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::network;

namespace {

FabricInput servers(std::size_t count, std::uint16_t ports, int radix) {
    FabricInput input;
    input.hosts.assign(count, {ports, gigabitsPerSecond(400.0)});
    input.leaf = {"leaf", radix, gigabitsPerSecond(400.0)};
    input.spine = {"spine", radix, gigabitsPerSecond(400.0)};
    return input;
}

FabricCollectiveInput allToAll() {
    FabricCollectiveInput input;
    input.kind = Collective::AllToAll;
    input.algorithm = CollectiveAlgorithm::Direct;
    input.scaleUp.rate = gigabitsPerSecond(3600.0);
    return input;
}

}  // namespace

TEST_CASE("A generated full fat-tree is non-blocking in every tier and between all pods") {
    const auto graph = generateFatTree(servers(128, 1, 8), 3);
    REQUIRE(graph);
    const auto cut = bisection(*graph);
    REQUIRE(cut);
    CHECK(cut->share() == Approx(1.0));
    for (const TierBisection& tier : cut->tiers)
        CHECK(tier.rate->in(gigabitsPerSecond) == Approx(64 * 400.0));
    const auto result = collectiveOnFabric(*graph, ranksOf(*graph), allToAll());
    REQUIRE(result);
    CHECK(result->figures.bandwidth.in(gigabitsPerSecond) == Approx(400.0));
}

TEST_CASE("A generated rail fabric runs at full rate, and at half of it with 2:1") {
    for (const double oversubscription : {1.0, 2.0}) {
        RailFigures figures;
        figures.oversubscription = oversubscription;
        const auto graph = generateRailOptimised(servers(64, 8, 64), figures);
        REQUIRE(graph);
        CHECK(*network::oversubscription(*graph)[0].oversubscription == Approx(oversubscription));
        CHECK(bisection(*graph)->share() == Approx(1.0 / oversubscription));
        FabricCollectiveInput rings = allToAll();
        rings.kind = Collective::AllReduce;
        rings.algorithm = CollectiveAlgorithm::Hierarchical;
        const auto result = collectiveOnFabric(*graph, ranksOf(*graph), rings);
        REQUIRE(result);
        CHECK(result->figures.bandwidth.in(gigabitsPerSecond) == Approx(400.0));
        CHECK(result->figures.ranksInside == 8.0);
    }
}

TEST_CASE("A lost rail of a generated fabric leaves seven eighths, and nobody is cut off") {
    const auto graph = generateRailOptimised(servers(64, 8, 64), {});
    REQUIRE(graph);
    FailureInput input;
    input.ranks = ranksOf(*graph);
    input.collective = allToAll();
    const Loss loss = railLoss(*graph, 3);
    CHECK(loss.devices.size() == 2);  // one leaf in each of two scalable units
    const auto effect = effectOf(*graph, loss, input);
    REQUIRE(effect);
    CHECK(effect->reach.cutOff.empty());
    CHECK(effect->ranksLost == 0);
    CHECK(effect->bisectionAfter / effect->bisectionBefore == Approx(7.0 / 8.0));
    CHECK(effect->noticing.size() == 64);
    CHECK(effect->slowdown() > 1.5);  // two GPUs of a server share a port
}

TEST_CASE(
    "A cable of a server slows rail rings more than a spine does, though the cut loses less") {
    const auto graph = generateRailOptimised(servers(64, 8, 64), {});
    REQUIRE(graph);
    FailureInput input;
    input.ranks = ranksOf(*graph);
    input.collective = allToAll();
    input.collective.kind = Collective::AllReduce;
    input.collective.algorithm = CollectiveAlgorithm::Hierarchical;
    const auto ranked = rankSingleLosses(*graph, input);
    REQUIRE(ranked);
    REQUIRE(ranked->size() == 4);
    CHECK((*ranked)[0].loss.devices == std::vector<DeviceIndex>{64});  // a leaf
    CHECK((*ranked)[1].loss.links == std::vector<LinkIndex>{0});       // a cable of a server
    CHECK((*ranked)[1].alike == 512);
    CHECK((*ranked)[2].loss.devices == std::vector<DeviceIndex>{80});  // a spine
    CHECK((*ranked)[2].effect.slowdown() == Approx(1.0));
    CHECK((*ranked)[2].effect.bisectionAfter < (*ranked)[1].effect.bisectionAfter);
    CHECK((*ranked)[1].effect.noticing.size() == 3);  // the server and its two neighbours
}

TEST_CASE("A balanced dragonfly passes uniform traffic at more than half of the ports' rate") {
    // Kim et al. 2008: balanced for uniform random traffic with minimal routing; p = 2, a = 4,
    // h = 2, nine groups, 72 hosts.
    const auto graph = generateDragonfly(servers(72, 1, 7), {2, 4, 2});
    REQUIRE(graph);
    const auto result = collectiveOnFabric(*graph, ranksOf(*graph), allToAll());
    REQUIRE(result);
    CHECK(result->figures.bandwidth.in(gigabitsPerSecond) > 200.0);
    CHECK(result->flows.hops == 5);
}

TEST_CASE("A torus of 4 × 4 × 4 has the bisection of its 32 long cables") {
    const auto graph = generateTorus(servers(64, 6, 0), {4, 4, 4});
    REQUIRE(graph);
    const auto cut = bisection(*graph);
    REQUIRE(cut);
    // Halves by planes: 16 lines along z, cut twice each.
    CHECK(cut->rate.in(gigabitsPerSecond) == Approx(32.0 * 400.0));
}
