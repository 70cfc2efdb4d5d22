// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a designer feels it: from an edit to new heat on screen, stalls of the GUI thread,
// cold start, memory.
#include "model/core/data_paths.h"
#include "tests/benchmarks/window/timed_application.h"
#include "views/bridge/load_project.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/heat_layer.h"
#include "views/shell/main_window.h"
#include "views/shell/plan_pane.h"

#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace halltwin;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string medium() {
    return (examplesDirectory() / "medium-1000-gpu.json").string();
}

/// Resident memory of this process, MB.
double residentMegabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word != "VmRSS:") continue;
        double kilobytes = 0.0;
        status >> kilobytes;
        return kilobytes / 1024.0;
    }
    return 0.0;
}

/// The window with the 1,000-GPU example and its first answer on screen.
struct OpenWindow {
    OpenWindow() : window(views::bridge::loadCatalog()->catalog, theme, {}) {
        theme.apply(*qApp, views::bridge::ThemeMode::Light);
        window.resize(1440, 900);
        window.show();
        window.openFile(QString::fromStdString(medium()));
        (void)QTest::qWaitFor([&] { return window.twin().latest() && window.twin().isCurrent(); },
                              60000);
        QTest::qWait(300);
    }

    [[nodiscard]] ItemId firstRack() {
        for (const Item& item : window.session().project().items) {
            const CatalogEntry* entry = window.session().catalog().find(item.catalogKey);
            const bool isRack = entry != nullptr && entry->kind == ItemKind::Rack;
            if (isRack && item.rotation == Rotation::R0) return item.id;  // free floor behind it
        }
        return {};
    }

    views::bridge::Theme theme;
    views::shell::MainWindow window;
};

/// Notes the longest turn of the event loop: how long a click may have to wait, and the processor
/// time of it, which other programs on the machine do not lengthen.
class StallWatch {
public:
    StallWatch() {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, millisecondsSince(m_last));
            m_last = Clock::now();
            const double cpu = benchmarks::threadCpuMs();
            m_longestCpu = std::max(m_longestCpu, cpu - m_lastCpu);
            m_lastCpu = cpu;
        });
        m_timer.start(1);
    }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] double longestCpu() const { return m_longestCpu; }

private:
    QTimer m_timer;
    Clock::time_point m_last = Clock::now();
    double m_lastCpu = benchmarks::threadCpuMs();
    double m_longest = 0.0;
    double m_longestCpu = 0.0;
};

/// Runs the event loop, as the program does, until the plan was painted with the answer to what
/// the session shows.
class PaintWait : public QObject {
public:
    explicit PaintWait(views::shell::MainWindow& window)
        : m_twin(window.twin()),
          m_heat(window.findChild<views::shell::PlanPane*>()->heat()),
          m_plan(window.findChild<views::floorplan::PlanView*>()->viewport()) {
        m_plan->installEventFilter(this);
    }

    void run() { m_loop.exec(); }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        const bool last =
            event->type() == QEvent::Paint && m_twin.isCurrent() && m_heat.isCurrent();
        if (last) QTimer::singleShot(0, &m_loop, &QEventLoop::quit);  // after this paint
        return false;
    }

private:
    views::bridge::TwinFeed& m_twin;
    const views::heatmap::HeatLayer& m_heat;
    QWidget* m_plan;
    QEventLoop m_loop;
};

/// Costliest delivery of each kind of work, in processor time of the GUI thread.
void reportParts(benchmark::State& state, const benchmarks::TimedApplication& application) {
    const std::pair<const char*, const char*> parts[] = {
        {"part_result_cpu_ms", "TwinRunner() MetaCall"},
        {"part_heat_cpu_ms", "HeatLayer() MetaCall"},
        {"part_plan_paint_cpu_ms", "QWidget(planView) Paint"},
        {"part_chart_values_cpu_ms", "QTimer(chartTurn) Timer"},
        {"part_chart_layout_cpu_ms", "QChart() LayoutRequest"},
        {"part_chart_paint_cpu_ms", "QWidget(chart."},
        {"part_window_paint_cpu_ms", "UpdateRequest"},
        {"part_layout_cpu_ms", "MainWindow(mainWindow) LayoutRequest"},
    };
    for (const auto& [counter, name] : parts)
        state.counters[counter] = application.costOf(name).longestCpuMs;
    if (qEnvironmentVariableIsEmpty("HALLTWIN_BENCH_EVENTS")) return;
    for (const auto& [name, cost] : application.costs()) {
        std::printf("%8d times %8.2f ms longest %8.2f ms of CPU %9.1f ms in all  %s\n", cost.times,
                    cost.longestMs, cost.longestCpuMs, cost.totalCpuMs, name.c_str());
    }
}

/// A rack dragged: each step is previewed, and its answer is painted before the next. Budget: p95
/// 100 ms, no turn of the event loop over 16 ms.
void editToScreen(benchmark::State& state) {
    OpenWindow open;
    auto& session = open.window.session();
    const ItemId rack = open.firstRack();
    std::vector<double> milliseconds;
    double longestEditCpu = 0.0;
    PaintWait painted(open.window);
    auto& application = *static_cast<benchmarks::TimedApplication*>(qApp);
    application.startNoting();
    StallWatch stalls;
    for (auto iteration : state) {
        (void)iteration;
        const double step = 0.1 * static_cast<double>(milliseconds.size() % 12 + 1);
        const auto start = Clock::now();
        const double startCpu = benchmarks::threadCpuMs();
        session.preview(edit::MoveItems{{rack}, metres(0.0), metres(step)});
        longestEditCpu = std::max(longestEditCpu, benchmarks::threadCpuMs() - startCpu);
        painted.run();
        milliseconds.push_back(millisecondsSince(start));
    }
    session.clearPreview();
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    state.counters["longest_gui_gap_ms"] = stalls.longest();
    state.counters["longest_gui_gap_cpu_ms"] = stalls.longestCpu();
    state.counters["part_edit_cpu_ms"] = longestEditCpu;
    state.counters["resident_mb"] = residentMegabytes();
    reportParts(state, application);
}

/// The program from nothing to a picture of the plan with heat on it, with the wait before a
/// screenshot.
void coldStart(benchmark::State& state) {
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("start.png"));
    for (auto iteration : state) {
        (void)iteration;
        const auto start = Clock::now();
        QProcess::execute(QStringLiteral(HALLTWIN_PROGRAM),
                          {QString::fromStdString(medium()), QStringLiteral("--screenshot"),
                           picture, QStringLiteral("--size"), QStringLiteral("1440x900")});
        state.SetIterationTime(millisecondsSince(start) / 1000.0);
    }
    state.SetLabel("with 1.5 s of waiting before the picture");
}

BENCHMARK(editToScreen)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60)
    ->Repetitions(5)
    ->ReportAggregatesOnly();
BENCHMARK(coldStart)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);

}  // namespace

int main(int argc, char** argv) {
    benchmarks::TimedApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("HallTwin"));
    QApplication::setApplicationName(QStringLiteral("halltwin-bench"));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
