// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/latest_job.h"

#include <QMetaObject>
#include <utility>

namespace halltwin::views::bridge {

LatestJob::LatestJob(QObject* parent) : QObject(parent) {
    m_worker.setMaxThreadCount(1);
}

void LatestJob::want(Work work) {
    if (m_isRunning) {
        m_next = std::move(work);
    } else {
        start(std::move(work));
    }
}

void LatestJob::forget() {
    ++m_wishes;
    m_next = nullptr;
}

void LatestJob::start(Work work) {
    m_isRunning = true;
    m_worker.start([this, wish = m_wishes, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this, [this, wish, deliver = work()] { finish(wish, deliver); }, Qt::QueuedConnection);
    });
}

/// An outcome is shown even when a newer wish waits: a picture that moves late is better than one
/// that stands still while a line is dragged.
void LatestJob::finish(int wish, const Deliver& deliver) {
    m_isRunning = false;
    if (m_next) start(std::exchange(m_next, nullptr));
    if (wish == m_wishes && deliver) deliver();
}

}  // namespace halltwin::views::bridge
