// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"

#include <vector>

namespace halltwin::network {

/// Fill of every tray where it is fullest: Σ π/4·d² of the cables that pass there / (width ·
/// depth). Cables without a medium do not count: there is none to lay.
[[nodiscard]] std::vector<TrayLoad> trayLoads(const CableLayout& layout, const TrayGraph& trays);

}  // namespace halltwin::network
