// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace halltwin::cli {

/// Turns the first Ctrl+C or SIGTERM into a stop request; a second one ends the program at once.
void watchForInterrupt();

[[nodiscard]] bool interrupted();

/// Asked to stop after the first interrupt; hand it to every solver.
[[nodiscard]] std::stop_token interruptToken();

}  // namespace halltwin::cli
