// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"
#include "model/twin/year_states.h"
#include "model/weather/weather_year.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace halltwin::twin {

/// The hours of a year in their order.
struct YearHours {
    std::vector<YearHour> hours;
    std::size_t daysShifted = 0;
};

/// Outdoor air and date of an hour.
[[nodiscard]] cooling::PlantOutdoors outdoorsOf(const weather::WeatherHour& hour);

/// Every hour solved in its weather at its load, and days on which tanks spare energy with what
/// they move (cooling/load_shift.h). Hours and days do not depend on each other, nor on how threads
/// share them. Fails as LoadState::hourAt does, for the first such hour, and with Cancelled.
[[nodiscard]] Result<YearHours> hoursOf(const YearStates& states, LoadProfile profile,
                                        const weather::WeatherYear& year,
                                        const std::stop_token& stop);

}  // namespace halltwin::twin
