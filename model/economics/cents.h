// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <cstdint>
#include <span>
#include <vector>

namespace halltwin::economics {

/// Whole US cents: ledgers add in these, so that parts make up their total exactly.
using Cents = std::int64_t;

/// Above this a sum of many lines could leave what a double shows to the cent.
inline constexpr Money largestMoney = dollars(1e13);

/// Nearest cent. Fails with InvalidArgument below zero or where it is no number, with OverLimit
/// above 10¹³ dollars; `context` names the line.
[[nodiscard]] Result<Cents> toCents(Money amount, const char* context);

[[nodiscard]] Money fromCents(Cents cents);

/// `total` in parts proportional to the weights, in whole cents that add up to it exactly: what
/// rounding leaves over goes to the parts that lost most. Weights are not negative; all zero: the
/// first part takes it all.
[[nodiscard]] std::vector<Cents> apportion(Cents total, std::span<const Cents> weights);

}  // namespace halltwin::economics
