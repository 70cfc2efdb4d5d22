// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/figure_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::validation {

namespace {

int decimalsOf(const Row& row) {
    const double scale = row.published && row.tolerance.kind == Tolerance::Kind::Share
                             ? std::abs(*row.published) * row.tolerance.value
                             : row.tolerance.value;
    if (!(scale > 0.0)) return 2;
    const int fewest = row.unit == "K" || row.unit == "°C" ? 2 : 0;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(scale))) + 1, fewest, 6);
}

std::string figureText(const Row& row, double value) {
    if (!std::isfinite(value)) return "–";
    const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimalsOf(row));
    const bool isZero = digits.find_first_not_of("0.") == std::string::npos;
    return (value < 0.0 && !isZero ? "−" : "") + digits + (row.unit.empty() ? "" : " " + row.unit);
}

}  // namespace

std::string publishedText(const Row& row) {
    return row.published ? figureText(row, *row.published) : "–";
}

std::string calculatedText(const Row& row) {
    return figureText(row, row.calculated);
}

std::string toleranceText(const Row& row) {
    // A point on the scale of temperature may be off by kelvins.
    const std::string unit = row.unit.empty() ? "" : row.unit == "°C" ? " K" : " " + row.unit;
    const double value = row.tolerance.value;
    switch (row.tolerance.kind) {
        case Tolerance::Kind::Within: return fmt::format("± {:g}{}", value, unit);
        case Tolerance::Kind::Share: return fmt::format("± {:g} %", 100.0 * value);
        case Tolerance::Kind::AtMost: return fmt::format("≤ {:g}{}", value, unit);
        case Tolerance::Kind::AtLeast: return fmt::format("≥ {:g}{}", value, unit);
    }
    return {};
}

}  // namespace halltwin::validation
