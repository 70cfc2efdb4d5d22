// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cuts.h"
#include "model/network/dragonfly.h"
#include "model/network/fat_tree.h"
#include "model/network/flows.h"
#include "model/network/patterns.h"
#include "model/network/rail_optimised.h"

#include <benchmark/benchmark.h>

namespace {

using namespace halltwin;
using namespace halltwin::network;

constexpr int gpusPerServer = 8;

/// Servers of eight GPUs with a 400 Gb/s port each, and switches of 64 such ports.
FabricInput serversFor(std::int64_t gpus) {
    FabricInput input;
    input.hosts.assign(static_cast<std::size_t>(gpus / gpusPerServer),
                       {gpusPerServer, gigabitsPerSecond(400.0)});
    input.leaf = {"leaf", 64, gigabitsPerSecond(400.0)};
    input.spine = {"spine", 64, gigabitsPerSecond(400.0)};
    return input;
}

Graph railFabric(std::int64_t gpus) {
    return *generateRailOptimised(serversFor(gpus), {});
}

Graph halfRailFabric(std::int64_t gpus) {
    RailFigures figures;
    figures.oversubscription = 2.0;
    return *generateRailOptimised(serversFor(gpus), figures);
}

void report(benchmark::State& state, const FlowResult& result) {
    state.counters["total_tbps"] = result.total.in(gigabitsPerSecond) / 1000.0;
    state.counters["imbalance"] = result.imbalance;
    state.counters["excess"] = result.excess;
}

void solveAllToAll(benchmark::State& state, const Graph& graph, const FlowSettings& settings) {
    const Ranks ranks = ranksOf(graph);
    for (auto iteration : state) {
        (void)iteration;
        const auto result = maxMinRates(graph, allToAllTraffic(graph, ranks), settings);
        report(state, *result);
    }
}

/// Every GPU to every other. Budget: 5 s at 10,000 GPUs on 2 cores.
void allToAll(benchmark::State& state) {
    solveAllToAll(state, railFabric(state.range(0)), {});
}

void allToAllHalf(benchmark::State& state) {
    solveAllToAll(state, halfRailFabric(state.range(0)), {});
}

void allToAllHashed(benchmark::State& state) {
    solveAllToAll(state, railFabric(state.range(0)), {FabricRouting::Ecmp, 1, 16});
}

void allToAllFatTree(benchmark::State& state) {
    solveAllToAll(state, *generateFatTree(serversFor(state.range(0)), 0), {});
}

void allToAllDragonfly(benchmark::State& state) {
    solveAllToAll(state, *generateDragonfly(serversFor(state.range(0)), {}), {});
}

/// A spine lost, so that ways are no longer alike.
void allToAllDamaged(benchmark::State& state) {
    Graph graph = railFabric(state.range(0));
    for (Link& link : graph.links)
        if (link.b == graph.devices.size() - 1 || link.a + 500 == graph.devices.size())
            link.rate = {};
    solveAllToAll(state, graph, {});
}

/// Every GPU to four others by chance: hardly two flows are alike.
void uniform(benchmark::State& state) {
    const Graph graph = railFabric(state.range(0));
    const Traffic traffic = uniformTraffic(ranksOf(graph), 4, 1);
    for (auto iteration : state) {
        (void)iteration;
        const auto result = maxMinRates(graph, traffic);
        report(state, *result);
    }
}

void bisect(benchmark::State& state) {
    const Graph graph = railFabric(state.range(0));
    for (auto iteration : state) {
        (void)iteration;
        const auto result = bisection(graph);
        state.counters["share"] = result->share();
    }
}

BENCHMARK(allToAll)->Arg(1024)->Arg(10000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(allToAllHalf)
    ->Arg(1024)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(allToAllHashed)
    ->Arg(1024)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(allToAllFatTree)
    ->Arg(1024)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(allToAllDragonfly)
    ->Arg(1024)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(allToAllDamaged)
    ->Arg(1024)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(uniform)->Arg(1024)->Arg(10000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(bisect)->Arg(1024)->Arg(10000)->Arg(50000)->Unit(benchmark::kMillisecond);

}  // namespace
