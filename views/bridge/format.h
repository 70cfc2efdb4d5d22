// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <QString>

namespace halltwin::views::bridge {

/// Numbers as people read them, in the default QLocale: metric units, a no-break space before the
/// unit, a prefix chosen so that 1 ≤ |value| < 1000 where there is one. "–" for a value that is not
/// a number.
[[nodiscard]] QString formatNumber(double value, int decimals);
[[nodiscard]] QString formatWithUnit(double value, int decimals, const QString& unit);
/// About `digits` significant digits, without exponents below 10^12.
[[nodiscard]] QString formatSignificant(double value, int digits);

[[nodiscard]] QString formatPower(Power power);                       ///< W, kW, MW
[[nodiscard]] QString formatTemperature(Temperature value);           ///< "24.3 °C"
[[nodiscard]] QString formatDifference(TemperatureDifference value);  ///< "11.2 K"
[[nodiscard]] QString formatLength(Length value);                     ///< metres to the millimetre
[[nodiscard]] QString formatMillimetres(Length value);
[[nodiscard]] QString formatFlow(VolumeFlow value);  ///< "3.20 m³/s"
[[nodiscard]] QString formatMass(Mass value);
[[nodiscard]] QString formatMoney(Money value);            ///< "$1,234" up to "$1.23 B"
[[nodiscard]] QString formatMoneyRate(MoneyRate value);    ///< "$123.45/h"
[[nodiscard]] QString formatCarbon(Carbon value);          ///< g, kg, t
[[nodiscard]] QString formatCarbonRate(CarbonRate value);  ///< kg/h, t/h
[[nodiscard]] QString formatShare(double fraction);        ///< 0.25 → "25.0 %"
[[nodiscard]] QString formatDuration(Duration value);      ///< "20 ms", "8.0 s", "12 min", "1.5 h"

}  // namespace halltwin::views::bridge
