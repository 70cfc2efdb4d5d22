// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/grid.h"
#include "model/core/units.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace halltwin::views::heatmap {

/// A cell-centred field of a quantity, and which cells are solid (and so hold no air). Both are
/// indexed by Grid::index; an empty `solid` means that all cells are air. The arrays must outlive
/// it.
struct ScalarField {
    const Grid& grid;
    std::span<const float> values;
    std::span<const std::uint8_t> solid;
};

/// A plane of sampled values. Row 0 is at the low end of the second axis (low y, or low z).
/// Samples inside solids that no air cell borders are NaN.
struct FieldSlice {
    int columns = 0;
    int rows = 0;
    double minFirstM = 0, maxFirstM = 0;    ///< extent along the first axis (x, or a line's length)
    double minSecondM = 0, maxSecondM = 0;  ///< extent along the second axis (y, or z)
    std::vector<float> values;

    [[nodiscard]] float at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// Horizontal plane at a height above the walking surface (negative in a floor void), interpolated
/// linearly between cell centres. Next to a solid only the air cells count. Empty above the ceiling
/// and below the lowest floor. `spacing` is the distance of samples; it is widened when the plane
/// would take more than 250,000 of them.
[[nodiscard]] FieldSlice sliceAtHeight(const ScalarField& field, Length height,
                                       Length spacing = metres(0.1));

/// A straight line on the plan of a hall, in hall coordinates.
struct SectionLine {
    Point from;
    Point to;

    bool operator==(const SectionLine&) const = default;
    [[nodiscard]] Length length() const;
    [[nodiscard]] Point at(double share) const;  ///< 0 at `from`, 1 at `to`
};

/// The part of the line that lies over the rectangle; none when it misses it.
[[nodiscard]] std::optional<SectionLine> clipped(const SectionLine& line, const Rect& area);

/// Upright plane over a line: the first axis runs along it from 0 to its length, the second up.
/// Samples beyond the grid are NaN.
[[nodiscard]] FieldSlice sectionAlong(const ScalarField& field, const SectionLine& line,
                                      Length spacing = metres(0.1));

/// Lowest and highest value. None without air.
struct ValueRange {
    double minimum = 0;
    double maximum = 0;

    bool operator==(const ValueRange&) const = default;
};
[[nodiscard]] std::optional<ValueRange> rangeOf(const FieldSlice& slice);

}  // namespace halltwin::views::heatmap
