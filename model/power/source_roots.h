// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"

#include <cstddef>
#include <vector>

namespace halltwin::power {

/// An element that two sources meet in, by index. A transfer switch above it stands for the sources
/// behind it: it passes one of them.
struct JoinedSources {
    std::size_t element = 0;
    std::size_t one = 0;
    std::size_t other = 0;
};

/// Elements whose cords come from utility feeds or generators that have none in common, and that
/// are no tie: transfer switches and switchboards may join sources, UPS and power shelves rectify,
/// loads have a supply unit for each cord.
[[nodiscard]] std::vector<JoinedSources> joinedSources(const Network& network);

}  // namespace halltwin::power
