// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace halltwin::views::bridge {

/// Runs tasks one after another on a thread of its own, in the order they were posted.
/// The destructor lets all posted tasks finish, so that nothing that was to be written is lost.
class IoQueue {
public:
    using Task = std::function<void()>;

    IoQueue();
    ~IoQueue();
    IoQueue(const IoQueue&) = delete;
    IoQueue& operator=(const IoQueue&) = delete;

    /// From any thread; returns at once.
    void post(Task task);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_ending = false;
    std::thread m_thread;
};

}  // namespace halltwin::views::bridge
