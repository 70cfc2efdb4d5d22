// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/failures.h"

#include <cstdint>
#include <vector>

namespace halltwin::network {

/// Switches or links that the wiring does not tell apart.
struct LossClass {
    Loss loss;  ///< the first of them
    std::size_t alike = 0;
};

/// A number for each device, equal where `rounds` of colour refinement see no difference: first by
/// role and tier, then by the colours and link rates around it, again and again.
[[nodiscard]] std::vector<std::uint64_t> deviceColours(const Graph& graph, int rounds);

/// Classes of single living switches and links. Refines as far as `mostClasses` allows.
[[nodiscard]] std::vector<LossClass> singleLossClasses(const Graph& graph, std::size_t mostClasses);

}  // namespace halltwin::network
