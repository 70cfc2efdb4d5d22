// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/network/fabric_plan.h"
#include "model/network/failures.h"
#include "model/network/paths.h"

#include <QString>
#include <string>

namespace halltwin::views::network {

[[nodiscard]] QString formatDataRate(DataRate rate);   ///< Mb/s, Gb/s, Tb/s
[[nodiscard]] QString formatShortTime(Duration time);  ///< "230 ns", "12.3 µs", "4.56 ms", "1.23 s"
[[nodiscard]] QString formatBytes(double bytes);       ///< decimal: B, kB, MB, GB, TB
[[nodiscard]] QString formatCount(double count);       ///< with groups of thousands

/// "leaf-2.1:5 to spine-3:9": the way of a link in that direction.
[[nodiscard]] QString arcName(const halltwin::network::FabricPlan& plan,
                              halltwin::network::ArcIndex arc);

/// A device's name, or that of one end of a cable, as NetworkStudy::toggleLoss reads it; empty for
/// nothing.
[[nodiscard]] std::string lossName(const halltwin::network::FabricPlan& plan,
                                   const halltwin::network::Loss& loss);

}  // namespace halltwin::views::network
