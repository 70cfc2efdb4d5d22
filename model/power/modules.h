// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"

#include <string_view>

namespace halltwin::power {

inline constexpr std::string_view modulesFormula =
    "n equal modules share the load, r of them redundant: with k out, rating · min(1, (n − k) / (n "
    "− r)), no-load loss · (n − k) / n, square loss · n / (n − k)";

/// Rating while `out` of the element's modules are out of service; nothing with all of them out.
[[nodiscard]] Power ratingWithout(const Element& element, int out);

/// Loss law meanwhile, over the same rated power as before: fewer modules idle, and those left
/// carry more each.
[[nodiscard]] LossCurve lossesWithout(const Element& element, int out);

/// Probability that more than the redundant modules are out together, where `whole` is the
/// probability that some module is: as figures are stated for the element. One module has 1 − (1 −
/// whole)^(1/n), modules fail independently, and by the binomial law more than r of n are out. An
/// element without redundant modules keeps `whole`.
[[nodiscard]] double unavailabilityOfModules(const Element& element, double whole);

}  // namespace halltwin::power
