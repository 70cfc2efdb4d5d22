// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view availabilityFormula =
    "unavailability of an element: λ r / (1 + λ r), λ failures per time, r time to repair; of a "
    "load: 1 − Π over minimal cut sets (1 − Π of their elements)";
inline constexpr std::string_view availabilitySource =
    "upper bound by minimal cut sets: J. Esary, F. Proschan, Technometrics 5 (1963); elements fail "
    "and are repaired independently";

using ReliabilityOf = std::function<Reliability(const Element&)>;

/// Long-run share of time in which the element is out, 0 … 1.
[[nodiscard]] double unavailability(const Reliability& reliability);

/// The same of an element with these figures, its redundant modules counted: out when more of them
/// are out together than are redundant (unavailabilityOfModules).
[[nodiscard]] double unavailability(const Element& element, const Reliability& reliability);

/// Time out of service in a year of 8,760 hours.
[[nodiscard]] Duration downtimePerYear(double unavailability);

/// Sets of elements whose joint loss leaves the load dark, none of which holds another, of up to
/// `largest` elements each (1 … 4): by size, then in the order of the input. Fails as redundancyOf
/// does, and with OutOfRange.
[[nodiscard]] Result<std::vector<std::vector<ItemId>>> minimalCutSets(const ChainInput& input,
                                                                      ItemId load, int largest = 3);

/// Unavailability of a load by its minimal cut sets of up to `largest` elements; 1 where no source
/// reaches it anyway. What larger sets add is left out. Fails as minimalCutSets does.
[[nodiscard]] Result<double> loadUnavailability(const ChainInput& input, ItemId load,
                                                const ReliabilityOf& reliability, int largest = 3);

/// Draws for the same by chance.
struct DrawSettings {
    std::uint64_t seed = 1;
    std::size_t draws = 1'000'000;
};

struct DrawnUnavailability {
    double mean = 0.0;
    double standardError = 0.0;
};

/// Every element out with its own probability, draw after draw: the share of draws in which the
/// load is dark. The same seed gives the same figure. Fails as redundancyOf does, and with
/// Cancelled.
[[nodiscard]] Result<DrawnUnavailability> drawUnavailability(const ChainInput& input, ItemId load,
                                                             const ReliabilityOf& reliability,
                                                             const DrawSettings& settings = {},
                                                             const std::stop_token& stop = {});

}  // namespace halltwin::power
