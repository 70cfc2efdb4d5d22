// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/network_question.h"

namespace halltwin::cli {

/// Rates of the traffic that was asked for, and its fullest cables; null where none was.
[[nodiscard]] Json trafficJson(const NetworkAnswer& answer);

/// Groups of servers and the figures between them, row by row; null where none was asked for.
[[nodiscard]] Json matrixJson(const NetworkAnswer& answer);

/// The same for people; nothing where nothing was asked for.
void printTraffic(const NetworkAnswer& answer);
void printMatrix(const NetworkAnswer& answer);

}  // namespace halltwin::cli
