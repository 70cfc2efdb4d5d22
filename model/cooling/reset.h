// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <algorithm>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view resetFormula =
    "set-point = a straight line between two points, constant beyond them";

/// Supply set-point that follows the outdoor wet bulb: a tower need not chase what it cannot reach.
struct WetBulbReset {
    Temperature dry = celsius(10.0);  ///< wet bulb of the one end
    Temperature atDry = celsius(18.0);
    Temperature humid = celsius(25.0);  ///< wet bulb of the other
    Temperature atHumid = celsius(28.0);
};

/// Supply set-point that rises as load falls: light loads are cooled by warmer water.
struct LoadReset {
    double light = 0.3;  ///< load / design
    Temperature atLight = celsius(24.0);
    double full = 1.0;
    Temperature atFull = celsius(18.0);
};

/// Where `x` stands between two ends, 0…1. Ends that coincide make a step.
[[nodiscard]] inline double placeBetween(double x, double low, double high) {
    if (high == low) return x < low ? 0.0 : 1.0;
    return std::clamp((x - low) / (high - low), 0.0, 1.0);
}

[[nodiscard]] inline Temperature setPointAt(const WetBulbReset& reset, Temperature wetBulb) {
    const double place = placeBetween(wetBulb.si(), reset.dry.si(), reset.humid.si());
    return reset.atDry + (reset.atHumid - reset.atDry) * place;
}

[[nodiscard]] inline Temperature setPointAt(const LoadReset& reset, double loadShare) {
    const double place = placeBetween(loadShare, reset.light, reset.full);
    return reset.atLight + (reset.atFull - reset.atLight) * place;
}

}  // namespace halltwin::cooling
