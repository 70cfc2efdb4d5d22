// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::power {

/// Elements above a load by index, sorted; what both of its sides hang on is in `common` alone.
struct LoadSides {
    std::array<std::vector<std::size_t>, 2> sides;
    std::vector<std::size_t> common;

    [[nodiscard]] bool areTwo() const { return !sides[0].empty() && !sides[1].empty(); }
};

/// Sides by feed; by cord where all have one letter. What no source reaches is left out.
[[nodiscard]] std::vector<LoadSides> sidesOfLoads(const Network& network);

/// Elements that hang together below what is common, by block, and what each load draws from.
struct SupplyBlocks {
    std::vector<std::vector<std::size_t>> members;    ///< elements by block
    std::vector<std::array<std::size_t, 2>> ofLoad;   ///< by load; read where it has two sides
    std::vector<std::vector<std::size_t>> connected;  ///< blocks that share loads, by group
    std::vector<std::size_t> groupOf;                 ///< by block
};

[[nodiscard]] SupplyBlocks findBlocks(const Network& network, const std::vector<LoadSides>& loads);

/// The two halves of a group, where every load of it hangs on both; else empty.
[[nodiscard]] std::array<std::vector<std::size_t>, 2>
halvesOf(const SupplyBlocks& blocks, std::size_t group, const std::vector<LoadSides>& loads);

}  // namespace halltwin::power
