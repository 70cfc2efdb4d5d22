// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/twin/twin.h"

#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace halltwin::views::bridge {

using TwinResultPtr = std::shared_ptr<const twin::TwinResult>;

/// What becomes of a run in progress when a newer input comes.
enum class Running {
    Cancel,  ///< it is asked to stop and its result is dropped
    Finish,  ///< it may end and show its result first, so that a drag has pictures on its way
};

/// Solves the twin on one worker thread. The latest input wins: of inputs that wait, only the
/// newest is solved, and a result is never followed by one of an older input. No call waits for the
/// worker. Signals arrive on the thread that this object lives on. The destructor asks to stop and
/// joins.
class TwinRunner : public QObject {
    Q_OBJECT

public:
    using Evaluate =
        std::function<Result<twin::TwinResult>(const twin::TwinInput&, std::stop_token)>;

    /// `evaluate` runs on the worker; empty means twin::evaluate.
    explicit TwinRunner(QObject* parent = nullptr, Evaluate evaluate = {});
    ~TwinRunner() override;

    /// Replaces the input that waits, if any. Returns the generation number of this one, which only
    /// rises.
    std::uint64_t submit(twin::TwinInput input, Running running = Running::Cancel);

    /// Drops what waits and asks the run in progress to stop.
    void cancel();

    /// Something submitted has not been answered yet.
    [[nodiscard]] bool isRunning() const { return m_answered < m_generation; }

    /// Last delivered result and the input it belongs to; null and empty before the first one.
    [[nodiscard]] const TwinResultPtr& latest() const { return m_latest; }
    [[nodiscard]] const twin::TwinInput& latestInput() const { return m_latestInput; }

signals:
    void started();
    void resultReady(const halltwin::views::bridge::TwinResultPtr& result);
    void failed(const halltwin::Error& error);

private:
    struct Job {
        std::uint64_t generation = 0;
        twin::TwinInput input;
        std::stop_source stop;
    };

    void work(const std::stop_token& stop);
    void deliver(const Job& job, Result<twin::TwinResult> result);

    Evaluate m_evaluate;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_waiting;  ///< guarded by m_mutex
    std::stop_source m_runStop;    ///< of the run in progress; guarded by m_mutex
    std::uint64_t m_generation = 0;
    std::uint64_t m_answered = 0;  ///< highest generation answered or given up
    TwinResultPtr m_latest;
    twin::TwinInput m_latestInput;
    std::jthread m_thread;  ///< last: it ends before what it uses
};

}  // namespace halltwin::views::bridge
