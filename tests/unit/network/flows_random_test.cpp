// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/flows.h"
#include "model/network/flows_field.h"
#include "model/network/flows_streams.h"
#include "model/network/patterns.h"
#include "tests/support/catch.h"
#include "tests/unit/network/small_graphs.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tbb/global_control.h>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::network::test;

namespace {

constexpr std::size_t hosts = 7;

/// Part of a host pair's flow on each arc, by walking every path and keeping the shortest.
std::vector<double> sharesByWalking(const Graph& graph, DeviceIndex from, DeviceIndex to) {
    std::vector<std::vector<ArcIndex>> best;
    std::vector<ArcIndex> path;
    std::vector<bool> seen(graph.devices.size(), false);
    const std::function<void(DeviceIndex)> walk = [&](DeviceIndex at) {
        if (!best.empty() && path.size() > best.front().size()) return;
        if (at == to) {
            if (!best.empty() && path.size() < best.front().size()) best.clear();
            best.push_back(path);
            return;
        }
        if (at != from && graph.devices[at].role == DeviceRole::Host) return;
        seen[at] = true;
        for (ArcIndex arc = 0; arc < 2 * graph.links.size(); ++arc) {
            const Link& link = graph.links[arc / 2];
            const DeviceIndex tail = arc % 2 == 0 ? link.a : link.b;
            const DeviceIndex head = arc % 2 == 0 ? link.b : link.a;
            if (tail != at || seen[head]) continue;
            path.push_back(arc);
            walk(head);
            path.pop_back();
        }
        seen[at] = false;
    };
    walk(from);
    std::vector<double> shares(2 * graph.links.size(), 0.0);
    for (const auto& one : best)
        for (const ArcIndex arc : one)
            shares[arc] += 1.0 / static_cast<double>(best.size());
    return shares;
}

/// Progressive filling as the definition says it: rise to the next full arc or sated demand, hold
/// who is on it, sum everything up anew.
std::vector<double> ratesByDefinition(const Graph& graph, const Traffic& traffic) {
    std::vector<std::vector<double>> shares;
    for (const Demand& demand : traffic.demands)
        shares.push_back(sharesByWalking(graph, traffic.groups[demand.from][0].host,
                                         traffic.groups[demand.to][0].host));
    std::vector<double> rate(traffic.demands.size(), 0.0);
    std::vector<bool> held(rate.size(), false);
    while (std::find(held.begin(), held.end(), false) != held.end()) {
        double level = std::numeric_limits<double>::infinity();
        std::vector<double> levelOf(2 * graph.links.size(), level);
        for (std::size_t arc = 0; arc < levelOf.size(); ++arc) {
            double left = graph.links[arc / 2].rate.si();
            double rising = 0.0;
            for (std::size_t d = 0; d < rate.size(); ++d) {
                const double part = shares[d][arc] * traffic.demands[d].flows;
                left -= held[d] ? part * rate[d] : 0.0;
                rising += held[d] ? 0.0 : part;
            }
            if (rising > 0.0) levelOf[arc] = left / rising;
            level = std::min(level, levelOf[arc]);
        }
        for (std::size_t d = 0; d < rate.size(); ++d)
            if (!held[d] && traffic.demands[d].wanted.si() > 0.0)
                level = std::min(level, traffic.demands[d].wanted.si());
        for (std::size_t d = 0; d < rate.size(); ++d) {
            if (held[d]) continue;
            bool isHeld = traffic.demands[d].wanted.si() > 0.0 &&
                          traffic.demands[d].wanted.si() <= level * (1.0 + 1e-10);
            for (std::size_t arc = 0; arc < levelOf.size(); ++arc)
                isHeld = isHeld || (shares[d][arc] > 0.0 && levelOf[arc] <= level * (1.0 + 1e-10));
            if (!isHeld) continue;
            held[d] = true;
            rate[d] = level;
        }
    }
    return rate;
}

/// The fastest flow on an arc, in bit/s; every demand is one stream.
double fastestOn(ArcIndex arc, const StreamSet& set, const FilledFlows& filled) {
    double fastest = 0.0;
    for (std::size_t s = 0; s < set.streams.size(); ++s) {
        const auto begin = set.arcs.begin() + static_cast<long>(set.streams[s].begin);
        const auto end = set.arcs.begin() + static_cast<long>(set.end(s));
        if (std::find(begin, end, arc) != end)
            fastest = std::max(fastest, filled.slowestBitPerS[set.streams[s].demand]);
    }
    return fastest;
}

Traffic randomTraffic(std::uint64_t seed) {
    std::mt19937_64 random(seed * 77 + 1);
    std::vector<std::pair<DeviceIndex, DeviceIndex>> pairs;
    while (pairs.size() < 10) {
        const auto from = static_cast<DeviceIndex>(random() % hosts);
        const auto to = static_cast<DeviceIndex>(random() % hosts);
        if (from != to) pairs.emplace_back(from, to);
    }
    Traffic traffic = flowsBetween(pairs, hosts);
    for (Demand& demand : traffic.demands) {
        demand.flows = static_cast<double>(1 + random() % 3);
        if (random() % 4 == 0)
            demand.wanted = gigabitsPerSecond(static_cast<double>(1 + random() % 12));
    }
    return traffic;
}

void checkFieldIsListed(const Graph& graph, const Traffic& traffic) {
    const FlowEnds ends = findEnds(graph, traffic);
    const auto listed = fillStreams(ends, *spreadStreams(ends, 1'000'000));
    const auto field = fillField(ends, {});
    REQUIRE(field);
    for (std::size_t d = 0; d < traffic.demands.size(); ++d)
        CHECK(field->meanBitPerS[d] == Approx(listed.meanBitPerS[d]).epsilon(1e-7));
    for (std::size_t arc = 0; arc < listed.loadBitPerS.size(); ++arc)
        CHECK(field->loadBitPerS[arc] == Approx(listed.loadBitPerS[arc]).epsilon(1e-7).margin(1.0));
    for (std::size_t n = 0; n < listed.deviceInBitPerS.size(); ++n)
        CHECK(field->deviceInBitPerS[n] ==
              Approx(listed.deviceInBitPerS[n]).epsilon(1e-7).margin(1.0));
}

}  // namespace

