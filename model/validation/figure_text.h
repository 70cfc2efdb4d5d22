// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"

#include <string>

namespace halltwin::validation {

/// A row's figures for people, with their unit, as many decimals as the tolerance needs (one more
/// than its first digit; two at least for temperatures), and a true minus sign. "–" where nothing
/// was published.
[[nodiscard]] std::string publishedText(const Row& row);
[[nodiscard]] std::string calculatedText(const Row& row);
/// "± 0.4 K", "± 2 %", "≤ 1.2 K".
[[nodiscard]] std::string toleranceText(const Row& row);

}  // namespace halltwin::validation
