// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <cmath>
#include <string>

namespace halltwin {

/// The shortest decimal that reads back to the same double: "0.1", "24", "250000", "1e-09". Minus
/// zero is "0".
[[nodiscard]] std::string shortestDecimal(double value);

/// `value` rounded to so many significant decimal digits (1…17).
[[nodiscard]] double roundedToDigits(double value, int digits);

namespace detail {

/// The reading of fewest digits that `toSi` takes to exactly `si`, sought around `estimate`.
/// Where a conversion skips over `si`, as a product may by half a unit in the last place, the
/// reading of the nearest value that it does reach.
template <class ToSi>
[[nodiscard]] double readingOfFewestDigits(double si, double estimate, const ToSi& toSi) {
    if (!std::isfinite(estimate)) return estimate;
    const auto fewest = [&](double wanted) {
        int digits = 1;
        while (digits < 17 && toSi(roundedToDigits(estimate, digits)) != wanted)
            ++digits;
        return roundedToDigits(estimate, digits);
    };
    const double found = fewest(si);
    if (toSi(found) == si) return found;
    for (const double neighbour :
         {std::nextafter(estimate, -HUGE_VAL), std::nextafter(estimate, HUGE_VAL)}) {
        if (toSi(neighbour) == si) return neighbour;
    }
    return fewest(toSi(estimate));
}

}  // namespace detail

/// The reading in `unit` that a person would write: 0.1 where plain division gives
/// 0.09999999999999999. `unit(reading)` is the same quantity again (or, for a computed one that no
/// reading reaches, its nearest neighbour).
template <class Dim>
[[nodiscard]] double decimalReading(Quantity<Dim> quantity, Unit<Dim> unit) {
    if (unit.toSi == 1.0) return quantity.si();
    return detail::readingOfFewestDigits(quantity.si(), quantity.in(unit),
                                         [&](double v) { return unit(v).si(); });
}
[[nodiscard]] inline double decimalReading(Temperature temperature, TemperatureScale scale) {
    if (scale.offset == 0.0) return temperature.si();
    return detail::readingOfFewestDigits(temperature.si(), temperature.in(scale),
                                         [&](double v) { return scale(v).si(); });
}

}  // namespace halltwin
