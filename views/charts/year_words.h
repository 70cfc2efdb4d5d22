// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/year.h"
#include "views/bridge/theme.h"

#include <QString>

namespace halltwin::views::charts {

/// Names and colours of what a year is made of, the same on the screen and in the report.
[[nodiscard]] QString partName(twin::YearPart part);
[[nodiscard]] QColor partColor(const bridge::Theme& theme, twin::YearPart part);
[[nodiscard]] QString modeName(cooling::LoopMode mode);
[[nodiscard]] QColor modeColor(const bridge::Theme& theme, cooling::LoopMode mode);

/// "12 July, 15:00": the beginning of an hour of the year, counted from 0; a leap year where the
/// year has 8,784 hours.
[[nodiscard]] QString hourName(std::size_t hour, std::size_t hoursOfYear);
[[nodiscard]] QString monthName(int month);  ///< "Jul", from 0

}  // namespace halltwin::views::charts
