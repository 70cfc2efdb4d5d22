// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <string_view>

namespace halltwin::twin {

/// Servers turn their fans up when their intake is warm: a hot aisle costs power.
/// Power = base · (1 + share · (speed³ − 1)); speed is 1 up to 27 °C, rises evenly to 1.3 at 35 °C
/// and stays there, so a rack at 35 °C draws about 7 % more. The airflow that the room sees stays
/// at its rated value: the extra is small against the error of a preview, and the flow field can be
/// kept.
inline constexpr double serverFanShare = 0.06;  ///< of the rack's power, at normal speed
inline constexpr double fullFanSpeed = 1.3;     ///< of the normal speed
inline constexpr Temperature fanRiseStart = celsius(27.0);
inline constexpr Temperature fanRiseEnd = celsius(35.0);
inline constexpr std::string_view serverFanSource =
    "fan affinity laws; share, start and full speed are typical values, in line with the 3–8 % "
    "rise of server power "
    "towards 35 °C in ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments (2011)";

/// Power at an intake temperature / power at 27 °C or less.
[[nodiscard]] double powerFactorAt(Temperature intake);

}  // namespace halltwin::twin
