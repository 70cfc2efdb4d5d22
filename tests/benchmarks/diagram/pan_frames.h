// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/panning_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <vector>

namespace halltwin::benchmarks {

inline void send(QWidget& view, QEvent::Type type, const QPointF& at) {
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, view.mapToGlobal(at), button, Qt::LeftButton, {});
    QApplication::sendEvent(&view, &event);
}

/// Frames of a drawing that is zoomed in by as many steps of 1.25 as the first argument says and
/// dragged by 24 pixels a frame: the median, the 99th percentile and the longest.
inline void panFrames(views::diagram::PanningView& view, benchmark::State& state) {
    view.resize(1440, 800);
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

}  // namespace halltwin::benchmarks
