// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/decimal.h"

#include <array>
#include <charconv>

namespace halltwin {

std::string shortestDecimal(double value) {
    if (value == 0.0) return "0";
    const double magnitude = std::abs(value);
    const bool plain = magnitude >= 1e-6 && magnitude < 1e16;
    std::array<char, 64> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value,
                      plain ? std::chars_format::fixed : std::chars_format::scientific);
    return {text.data(), written.ptr};
}

double roundedToDigits(double value, int digits) {
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value,
                                       std::chars_format::scientific, digits - 1);
    double rounded = value;
    std::from_chars(text.data(), written.ptr, rounded);
    return rounded;
}

}  // namespace halltwin
