// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

namespace halltwin::thermal {

/// Pressure loss of a perforated plate, curtain or leak, in velocity heads of the approaching air
/// (Δp = K · ½ρu²), for sharp-edged openings of total share `openFraction` of the area:
/// K = (1 + 0.5 (1 − s)^0.75 + 1.414 (1 − s)^0.375) / s².  Infinite at 0; 0 at 1, where nothing is
/// left to pass. Source: Fried & Idelchik, Flow Resistance (1989), as used for tiles by K. Karki,
/// A. Radmehr and S. Patankar, HVAC&R Research 9 (2003).
[[nodiscard]] double lossCoefficient(double openFraction);

/// Time over which a pressure difference accelerates the air of the preview stage before mixing
/// undoes it. It sets how much the open air resists against tiles and leaks: Δp over a distance L
/// is ρuL / 30 s, some 0.04 Pa per metre at 1 m/s, small beside the 5–25 Pa of a floor void.
/// Without resistive openings velocities do not depend on it. 30 s is about the turnover time of a
/// hall (10 m at 0.3 m/s).
inline constexpr double mixingTimeS = 30.0;

}  // namespace halltwin::thermal
