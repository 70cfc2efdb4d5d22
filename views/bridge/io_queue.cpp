// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/io_queue.h"

#include <utility>

namespace halltwin::views::bridge {

IoQueue::IoQueue() : m_thread([this] { work(); }) {}

IoQueue::~IoQueue() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void IoQueue::post(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void IoQueue::work() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
            if (m_tasks.empty()) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

}  // namespace halltwin::views::bridge
