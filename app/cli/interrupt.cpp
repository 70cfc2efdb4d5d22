// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

namespace halltwin::cli {
namespace {

volatile std::sig_atomic_t signalled = 0;

void onSignal(int number) {
    signalled = 1;
    std::signal(number, SIG_DFL);
}

// A signal handler may not touch a stop_source, so a watcher thread carries the request over.
class Watcher {
public:
    Watcher()
        : m_thread([this](const std::stop_token& ending) {
              while (!ending.stop_requested() && signalled == 0) {
                  std::this_thread::sleep_for(std::chrono::milliseconds(20));
              }
              if (signalled != 0) m_source.request_stop();
          }) {}

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_thread;
};

Watcher& watcher() {
    static Watcher instance;
    return instance;
}

}  // namespace

void watchForInterrupt() {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

bool interrupted() {
    return signalled != 0;
}

std::stop_token interruptToken() {
    return watcher().token();
}

}  // namespace halltwin::cli
