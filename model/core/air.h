// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

namespace halltwin {

/// Dry-air properties that all engines share, so that one ledger closes across them.
/// Specific heat 1006 J/(kg K); density by the ideal gas law with R = 287.055 J/(kg K).
/// Source: ASHRAE Handbook of Fundamentals 2017, ch. 1.
inline constexpr SpecificHeat airSpecificHeat = joulesPerKilogramKelvin(1006.0);

/// Standard-atmosphere pressure at an altitude above sea level, valid for −500…11,000 m.
[[nodiscard]] Pressure pressureAtAltitude(Length altitude);

[[nodiscard]] Density airDensity(Pressure pressure, Temperature temperature);

}  // namespace halltwin
