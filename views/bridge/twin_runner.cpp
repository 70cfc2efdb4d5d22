// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/twin_runner.h"

#include <QMetaObject>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace halltwin::views::bridge {

namespace {

/// Where cores are few the window comes first: a frame that waits is felt, a result a little later
/// is not. Threads that the engine starts from this one inherit it.
void yieldToTheWindow() {
#ifdef __linux__
    constexpr int niceness = 5;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
#endif
}

}  // namespace

TwinRunner::TwinRunner(QObject* parent, Evaluate evaluate)
    : QObject(parent),
      m_evaluate(evaluate
                     ? std::move(evaluate)
                     : [](const twin::TwinInput& input,
                          std::stop_token stop) { return twin::evaluate(input, std::move(stop)); }),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

TwinRunner::~TwinRunner() {
    cancel();
    m_thread.request_stop();
    m_thread.join();
}

std::uint64_t TwinRunner::submit(twin::TwinInput input, Running running) {
    const bool wasIdle = !isRunning();
    ++m_generation;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = Job{m_generation, std::move(input), {}};
        if (running == Running::Cancel) m_runStop.request_stop();
    }
    m_wake.notify_one();
    if (wasIdle) emit started();
    return m_generation;
}

void TwinRunner::cancel() {
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_runStop.request_stop();
    m_answered = m_generation;
}

void TwinRunner::work(const std::stop_token& stop) {
    yieldToTheWindow();
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); })) return;
            job = std::move(*m_waiting);
            m_waiting.reset();
            m_runStop = job.stop;
        }
        Result<twin::TwinResult> result = m_evaluate(job.input, job.stop.get_token());
        if (job.stop.stop_requested()) continue;
        auto carried = std::make_shared<Result<twin::TwinResult>>(std::move(result));
        QMetaObject::invokeMethod(
            this, [this, job, carried] { deliver(job, std::move(*carried)); },
            Qt::QueuedConnection);
    }
}

void TwinRunner::deliver(const Job& job, Result<twin::TwinResult> result) {
    // A newer input may have asked this one to stop after it was sent off.
    if (job.generation <= m_answered || job.stop.stop_requested()) return;
    m_answered = job.generation;
    if (!result) {
        emit failed(result.error());
        return;
    }
    m_latest = std::make_shared<const twin::TwinResult>(std::move(*result));
    m_latestInput = job.input;
    emit resultReady(m_latest);
}

}  // namespace halltwin::views::bridge
