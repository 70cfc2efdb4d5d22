// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/format.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace halltwin::views::bridge {

namespace {

constexpr QChar noBreakSpace(0x00A0);
constexpr QChar minusSign(0x2212);

struct Scaled {
    double factor;
    const char* unit;
};

/// The largest unit in which the value is at least one; the smallest unit otherwise.
template <std::size_t N>
QString formatScaled(double value, const std::array<Scaled, N>& descending) {
    for (const Scaled& step : descending) {
        // 0.9995 rounds to the next unit's 1.00 when shown with three digits.
        if (std::abs(value) >= 0.9995 * step.factor || step.factor == descending.back().factor) {
            return formatSignificant(value / step.factor, 3) + noBreakSpace +
                   QString::fromUtf8(step.unit);
        }
    }
    return {};
}

QString withDollar(const QString& number) {
    return number.startsWith(minusSign) ? minusSign + QStringLiteral("$") + number.mid(1)
                                        : QStringLiteral("$") + number;
}

}  // namespace

QString formatNumber(double value, int decimals) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    QString text = QLocale().toString(value, 'f', decimals);
    const QString zero = QLocale().toString(0.0, 'f', decimals);
    if (value < 0.0 && text.mid(1) == zero) return zero;
    return text.replace(QLatin1Char('-'), minusSign);
}

QString formatWithUnit(double value, int decimals, const QString& unit) {
    return formatNumber(value, decimals) + noBreakSpace + unit;
}

QString formatSignificant(double value, int digits) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    if (value == 0.0) return formatNumber(0.0, 0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    const double unit = std::pow(10.0, magnitude - digits + 1);
    const double rounded = std::round(value / unit) * unit;
    const int after = static_cast<int>(std::floor(std::log10(std::abs(rounded))));
    return formatNumber(rounded, std::max(0, digits - 1 - after));
}

QString formatPower(Power power) {
    static constexpr std::array<Scaled, 3> units{{{1e6, "MW"}, {1e3, "kW"}, {1.0, "W"}}};
    return formatScaled(power.in(watts), units);
}

QString formatTemperature(Temperature value) {
    return formatWithUnit(value.in(celsius), 1, QStringLiteral("°C"));
}

QString formatDifference(TemperatureDifference value) {
    return formatWithUnit(value.in(kelvins), 1, QStringLiteral("K"));
}

QString formatLength(Length value) {
    return formatWithUnit(value.in(metres), 3, QStringLiteral("m"));
}

QString formatMillimetres(Length value) {
    return formatWithUnit(value.in(millimetres), 0, QStringLiteral("mm"));
}

QString formatFlow(VolumeFlow value) {
    return formatSignificant(value.in(cubicMetresPerSecond), 3) + noBreakSpace +
           QStringLiteral("m³/s");
}

QString formatMass(Mass value) {
    static constexpr std::array<Scaled, 2> units{{{1e3, "t"}, {1.0, "kg"}}};
    return formatScaled(value.in(kilograms), units);
}

QString formatMoney(Money value) {
    const double amount = value.in(dollars);
    if (std::abs(amount) >= 999.5e6) {
        return withDollar(formatSignificant(amount / 1e9, 3)) + noBreakSpace + QLatin1Char('B');
    }
    if (std::abs(amount) >= 999.5e3) {
        return withDollar(formatSignificant(amount / 1e6, 3)) + noBreakSpace + QLatin1Char('M');
    }
    return withDollar(formatNumber(amount, 0));
}

QString formatMoneyRate(MoneyRate value) {
    const double rate = value.in(dollarsPerHour);
    const int decimals = std::abs(rate) < 1000.0 ? 2 : 0;
    return withDollar(formatNumber(rate, decimals)) + QStringLiteral("/h");
}

QString formatCarbon(Carbon value) {
    static constexpr std::array<Scaled, 4> units{
        {{1e12, "Mt"}, {1e6, "t"}, {1e3, "kg"}, {1.0, "g"}}};
    return formatScaled(value.in(grams), units);
}

QString formatCarbonRate(CarbonRate value) {
    static constexpr std::array<Scaled, 2> units{{{1e6, "t/h"}, {1e3, "kg/h"}}};
    return formatScaled(value.in(gramsPerHour), units);
}

QString formatShare(double fraction) {
    return formatWithUnit(100.0 * fraction, 1, QStringLiteral("%"));
}

QString formatDuration(Duration value) {
    const double s = value.in(seconds);
    if (s < 1.0) return formatWithUnit(1000.0 * s, 0, QStringLiteral("ms"));
    if (s < 120.0) return formatWithUnit(s, s < 10.0 ? 1 : 0, QStringLiteral("s"));
    if (s < 7200.0) return formatWithUnit(s / 60.0, s < 600.0 ? 1 : 0, QStringLiteral("min"));
    return formatWithUnit(s / 3600.0, 1, QStringLiteral("h"));
}

}  // namespace halltwin::views::bridge
