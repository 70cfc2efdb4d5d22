// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram of 1,000 symbols moved under the hand, drawn in software. Budget: 30 frames a second,
// also at the zoom where all symbols are in sight.
#include "tests/benchmarks/diagram/pan_frames.h"
#include "tests/benchmarks/diagram/wide_chain.h"
#include "views/diagram/diagram_view.h"
#include "views/diagram/write_diagram.h"

#include <QApplication>
#include <benchmark/benchmark.h>

namespace {

using namespace halltwin;
using views::diagram::DiagramView;

views::diagram::Content content(std::int64_t size) {
    const power::ChainInput chain = benchmarks::wideChain(size);
    const power::DiagramGraph graph = benchmarks::wideGraph(size);
    const auto solved = power::solveChain(chain);
    const Project project;
    const Catalog catalog;
    return views::diagram::contentOf(graph, power::layOut(graph),
                                     {chain, *solved, project, catalog, {}});
}

/// Zoomed in by steps of 1.25 from the whole diagram, dragged by 24 pixels a frame.
void panDiagram(benchmark::State& state) {
    views::bridge::Theme theme;
    theme.apply(*qApp, views::bridge::ThemeMode::Light);
    DiagramView view(theme, {});
    view.setContent(content(1000));
    benchmarks::panFrames(view, state);
}

BENCHMARK(panDiagram)->Arg(0)->Arg(6)->Arg(10)->Iterations(300)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
