// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/transient.h"
#include "model/twin/twin.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace halltwin::views::bridge {

/// What is to be followed over time.
struct TransientWish {
    twin::TwinInput input;
    HallId hall;
    std::vector<thermal::TransientEvent> events;
    thermal::TransientSettings settings;
};

using TransientPtr = std::shared_ptr<const thermal::Transient>;

/// Marches the air of one hall through its events on a worker, one run at a time. No call waits for
/// the worker but the destructor, which asks to stop. Signals arrive on the thread that this object
/// lives on, after the call that caused them; nothing comes of a run that was cancelled.
class TransientRunner : public QObject {
    Q_OBJECT

public:
    using Solve = std::function<Result<thermal::Transient>(
        const TransientWish&, const thermal::TransientObserver&, const std::stop_token&)>;

    /// `solve` runs on the worker; empty means the engine itself.
    explicit TransientRunner(QObject* parent = nullptr, Solve solve = {});
    ~TransientRunner() override;

    /// Cancels the run in progress, if any.
    void start(TransientWish wish);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void progressed(const halltwin::thermal::TransientProgress& progress);
    void finished(const halltwin::views::bridge::TransientPtr& transient);
    void failed(const halltwin::Error& error);

private:
    void end(int run, const Result<TransientPtr>& outcome);

    Solve m_solve;
    bool m_running = false;
    int m_run = 0;  ///< of the newest: answers of older ones are dropped
    std::stop_source m_stop;
    QThreadPool m_worker;  ///< last: it ends before what it uses
};

}  // namespace halltwin::views::bridge
