// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/field_slice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace halltwin::views::heatmap {
namespace {

constexpr float noAir = std::numeric_limits<float>::quiet_NaN();
constexpr double maximumSamples = 250000.0;

bool isAir(const ScalarField& field, std::size_t index) {
    return (field.solid.empty() || field.solid[index] == 0) && std::isfinite(field.values[index]);
}

/// Weighted mean of the values that are air; NaN when none with any weight is.
template <std::size_t N>
float airMean(const std::array<float, N>& values, const std::array<float, N>& weights) {
    float sum = 0.0F;
    float weight = 0.0F;
    for (std::size_t i = 0; i < N; ++i) {
        if (weights[i] <= 0.0F || std::isnan(values[i])) continue;
        sum += weights[i] * values[i];
        weight += weights[i];
    }
    return weight > 0.0F ? sum / weight : noAir;
}

std::array<float, 4> bilinearWeights(const CellPair& first, const CellPair& second) {
    const auto i = static_cast<float>(first.share);
    const auto j = static_cast<float>(second.share);
    return {(1.0F - i) * (1.0F - j), i * (1.0F - j), (1.0F - i) * j, i * j};
}

/// Values at the cell centres of a plane: the field interpolated along the third axis.
struct Plane {
    const GridAxis& first;
    const GridAxis& second;
    std::vector<float> values;

    [[nodiscard]] float at(int i, int j) const {
        return values[static_cast<std::size_t>(j) * static_cast<std::size_t>(first.cells()) +
                      static_cast<std::size_t>(i)];
    }
    [[nodiscard]] std::array<float, 4> around(const CellPair& i, const CellPair& j) const {
        return {at(i.lower, j.lower), at(i.upper, j.lower), at(i.lower, j.upper),
                at(i.upper, j.upper)};
    }
};

float valueAt(const ScalarField& field, std::size_t index) {
    return isAir(field, index) ? field.values[index] : noAir;
}

/// The horizontal plane between two layers of cells.
Plane planeAt(const ScalarField& field, const CellPair& layer) {
    const Grid& grid = field.grid;
    Plane plane{grid.x, grid.y, {}};
    plane.values.reserve(static_cast<std::size_t>(grid.x.cells()) *
                         static_cast<std::size_t>(grid.y.cells()));
    const auto share = static_cast<float>(layer.share);
    for (int j = 0; j < grid.y.cells(); ++j) {
        for (int i = 0; i < grid.x.cells(); ++i) {
            plane.values.push_back(airMean<2>({valueAt(field, grid.index(i, j, layer.lower)),
                                               valueAt(field, grid.index(i, j, layer.upper))},
                                              {1.0F - share, share}));
        }
    }
    return plane;
}

std::vector<CellPair> samplePlaces(const GridAxis& axis, int count) {
    std::vector<CellPair> places;
    places.reserve(static_cast<std::size_t>(count));
    const double step = (axis.faces.back() - axis.faces.front()) / count;
    for (int i = 0; i < count; ++i) {
        places.push_back(cellsAround(axis, axis.faces.front() + (i + 0.5) * step));
    }
    return places;
}

/// Sets the number of samples for an extent of so many metres.
void setSize(FieldSlice& slice, double spacingM) {
    const double width = slice.maxFirstM - slice.minFirstM;
    const double depth = slice.maxSecondM - slice.minSecondM;
    const double finest = std::sqrt(width * depth / maximumSamples);
    const double step = std::max({spacingM, finest, 1e-3});
    slice.columns = std::max(1, static_cast<int>(width / step));
    slice.rows = std::max(1, static_cast<int>(depth / step));
    slice.values.reserve(static_cast<std::size_t>(slice.columns) *
                         static_cast<std::size_t>(slice.rows));
}

FieldSlice sampled(const Plane& plane, double spacingM) {
    FieldSlice slice;
    slice.minFirstM = plane.first.faces.front();
    slice.maxFirstM = plane.first.faces.back();
    slice.minSecondM = plane.second.faces.front();
    slice.maxSecondM = plane.second.faces.back();
    setSize(slice, spacingM);
    const std::vector<CellPair> columns = samplePlaces(plane.first, slice.columns);
    const std::vector<CellPair> rows = samplePlaces(plane.second, slice.rows);
    for (const CellPair& row : rows) {
        for (const CellPair& column : columns) {
            slice.values.push_back(
                airMean<4>(plane.around(column, row), bilinearWeights(column, row)));
        }
    }
    return slice;
}

bool isUsable(const ScalarField& field) {
    const std::size_t cells =
        field.grid.x.cells() > 0 && field.grid.y.cells() > 0 && field.grid.z.cells() > 0
            ? field.grid.cellCount()
            : 0;
    return cells > 0 && field.values.size() == cells &&
           (field.solid.empty() || field.solid.size() == cells);
}

bool isWithin(const GridAxis& axis, double position) {
    return position >= axis.faces.front() && position <= axis.faces.back();
}

}  // namespace

