// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace halltwin::rules {

/// Finds which of many rectangles overlap a given one, by a coarse grid of cells: near-constant
/// time for rectangles of rack size. Rectangles with coordinates that are not numbers are never
/// found.
class SpatialIndex {
public:
    explicit SpatialIndex(std::vector<Rect> rects);

    /// Indices of those that overlap `wanted` deeper than the tolerance, in rising order.
    [[nodiscard]] std::vector<std::size_t> overlapping(const Rect& wanted, Length tolerance) const;

private:
    struct Cells {
        std::int64_t x0, y0, x1, y1;  ///< inclusive

        [[nodiscard]] std::int64_t count() const { return (x1 - x0 + 1) * (y1 - y0 + 1); }
    };

    static Cells cellsOf(const Rect& rect);
    static std::uint64_t keyOf(std::int64_t x, std::int64_t y);

    std::vector<Rect> m_rects;
    std::vector<std::size_t> m_large;  ///< looked at by every query
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

}  // namespace halltwin::rules
