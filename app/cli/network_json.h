// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/network_question.h"

namespace halltwin::cli {

/// All fabrics in figures, with the sums of the project first.
[[nodiscard]] Json networkJson(const Project& project, const NetworkAnswer& answer);

/// The same for people.
void printNetwork(const NetworkAnswer& answer);

/// A row for every cable: fabric, both ends with their ports and racks, rate, medium, length, way.
[[nodiscard]] std::string cablesCsv(const Project& project, const network::NetworkPlan& network);

}  // namespace halltwin::cli