Length SectionLine::length() const {
    return metres(std::hypot((to.x - from.x).in(metres), (to.y - from.y).in(metres)));
}

Point SectionLine::at(double share) const {
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

/// Liang and Barsky: the share of the line that each pair of edges leaves.
std::optional<SectionLine> clipped(const SectionLine& line, const Rect& area) {
    double first = 0.0;
    double last = 1.0;
    const auto cut = [&](Length from, Length to, Length low, Length high) {
        const double step = (to - from).in(metres);
        if (std::abs(step) < 1e-9) return from >= low && from <= high;
        const double a = (low - from).in(metres) / step;
        const double b = (high - from).in(metres) / step;
        first = std::max(first, std::min(a, b));
        last = std::min(last, std::max(a, b));
        return true;
    };
    const bool meets = cut(line.from.x, line.to.x, area.min.x, area.max.x) &&
                       cut(line.from.y, line.to.y, area.min.y, area.max.y);
    if (!meets || first >= last) return std::nullopt;
    return SectionLine{line.at(first), line.at(last)};
}

FieldSlice sliceAtHeight(const ScalarField& field, Length height, Length spacing) {
    if (!isUsable(field) || !isWithin(field.grid.z, height.in(metres))) return {};
    return sampled(planeAt(field, cellsAround(field.grid.z, height.in(metres))),
                   spacing.in(metres));
}

FieldSlice sectionAlong(const ScalarField& field, const SectionLine& line, Length spacing) {
    const double length = line.length().in(metres);
    if (!isUsable(field) || length <= 0.0) return {};
    const Grid& grid = field.grid;
    FieldSlice slice;
    slice.maxFirstM = length;
    slice.minSecondM = grid.z.faces.front();
    slice.maxSecondM = grid.z.faces.back();
    setSize(slice, spacing.in(metres));
    const std::vector<CellPair> rows = samplePlaces(grid.z, slice.rows);
    const auto columns = static_cast<std::size_t>(slice.columns);
    slice.values.assign(columns * rows.size(), noAir);
    std::vector<float> upright(static_cast<std::size_t>(grid.z.cells()));
    for (std::size_t column = 0; column < columns; ++column) {
        const Point at =
            line.at((static_cast<double>(column) + 0.5) / static_cast<double>(columns));
        const double x = at.x.in(metres);
        const double y = at.y.in(metres);
        if (!isWithin(grid.x, x) || !isWithin(grid.y, y)) continue;
        const CellPair i = cellsAround(grid.x, x);
        const CellPair j = cellsAround(grid.y, y);
        const std::array<float, 4> weights = bilinearWeights(i, j);
        for (int k = 0; k < grid.z.cells(); ++k) {
            upright[static_cast<std::size_t>(k)] =
                airMean<4>({valueAt(field, grid.index(i.lower, j.lower, k)),
                            valueAt(field, grid.index(i.upper, j.lower, k)),
                            valueAt(field, grid.index(i.lower, j.upper, k)),
                            valueAt(field, grid.index(i.upper, j.upper, k))},
                           weights);
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto share = static_cast<float>(rows[row].share);
            slice.values[row * columns + column] =
                airMean<2>({upright[static_cast<std::size_t>(rows[row].lower)],
                            upright[static_cast<std::size_t>(rows[row].upper)]},
                           {1.0F - share, share});
        }
    }
    return slice;
}

std::optional<ValueRange> rangeOf(const FieldSlice& slice) {
    std::optional<ValueRange> range;
    for (const float value : slice.values) {
        if (std::isnan(value)) continue;
        const double v = static_cast<double>(value);
        if (!range) range = ValueRange{v, v};
        range->minimum = std::min(range->minimum, v);
        range->maximum = std::max(range->maximum, v);
    }
    return range;
}

}  // namespace halltwin::views::heatmap
