// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/network_specs.h"

#include <cstdint>
#include <optional>

namespace halltwin::network {

/// The rack units of one rack that switches may take: the topmost `freeUnits` of its cabinet.
/// Units count from 1 at the foot.
class UnitSpace {
public:
    explicit UnitSpace(const RackNetwork& network);

    /// The highest place for `units` in a row, which is taken then; its lowest unit. None when
    /// there is none.
    std::optional<int> takeHighest(int units);

    /// Takes the place whose lowest unit is `bottom`; false when a unit of it is not free.
    bool takeAt(int bottom, int units);

    [[nodiscard]] bool hasRoom(int units) const;
    [[nodiscard]] int freeUnits() const;

private:
    [[nodiscard]] std::optional<int> highest(int units) const;

    std::uint64_t m_free = 0;  ///< bit u: unit u
};

}  // namespace halltwin::network
