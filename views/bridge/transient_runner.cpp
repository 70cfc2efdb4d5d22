// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/transient_runner.h"

#include "model/twin/failure.h"

#include <QMetaObject>
#include <algorithm>
#include <chrono>
#include <utility>

namespace halltwin::views::bridge {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto betweenReports = std::chrono::milliseconds(50);

Result<thermal::Transient> theEngine(const TransientWish& wish,
                                     const thermal::TransientObserver& observer,
                                     const std::stop_token& stop) {
    const auto rooms = twin::hallRooms(wish.input, stop);
    if (!rooms) return tl::unexpected(rooms.error());
    const auto room = std::find_if(rooms->begin(), rooms->end(), [&](const twin::HallRoom& each) {
        return each.hall == wish.hall;
    });
    if (room == rooms->end())
        return fail(ErrorCode::NotFound, "This hall has no cooler and no rack.", "transient",
                    "Choose a hall with equipment.");
    return thermal::runTransient(room->room, wish.events, wish.settings, observer, stop);
}

}  // namespace

TransientRunner::TransientRunner(QObject* parent, Solve solve)
    : QObject(parent),
      m_solve(solve ? std::move(solve) : theEngine) {
    m_worker.setMaxThreadCount(1);
    m_worker.setThreadPriority(QThread::LowPriority);
}

TransientRunner::~TransientRunner() {
    cancel();
}

void TransientRunner::start(TransientWish wish) {
    cancel();
    m_running = true;
    m_stop = std::stop_source();
    const int run = m_run;
    m_worker.start([this, run, solve = m_solve, wish = std::move(wish), stop = m_stop.get_token()] {
        auto next = Clock::now();
        const thermal::TransientObserver tell = [&](const thermal::TransientProgress& progress) {
            if (Clock::now() < next) return;
            next = Clock::now() + betweenReports;
            QMetaObject::invokeMethod(
                this,
                [this, run, progress] {
                    if (run == m_run) emit progressed(progress);
                },
                Qt::QueuedConnection);
        };
        auto outcome = solve(wish, tell, stop).map([](thermal::Transient&& transient) {
            return std::make_shared<const thermal::Transient>(std::move(transient));
        });
        QMetaObject::invokeMethod(
            this, [this, run, outcome = std::move(outcome)] { end(run, outcome); },
            Qt::QueuedConnection);
    });
}

void TransientRunner::cancel() {
    ++m_run;
    m_running = false;
    m_stop.request_stop();
}

void TransientRunner::end(int run, const Result<TransientPtr>& outcome) {
    if (run != m_run) return;
    m_running = false;
    if (outcome)
        emit finished(*outcome);
    else
        emit failed(outcome.error());
}

}  // namespace halltwin::views::bridge
