// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a designer feels it: from an edit to new heat on screen, stalls of the GUI thread,
// cold start, memory.
#include "model/core/data_paths.h"
#include "tests/benchmarks/window/timed_application.h"
#include "views/bridge/load_project.h"
#include "views/shell/main_window.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <fstream>
#include <string>
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

/// Notes the longest time that the event loop was away from its work.
class StallWatch {
public:
    StallWatch() {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_gaps.push_back(millisecondsSince(m_last));
            m_last = Clock::now();
        });
        m_timer.start(1);
    }
    [[nodiscard]] double longest() const {
        return m_gaps.empty() ? 0.0 : *std::max_element(m_gaps.begin(), m_gaps.end());
    }

private:
    QTimer m_timer;
    Clock::time_point m_last = Clock::now();
    std::vector<double> m_gaps;
};

/// A rack dragged: each step is previewed, and its answer is painted before the next. Budget: p95
/// 100 ms.
void editToScreen(benchmark::State& state) {
    OpenWindow open;
    auto& session = open.window.session();
    const ItemId rack = open.firstRack();
    std::vector<double> milliseconds;
    auto& clock = *static_cast<benchmarks::TimedApplication*>(qApp);
    clock.startNoting();
    StallWatch stalls;
    for (auto iteration : state) {
        (void)iteration;
        const double step = 0.1 * static_cast<double>(milliseconds.size() % 12 + 1);
        const auto start = Clock::now();
        session.preview(edit::MoveItems{{rack}, metres(0.0), metres(step)});
        while (!open.window.twin().isCurrent())
            QApplication::processEvents(QEventLoop::AllEvents, 1);
        QApplication::processEvents();
        milliseconds.push_back(millisecondsSince(start));
    }
    session.clearPreview();
    for(auto&[n,c]:clock.costs()) if(c.totalCpuMs>3) fprintf(stderr,"%-60s n=%4d long=%6.2f cpu=%6.2f total=%7.1f\n",n.c_str(),c.times,c.longestMs,c.longestCpuMs,c.totalCpuMs);
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    state.counters["longest_gui_gap_ms"] = stalls.longest();
    state.counters["resident_mb"] = residentMegabytes();
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

BENCHMARK(editToScreen)->Unit(benchmark::kMillisecond)->Iterations(60);
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
