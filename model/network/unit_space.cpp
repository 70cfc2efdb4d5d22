// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/unit_space.h"

#include <algorithm>
#include <bit>

namespace halltwin::network {
namespace {

constexpr int mostUnits = 63;

std::uint64_t maskOf(int bottom, int units) {
    return ((std::uint64_t{1} << static_cast<unsigned>(units)) - 1U)
           << static_cast<unsigned>(bottom);
}

}  // namespace

UnitSpace::UnitSpace(const RackNetwork& network) {
    const int top = std::min(network.units, mostUnits);
    const int free = std::min(network.freeUnits, top);
    if (free > 0) m_free = maskOf(top - free + 1, free);
}

std::optional<int> UnitSpace::highest(int units) const {
    if (units < 1 || units > mostUnits) return std::nullopt;
    for (int bottom = mostUnits - units + 1; bottom >= 1; --bottom) {
        const std::uint64_t wanted = maskOf(bottom, units);
        if ((m_free & wanted) == wanted) return bottom;
    }
    return std::nullopt;
}

std::optional<int> UnitSpace::takeHighest(int units) {
    const auto bottom = highest(units);
    if (bottom) m_free &= ~maskOf(*bottom, units);
    return bottom;
}

bool UnitSpace::takeAt(int bottom, int units) {
    if (bottom < 1 || units < 1 || bottom + units - 1 > mostUnits) return false;
    const std::uint64_t wanted = maskOf(bottom, units);
    if ((m_free & wanted) != wanted) return false;
    m_free &= ~wanted;
    return true;
}

bool UnitSpace::hasRoom(int units) const {
    return highest(units).has_value();
}

int UnitSpace::freeUnits() const {
    return std::popcount(m_free);
}

}  // namespace halltwin::network
