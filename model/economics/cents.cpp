// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/cents.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace halltwin::economics {

Result<Cents> toCents(Money amount, const char* context) {
    const double value = amount.in(dollars);
    if (!std::isfinite(value) || value < 0.0) {
        return fail(ErrorCode::InvalidArgument, "An amount is negative or not a number", context,
                    "Give an amount of zero or more");
    }
    if (amount > largestMoney) {
        return fail(ErrorCode::OverLimit, "An amount is above 10 trillion dollars", context,
                    "Check prices and quantities");
    }
    return static_cast<Cents>(std::llround(value * 100.0));
}

Money fromCents(Cents cents) {
    return dollars(static_cast<double>(cents) / 100.0);
}

std::vector<Cents> apportion(Cents total, std::span<const Cents> weights) {
    std::vector<Cents> parts(weights.size(), 0);
    const Cents sum = std::accumulate(weights.begin(), weights.end(), Cents{0});
    if (parts.empty()) return parts;
    if (sum == 0) {
        parts.front() = total;
        return parts;
    }
    std::vector<std::pair<double, std::size_t>> lost;
    Cents left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = static_cast<double>(total) *
                             (static_cast<double>(weights[i]) / static_cast<double>(sum));
        parts[i] = std::min(static_cast<Cents>(std::floor(exact)), left);
        left -= parts[i];
        if (weights[i] > 0) lost.emplace_back(exact - static_cast<double>(parts[i]), i);
    }
    std::stable_sort(lost.begin(), lost.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; left > 0; i = (i + 1) % lost.size()) {
        ++parts[lost[i].second];
        --left;
    }
    return parts;
}

}  // namespace halltwin::economics
