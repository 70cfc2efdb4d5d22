// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/twin/twin.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace halltwin::views::bridge {

/// What becomes of a run in progress when a newer input comes.
enum class Running {
    Cancel,  ///< it is asked to stop and its result is dropped
    Finish,  ///< it may end and show its result first, so that a drag has pictures on its way
};

/// One input on its way through a worker.
struct TwinJob {
    std::uint64_t generation = 0;
    twin::TwinInput input;
    std::stop_source stop;  ///< asked when nobody wants the answer any more
};

/// Evaluates on one thread of its own. Of inputs that wait, only the newest is evaluated; answers
/// of jobs that were asked to stop are dropped. No call waits for the thread but the destructor,
/// which asks to stop and joins.
class TwinWorker {
public:
    using Evaluate =
        std::function<Result<twin::TwinResult>(const twin::TwinInput&, std::stop_token)>;
    using Answer = std::function<void(const TwinJob&, Result<twin::TwinResult>)>;

    /// Both are called on the worker's thread, whose scheduling priority is lowered by `niceness`.
    TwinWorker(Evaluate evaluate, Answer answer, int niceness);
    TwinWorker(const TwinWorker&) = delete;
    TwinWorker& operator=(const TwinWorker&) = delete;
    ~TwinWorker();

    /// Replaces the input that waits, if any.
    void submit(std::uint64_t generation, twin::TwinInput input, Running running);
    /// Drops what waits and asks the run in progress to stop.
    void cancel();

private:
    void work(const std::stop_token& stop);

    Evaluate m_evaluate;
    Answer m_answer;
    int m_niceness;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<TwinJob> m_waiting;  ///< guarded by m_mutex
    std::stop_source m_runStop;        ///< of the run in progress; guarded by m_mutex
    std::jthread m_thread;             ///< last: it ends before what it uses
};

}  // namespace halltwin::views::bridge
