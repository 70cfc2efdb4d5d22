// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/window/timed_application.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>
#include <algorithm>
#include <ctime>

namespace halltwin::benchmarks {
namespace {

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string nameOf(const QObject& receiver, QEvent::Type type) {
    const char* event = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    const QObject* named = &receiver;  // a viewport goes by the name of its view
    while (named->objectName().isEmpty() && named->parent() != nullptr)
        named = named->parent();
    return std::string(receiver.metaObject()->className()) + "(" +
           named->objectName().toStdString() + ") " + (event == nullptr ? "other" : event);
}

}  // namespace

double threadCpuMs() {
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

void TimedApplication::startNoting() {
    m_costs.clear();
    m_noting = true;
}

GuiCost TimedApplication::costOf(const std::string& part) const {
    GuiCost all;
    for (const auto& [name, cost] : m_costs) {
        if (name.find(part) == std::string::npos) continue;
        all.longestMs = std::max(all.longestMs, cost.longestMs);
        all.longestCpuMs = std::max(all.longestCpuMs, cost.longestCpuMs);
        all.totalCpuMs += cost.totalCpuMs;
        all.times += cost.times;
    }
    return all;
}

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
    if (!m_noting || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    // Named first: the receiver may be gone afterwards.
    const std::string name = (m_depth == 0 ? "> " : "") + nameOf(*receiver, event->type());
    const double start = milliseconds(CLOCK_MONOTONIC);
    const double startCpu = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double cpu = milliseconds(CLOCK_THREAD_CPUTIME_ID) - startCpu;
    GuiCost& cost = m_costs[name];
    cost.longestMs = std::max(cost.longestMs, milliseconds(CLOCK_MONOTONIC) - start);
    cost.longestCpuMs = std::max(cost.longestCpuMs, cpu);
    cost.totalCpuMs += cpu;
    ++cost.times;
    return handled;
}

}  // namespace halltwin::benchmarks
