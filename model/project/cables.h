// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"

#include <string_view>

namespace halltwin {

/// Resistivity of conductors in service, 1.25 times that at 20 °C, and reactance per length where
/// nothing else is known.
inline constexpr double copperOhmSquareMillimetresPerMetre = 0.0225;
inline constexpr double aluminiumOhmSquareMillimetresPerMetre = 0.036;
inline constexpr double cableReactanceOhmsPerMetre = 0.08e-3;
inline constexpr std::string_view cableSource =
    "IEC 60364-5-52 Annex G: 0.0225 Ω·mm²/m of copper and 0.036 of aluminium in normal service "
    "(1.25 × the value at 20 °C), 0.08 mΩ/m reactance; areas as of IEC 60228";

/// Of one conductor, one way. Zero without length and area: such a link loses nothing.
[[nodiscard]] Resistance cableResistance(const PowerLink& link);
[[nodiscard]] Resistance cableReactance(const PowerLink& link);

}  // namespace halltwin
