// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/failures.h"
#include "model/network/failures_classes.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

FailureInput job(const Ranks& ranks, Collective kind, CollectiveAlgorithm algorithm) {
    FailureInput input;
    input.ranks = ranks;
    input.collective.kind = kind;
    input.collective.algorithm = algorithm;
    input.collective.bytes = 1e9;
    input.collective.scaleUp.rate = gigabitsPerSecond(3600.0);
    return input;
}

FailureInput allToAllOn(const Graph& graph) {
    return job(ranksOf(graph), Collective::AllToAll, CollectiveAlgorithm::Direct);
}

double gbitPerS(DataRate rate) {
    return rate.in(gigabitsPerSecond);
}

}  // namespace

TEST_CASE("A lost leaf cuts its hosts off, the others go on") {
    const Graph graph = fatTree(4);
    const auto effect = effectOf(graph, {{16}, {}}, allToAllOn(graph));
    REQUIRE(effect);
    CHECK(effect->reach.cutOff == std::vector<DeviceIndex>{0, 1});
    CHECK(effect->reach.parts == 3);
    CHECK(effect->ranksLost == 2);
    REQUIRE(effect->after);
    CHECK(effect->slowdown() == Approx(1.0).epsilon(0.02));
    CHECK(std::includes(effect->noticing.begin(), effect->noticing.end(),
                        effect->reach.cutOff.begin(), effect->reach.cutOff.end()));
}

TEST_CASE("A lost core takes its part of the bisection, and all-to-all slows down") {
    const Graph graph = fatTree(4);
    const auto core = static_cast<DeviceIndex>(graph.devices.size() - 1);
    const auto effect = effectOf(graph, {{core}, {}}, allToAllOn(graph));
    REQUIRE(effect);
    CHECK(effect->reach.cutOff.empty());
    CHECK(gbitPerS(effect->bisectionBefore) == Approx(800.0));
    CHECK(gbitPerS(effect->bisectionAfter) == Approx(600.0));
    // Three ways are left between pods, two of them over one spine of the pod. That uplink of a
    // leaf has 2/3 of its 2 × 12 flows to other pods and half of its 4 to the other leaf: 18, where
    // the ports with 15 flows were the neck before.
    CHECK(effect->slowdown() == Approx(18.0 / 15.0).epsilon(1e-3));
    CHECK(effect->noticing.size() == 16);
}

TEST_CASE("A lost rail sends twice the traffic over the other") {
    const Graph graph = rails(4, 2, 1, 2);
    const FailureInput input =
        job(ranksOf(graph), Collective::AllReduce, CollectiveAlgorithm::Hierarchical);
    const Loss loss = railLoss(graph, 0);
    CHECK(loss.devices == std::vector<DeviceIndex>{4});
    const auto effect = effectOf(graph, loss, input);
    REQUIRE(effect);
    CHECK(effect->reach.cutOff.empty());
    CHECK(effect->ranksLost == 0);
    CHECK(gbitPerS(effect->bisectionBefore) == Approx(400.0));
    CHECK(gbitPerS(effect->bisectionAfter) == Approx(200.0));
    // The part between servers takes twice as long; the part inside stays.
    const double inside = 2.0 * (1e-6 + 0.5 * 8e9 / 3600e9);
    const double before = effect->before.in(seconds)-inside;
    REQUIRE(effect->after);
    CHECK(effect->after->in(seconds)-inside == Approx(2.0 * before).epsilon(1e-3));
    CHECK(effect->noticing == std::vector<DeviceIndex>{0, 1, 2, 3});
}

TEST_CASE("A rank whose own cable is cut goes over its neighbour's port and the spine") {
    const Graph graph = rails(4, 2, 1, 2);
    const auto effect =
        effectOf(graph, {{}, {0}},
                 job(ranksOf(graph), Collective::AllReduce, CollectiveAlgorithm::Hierarchical));
    REQUIRE(effect);
    REQUIRE(effect->after);
    CHECK(effect->reach.parts == 1);
    CHECK(effect->slowdown() > 1.5);
    CHECK(effect->slowdown() < 2.1);
}

TEST_CASE("A tray with all uplinks of a leaf parts the fabric") {
    const Graph graph = leafSpine(3, 2, 2);
    const auto effect = effectOf(graph, {{}, {6, 7}}, allToAllOn(graph));
    REQUIRE(effect);
    CHECK(effect->reach.parts == 2);
    CHECK(effect->reach.cutOff == std::vector<DeviceIndex>{0, 1});
    CHECK(effect->ranksLost == 2);
}

TEST_CASE("A job on one leaf does not notice a lost spine") {
    const Graph graph = leafSpine(4, 4, 4);
    const auto effect =
        effectOf(graph, {{20}, {}},
                 job({{0, 0}, {1, 0}, {2, 0}}, Collective::AllReduce, CollectiveAlgorithm::Ring));
    REQUIRE(effect);
    CHECK(effect->noticing.empty());
    CHECK(effect->slowdown() == 1.0);
    CHECK(effect->bisectionAfter < effect->bisectionBefore);
}

TEST_CASE("A collective that nothing is left of does not run, and all its hosts notice") {
    const Graph graph = leafSpine(2, 1, 1);
    const auto effect = effectOf(graph, {{4}, {}}, allToAllOn(graph));
    REQUIRE(effect);
    CHECK_FALSE(effect->after);
    CHECK(effect->slowdown() == 1.0);
    CHECK(effect->noticing == std::vector<DeviceIndex>{0, 1});
}

TEST_CASE("A loss that names nothing changes nothing") {
    const Graph graph = leafSpine(2, 2, 2);
    const auto effect = effectOf(graph, {{9999}, {9999}}, allToAllOn(graph));
    REQUIRE(effect);
    CHECK(effect->noticing.empty());
    CHECK(*effect->after == effect->before);
}

TEST_CASE("Colours tell leaves, spines, ports and uplinks apart, and count them") {
    const auto classes = singleLossClasses(leafSpine(4, 4, 2), 64);
    REQUIRE(classes.size() == 4);
    CHECK(classes[0].alike == 4);
    CHECK(classes[1].alike == 2);
    CHECK(classes[2].alike == 16);
    CHECK(classes[3].alike == 8);
    Graph damaged = leafSpine(4, 4, 2);
    damaged.links[0].rate = {};
    CHECK(singleLossClasses(damaged, 64).size() > 4);
    CHECK(singleLossClasses(damaged, 5).size() <= 5);
}

TEST_CASE(
    "Single losses are ranked: a leaf, then a cable of a host, then a spine, then an uplink") {
    const Graph graph = leafSpine(4, 4, 2);
    const auto ranked = rankSingleLosses(graph, allToAllOn(graph));
    REQUIRE(ranked);
    REQUIRE(ranked->size() == 4);
    CHECK((*ranked)[0].loss.devices == std::vector<DeviceIndex>{16});
    CHECK((*ranked)[0].effect.reach.cutOff.size() == 4);
    CHECK((*ranked)[1].loss.links == std::vector<LinkIndex>{0});
    CHECK((*ranked)[1].alike == 16);
    CHECK((*ranked)[2].loss.devices == std::vector<DeviceIndex>{20});
    CHECK((*ranked)[2].effect.slowdown() == Approx(2.0).epsilon(0.01));
    CHECK((*ranked)[3].loss.links == std::vector<LinkIndex>{16});
    std::stop_source stop;
    stop.request_stop();
    CHECK(rankSingleLosses(graph, allToAllOn(graph), {}, stop.get_token()).error().code ==
          ErrorCode::Cancelled);
}
