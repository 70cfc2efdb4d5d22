// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/validation/case_runner.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <chrono>
#include <memory>

namespace halltwin::views::validation {

using halltwin::validation::Case;
using halltwin::validation::CaseResult;
using halltwin::validation::Effort;
using halltwin::validation::RunSettings;

namespace {

constexpr std::chrono::milliseconds betweenNews(100);

}  // namespace

CaseRunner::~CaseRunner() {
    m_stop.request_stop();
}

void CaseRunner::start(const Case& wanted, Effort effort) {
    if (isRunning()) return;
    m_running = &wanted;
    m_stop = std::stop_source();
    const int run = ++m_run;
    const QPointer<CaseRunner> self(this);
    RunSettings settings{effort, {}, m_stop.get_token()};
    settings.progress = [self, run, next = std::chrono::steady_clock::now()](
                            double share, const std::string& what) mutable {
        if (std::chrono::steady_clock::now() < next) return;
        next = std::chrono::steady_clock::now() + betweenNews;
        QMetaObject::invokeMethod(qApp, [self, run, share, text = QString::fromStdString(what)] {
            if (self && self->m_run == run && self->isRunning()) emit self->progressed(share, text);
        });
    };
    QThreadPool::globalInstance()->start([self, run, settings, &wanted] {
        const auto outcome =
            std::make_shared<const Result<CaseResult>>(halltwin::validation::run(wanted, settings));
        QMetaObject::invokeMethod(qApp, [self, run, outcome] {
            if (self) self->end(run, *outcome);
        });
    });
    emit runningChanged();
}

void CaseRunner::cancel() {
    if (!isRunning()) return;
    m_stop.request_stop();
    ++m_run;
    m_running = nullptr;
    emit runningChanged();
}

void CaseRunner::end(int run, const Result<CaseResult>& outcome) {
    if (run != m_run || !isRunning()) return;
    m_running = nullptr;
    if (outcome) {
        emit finished(*outcome);
    } else {
        emit failed(outcome.error());
    }
    emit runningChanged();
}

}  // namespace halltwin::views::validation
