// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace halltwin::weather {

/// Days of the months of a year without a leap day.
inline constexpr std::array<int, 12> daysOfMonth{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
inline constexpr std::size_t daysOfYear = 365;

/// Day of the year, 1 January = 0, of a month 1…12 and day 1…31; a 29 February counts as 1 March.
[[nodiscard]] constexpr int dayOfYear(int month, int day) {
    int days = day - 1;
    for (int m = 0; m < month - 1; ++m)
        days += daysOfMonth[static_cast<std::size_t>(m)];
    return days;
}

}  // namespace halltwin::weather
