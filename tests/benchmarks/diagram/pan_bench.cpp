// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram of 1,000 symbols moved under the hand, drawn in software. Budget: 30 frames a second,
// also at the zoom where all symbols are in sight.
#include "tests/benchmarks/diagram/wide_chain.h"
#include "views/diagram/diagram_view.h"
#include "views/diagram/write_diagram.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <vector>

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

void send(DiagramView& view, QEvent::Type type, const QPointF& at) {
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, view.mapToGlobal(at), button, Qt::LeftButton, {});
    QApplication::sendEvent(&view, &event);
}

/// Zoomed in by steps of 1.25 from the whole diagram, dragged by 24 pixels a frame.
void panDiagram(benchmark::State& state) {
    views::bridge::Theme theme;
    theme.apply(*qApp, views::bridge::ThemeMode::Light);
    DiagramView view(theme, {});
    view.resize(1440, 800);
    view.setContent(content(1000));
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    for (int step = 0; step < state.range(0); ++step)
        view.zoomIn();
    view.repaint();
    QPointF at(900, 400);
    send(view, QEvent::MouseButtonPress, at);
    std::vector<double> frames;
    int frame = 0;
    for (auto iteration : state) {
        (void)iteration;
        const auto start = std::chrono::steady_clock::now();
        at += QPointF(frame++ % 60 < 30 ? -24.0 : 24.0, 0.0);
        send(view, QEvent::MouseMove, at);
        view.repaint();
        frames.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
    }
    send(view, QEvent::MouseButtonRelease, at);
    std::sort(frames.begin(), frames.end());
    state.counters["p50_ms"] = frames[frames.size() / 2];
    state.counters["p99_ms"] = frames[frames.size() * 99 / 100];
    state.counters["longest_ms"] = frames.back();
    state.counters["scale"] = view.scale();
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
