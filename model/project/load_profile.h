// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace halltwin {

inline constexpr std::string_view loadProfileSource =
    "typical value: the shape of interactive services of one region, least before dawn, most in "
    "the evening, weekends a little below; training runs are constant";

/// Utilisation over that of the project by the hour of a working day.
inline constexpr std::array<double, 24> diurnalLoad{
    0.72, 0.65, 0.60, 0.57, 0.55, 0.56, 0.60, 0.68, 0.77, 0.84, 0.88, 0.90,
    0.91, 0.91, 0.92, 0.92, 0.93, 0.94, 0.96, 0.99, 1.00, 0.97, 0.90, 0.81};
inline constexpr double weekendLoad = 0.9;  ///< of a working day's

/// Factor of the utilisation in an hour of the year, 0…; the year begins on a Monday.
[[nodiscard]] constexpr double loadFactor(LoadProfile profile, std::size_t hourOfYear) {
    if (profile == LoadProfile::Constant) return 1.0;
    const std::size_t day = hourOfYear / 24 % 7;
    return diurnalLoad[hourOfYear % 24] * (day >= 5 ? weekendLoad : 1.0);
}

}  // namespace halltwin
