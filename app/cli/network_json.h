// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/network_question.h"

namespace halltwin::cli {

/// All fabrics in figures, with the sums of the project first.
[[nodiscard]] Json networkJson(const Project& project, const NetworkAnswer& answer);

/// "leaf-2.1:5 to spine-3:9"; empty for none.
[[nodiscard]] std::string arcName(const network::PlannedFabric& fabric, network::ArcIndex arc);

/// The same for people.
void printNetwork(const NetworkAnswer& answer);

}  // namespace halltwin::cli
