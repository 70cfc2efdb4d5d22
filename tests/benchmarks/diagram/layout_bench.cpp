// SPDX-License-Identifier: GPL-3.0-or-later
// The single-line diagram's layout. Budget: 1,000 symbols 50 ms, 5,000 symbols 500 ms.
#include "model/power/diagram_layout.h"
#include "tests/benchmarks/diagram/wide_chain.h"

#include <benchmark/benchmark.h>

namespace {

using namespace halltwin;

void layOutDiagram(benchmark::State& state) {
    const power::DiagramGraph graph = benchmarks::wideGraph(state.range(0));
    std::size_t crossings = 0;
    for (auto iteration : state) {
        (void)iteration;
        const power::DiagramLayout layout = power::layOut(graph);
        crossings = layout.crossings;
        benchmark::DoNotOptimize(layout.width);
    }
    state.counters["symbols"] = static_cast<double>(graph.nodes.size());
    state.counters["crossings"] = static_cast<double>(crossings);
}

BENCHMARK(layOutDiagram)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