TEST_CASE("Rates on 200 random tangles are those of the definition") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Graph graph = tangle(seed, hosts, 6, 4);
        const Traffic traffic = randomTraffic(seed);
        const auto result = maxMinRates(graph, traffic);
        REQUIRE(result);
        const auto expected = ratesByDefinition(graph, traffic);
        INFO("seed " << seed);
        for (std::size_t d = 0; d < expected.size(); ++d)
            CHECK(result->rates[d].mean.si() == Approx(expected[d]).epsilon(1e-9));
        CHECK(result->imbalance < 1e-12);
        CHECK(result->excess < 1e-9);
    }
}

TEST_CASE("The field that lists no links finds the same rates, loads and balance") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Graph graph = tangle(seed, hosts, 6, 4);
        Traffic traffic = randomTraffic(seed);
        if (seed % 2 == 0)  // half of the cases by named ports, the others by hosts
            for (auto& group : traffic.groups)
                group[0].port = 0;
        INFO("seed " << seed);
        checkFieldIsListed(graph, traffic);
    }
}

TEST_CASE("The field finds the same for groups of several ports") {
    const Graph graph = rails(6, 2, 2);
    checkFieldIsListed(graph, allToAllTraffic(graph, ranksOf(graph)));
    Graph damaged = leafSpine(4, 4, 3);
    damaged.links[5].rate = gigabitsPerSecond(30.0);
    damaged.links[20].rate = {};
    checkFieldIsListed(damaged, allToAllTraffic(damaged, ranksOf(damaged)));
}

TEST_CASE("Every hashed flow has a full link on which none is faster, or has what it wants") {
    // D. Bertsekas, R. Gallager, Data Networks (1992), 6.5.2: that is what max-min fair means.
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Graph graph = tangle(seed, hosts, 6, 4);
        Traffic traffic = randomTraffic(seed);
        for (Demand& demand : traffic.demands)
            demand.flows = 1.0;
        FlowSettings settings;
        settings.routing = FabricRouting::Ecmp;
        settings.seed = seed;
        const FlowEnds ends = findEnds(graph, traffic);
        const StreamSet set = hashedStreams(ends, settings);
        const FilledFlows filled = fillStreams(ends, set);
        INFO("seed " << seed);
        for (std::size_t d = 0; d < traffic.demands.size(); ++d) {
            const ArcIndex full = filled.bottleneck[d];
            if (full == noArc) {
                CHECK(filled.slowestBitPerS[d] == Approx(traffic.demands[d].wanted.si()));
                continue;
            }
            CHECK(filled.loadBitPerS[full] == Approx(ends.wiring.rate(full).si()).epsilon(1e-9));
            CHECK(fastestOn(full, set, filled) <= filled.slowestBitPerS[d] * (1.0 + 1e-9));
        }
        const auto result = maxMinRates(graph, traffic, settings);
        REQUIRE(result);
        CHECK(result->imbalance < 1e-12);
        CHECK(result->excess < 1e-9);
    }
}

TEST_CASE("The field does not depend on the number of threads") {
    const Graph graph = tangle(5, 40, 30, 40);
    std::vector<std::pair<DeviceIndex, DeviceIndex>> pairs;
    for (DeviceIndex a = 0; a < 40; ++a)
        for (DeviceIndex b = 0; b < 40; ++b)
            if (a != b) pairs.emplace_back(a, b);
    const Traffic traffic = flowsBetween(pairs, 40);
    const FlowEnds ends = findEnds(graph, traffic);
    const auto run = [&](std::size_t threads) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        return fillField(ends, {})->loadBitPerS;
    };
    CHECK(run(1) == run(2));
}

TEST_CASE("A cancelled field says so") {
    const Graph graph = leafSpine(2, 1, 1);
    const Traffic traffic = flowsBetween({{0, 1}}, 2);
    std::stop_source stop;
    stop.request_stop();
    CHECK(fillField(findEnds(graph, traffic), stop.get_token()).error().code ==
          ErrorCode::Cancelled);
}
