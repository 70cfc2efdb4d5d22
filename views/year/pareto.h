// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace halltwin::views::year {

struct Spot {
    double x = 0.0;
    double y = 0.0;
};

/// The spots that no other one beats in both coordinates, where less is better; in the order of x.
/// Of equal spots the first one counts.
[[nodiscard]] std::vector<std::size_t> paretoFront(const std::vector<Spot>& spots);

}  // namespace halltwin::views::year
