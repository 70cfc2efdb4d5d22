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

/// A cell-centred temperature field: values in °C, and which cells are solid (and so hold no air).
/// Both are indexed by Grid::index; an empty `solid` means that all cells are air. The arrays must
/// outlive it.
struct TemperatureField {
    const Grid& grid;
    std::span<const float> valuesC;
    std::span<const std::uint8_t> solid;
};

/// A plane of sampled temperatures. Row 0 is at the low end of the second axis (low y, or low z).
/// Samples inside solids that no air cell borders are NaN.
struct FieldSlice {
    int columns = 0;
    int rows = 0;
    double minFirstM = 0, maxFirstM = 0;    ///< extent along the first axis (x, or y)
    double minSecondM = 0, maxSecondM = 0;  ///< extent along the second axis (y, or z)
    std::vector<float> valuesC;

    [[nodiscard]] float at(int column, int row) const {
        return valuesC[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(column)];
    }
};

enum class SectionAxis { AlongX, AlongY };

/// Horizontal plane at a height above the walking surface (negative in a floor void), interpolated
/// linearly between cell centres. Next to a solid only the air cells count. `spacing` is the
/// distance of samples; it is widened when the plane would take more than 250,000 of them.
[[nodiscard]] FieldSlice sliceAtHeight(const TemperatureField& field, Length height,
                                       Length spacing = metres(0.1));

/// Vertical plane along x at a given y, or along y at a given x.
[[nodiscard]] FieldSlice sectionAt(const TemperatureField& field, SectionAxis axis, Length position,
                                   Length spacing = metres(0.1));

/// Interpolated air temperature at a point in hall coordinates. None outside the grid or deep in a
/// solid.
[[nodiscard]] std::optional<Temperature> probeAt(const TemperatureField& field, const Point& at,
                                                 Length height);

/// Lowest and highest air temperature in °C. None without air.
struct TemperatureRange {
    double minimumC = 0;
    double maximumC = 0;

    bool operator==(const TemperatureRange&) const = default;
};
[[nodiscard]] std::optional<TemperatureRange> rangeOf(const FieldSlice& slice);

}  // namespace halltwin::views::heatmap
