// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/validation/case.h"

#include <QObject>
#include <QString>
#include <stop_token>

namespace halltwin::views::validation {

/// Calculates one case at a time on a worker and tells how far it is. Lives on the GUI thread and
/// never waits for the worker: what is cancelled, or outlives this object, is asked to stop and its
/// answer is dropped.
class CaseRunner : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~CaseRunner() override;

    [[nodiscard]] bool isRunning() const { return m_running != nullptr; }
    /// The case that is calculated; null when none is.
    [[nodiscard]] const halltwin::validation::Case* running() const { return m_running; }

    /// Starts the case unless one is running.
    void start(const halltwin::validation::Case& wanted, halltwin::validation::Effort effort);
    void cancel();

signals:
    void progressed(double share, const QString& what);
    void finished(const halltwin::validation::CaseResult& result);
    void failed(const halltwin::Error& error);
    /// After start, cancel, finished and failed.
    void runningChanged();

private:
    void end(int run, const Result<halltwin::validation::CaseResult>& outcome);

    const halltwin::validation::Case* m_running = nullptr;
    int m_run = 0;  ///< number of the newest run: answers of others are dropped
    std::stop_source m_stop;
};

}  // namespace halltwin::views::validation
