// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/twin_worker.h"

#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace halltwin::views::bridge {

namespace {

/// Where cores are few the window comes first: a frame that waits is felt, a result a little later
/// is not. Threads that the engine starts from this one inherit it.
void yieldBy([[maybe_unused]] int niceness) {
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
#endif
}

}  // namespace

TwinWorker::TwinWorker(Evaluate evaluate, Answer answer, int niceness)
    : m_evaluate(std::move(evaluate)),
      m_answer(std::move(answer)),
      m_niceness(niceness),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

TwinWorker::~TwinWorker() {
    cancel();
    m_thread.request_stop();
    m_thread.join();
}

void TwinWorker::submit(std::uint64_t generation, twin::TwinInput input, Running running) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = TwinJob{generation, std::move(input), {}};
        if (running == Running::Cancel) m_runStop.request_stop();
    }
    m_wake.notify_one();
}

void TwinWorker::cancel() {
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_runStop.request_stop();
}

void TwinWorker::work(const std::stop_token& stop) {
    yieldBy(m_niceness);
    for (;;) {
        TwinJob job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); })) return;
            job = std::move(*m_waiting);
            m_waiting.reset();
            m_runStop = job.stop;
        }
        Result<twin::TwinResult> result = m_evaluate(job.input, job.stop.get_token());
        if (!job.stop.stop_requested()) m_answer(job, std::move(result));
    }
}

}  // namespace halltwin::views::bridge
