// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/capital.h"

#include "model/economics/cents.h"

#include <cmath>
#include <fmt/format.h>

namespace halltwin::economics {

namespace {

bool isRate(double rate) {
    return std::isfinite(rate) && rate >= 0.0;
}

bool isComputed(CapitalCategory category) {
    return category == CapitalCategory::SoftCost || category == CapitalCategory::Contingency;
}

CapitalLine rateLine(CapitalCategory category, Money amount, double rate) {
    const bool soft = category == CapitalCategory::SoftCost;
    const char* label = soft ? "Design, permits, commissioning" : "Contingency";
    const char* base = soft ? "hardware and building" : "hardware, building and soft cost";
    return {{},
            label,
            category,
            amount,
            fmt::format("{:.4g} % of {} (project setting)", 100.0 * rate, base)};
}

}  // namespace

Result<CapitalLedger> capitalLedger(const CapitalInput& input) {
    if (!isRate(input.softCost) || !isRate(input.contingency)) {
        return fail(ErrorCode::InvalidArgument,
                    "Soft cost or contingency is negative or not a number", "capital",
                    "Give a rate of zero or more");
    }
    CapitalLedger ledger;
    std::array<Cents, capitalCategoryCount> byCategory{};
    Cents total = 0;
    const auto add = [&](CapitalLine line) -> Result<void> {
        const Result<Cents> cents = toCents(line.amount, line.label.c_str());
        if (!cents) return tl::unexpected<Error>(cents.error());
        line.amount = fromCents(*cents);
        byCategory[static_cast<std::size_t>(line.category)] += *cents;
        total += *cents;
        ledger.lines.push_back(std::move(line));
        if (fromCents(total) <= largestMoney) return {};
        return fail(ErrorCode::OverLimit, "The capital is above 10 trillion dollars", "capital",
                    "Check prices and quantities");
    };
    for (const CapitalLine& line : input.lines) {
        if (isComputed(line.category)) {
            return fail(ErrorCode::InvalidArgument,
                        "Soft cost and contingency are computed and take no lines", line.label,
                        "Give the line another category");
        }
        if (const Result<void> added = add(line); !added) {
            return tl::unexpected<Error>(added.error());
        }
    }
    const auto addRate = [&](CapitalCategory category, double rate) {
        return add(rateLine(category, fromCents(total) * rate, rate));
    };
    const Result<void> added = addRate(CapitalCategory::SoftCost, input.softCost).and_then([&] {
        return addRate(CapitalCategory::Contingency, input.contingency);
    });
    if (!added) return tl::unexpected<Error>(added.error());

    Cents residual = total;
    for (std::size_t i = 0; i < byCategory.size(); ++i) {
        ledger.byCategory[i] = fromCents(byCategory[i]);
        residual -= byCategory[i];
    }
    ledger.total = fromCents(total);
    ledger.residual = fromCents(residual);
    return ledger;
}

}  // namespace halltwin::economics
