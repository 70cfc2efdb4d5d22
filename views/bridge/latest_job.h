// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace halltwin::views::bridge {

/// Work for a picture, off the GUI thread: one job at a time, and of the wishes that come meanwhile
/// only the last is done. Lives on the GUI thread; its end waits for the job under way.
class LatestJob : public QObject {
public:
    using Deliver = std::function<void()>;  ///< takes the outcome over, on the GUI thread
    using Work = std::function<Deliver()>;  ///< on the worker; owns copies of all that it reads

    explicit LatestJob(QObject* parent = nullptr);

    void want(Work work);
    /// Drops the wish that waits and the outcome of the job under way.
    void forget();
    [[nodiscard]] bool isIdle() const { return !m_isRunning; }

private:
    void start(Work work);
    void finish(int wish, const Deliver& deliver);

    Work m_next;
    int m_wishes = 0;  ///< counts what was asked and dropped: older outcomes are not wanted
    bool m_isRunning = false;
    QThreadPool m_worker;  ///< last: it ends before what it uses
};

}  // namespace halltwin::views::bridge
