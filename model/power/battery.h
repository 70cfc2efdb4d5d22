// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/project/catalog.h"

#include <string_view>

namespace halltwin::power {

inline constexpr std::string_view batteryFormula =
    "time = energy · usable share · discharge efficiency / load · (rated power / load)^(k − 1)";
inline constexpr std::string_view batterySource =
    "W. Peukert, Elektrotechnische Zeitschrift 20 (1897), written for power instead of current: "
    "the store holds its stated energy at its rated power";

/// Time that a full battery carries a steady load: infinite without a load, zero without energy.
[[nodiscard]] Duration runtime(const BatterySpec& battery, Power rated, Power load);

}  // namespace halltwin::power
