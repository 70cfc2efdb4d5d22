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

/// The two cells between whose centres a position lies, and the share of the upper one.
/// Outside the outermost centres both are the same cell.
struct Between {
    int lower = 0;
    int upper = 0;
    float share = 0.0F;
};

Between between(const GridAxis& axis, double position) {
    const int cell = cellAt(axis, position);
    const double centre = axis.centre(cell);
    const int other = std::clamp(position < centre ? cell - 1 : cell + 1, 0, axis.cells() - 1);
    const int lower = std::min(cell, other);
    const int upper = std::max(cell, other);
    if (lower == upper) return {lower, upper, 0.0F};
    const double span = axis.centre(upper) - axis.centre(lower);
    const double share = (position - axis.centre(lower)) / span;
    return {lower, upper, static_cast<float>(std::clamp(share, 0.0, 1.0))};
}

bool isAir(const TemperatureField& field, std::size_t index) {
    return (field.solid.empty() || field.solid[index] == 0) && std::isfinite(field.valuesC[index]);
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

std::array<float, 4> bilinearWeights(const Between& first, const Between& second) {
    return {(1.0F - first.share) * (1.0F - second.share), first.share * (1.0F - second.share),
            (1.0F - first.share) * second.share, first.share * second.share};
}

/// Values at the cell centres of a plane: the field interpolated along the third axis.
struct Plane {
    const GridAxis& first;
    const GridAxis& second;
    std::vector<float> valuesC;

    [[nodiscard]] float at(int i, int j) const {
        return valuesC[static_cast<std::size_t>(j) * static_cast<std::size_t>(first.cells()) +
                       static_cast<std::size_t>(i)];
    }
    [[nodiscard]] std::array<float, 4> around(const Between& i, const Between& j) const {
        return {at(i.lower, j.lower), at(i.upper, j.lower), at(i.lower, j.upper),
                at(i.upper, j.upper)};
    }
};

template <class IndexOf>
Plane planeOf(const TemperatureField& field, const GridAxis& first, const GridAxis& second,
              const Between& third, IndexOf indexOf) {
    Plane plane{first, second, {}};
    plane.valuesC.reserve(static_cast<std::size_t>(first.cells()) *
                          static_cast<std::size_t>(second.cells()));
    const auto valueAt = [&](std::size_t index) {
        return isAir(field, index) ? field.valuesC[index] : noAir;
    };
    for (int j = 0; j < second.cells(); ++j) {
        for (int i = 0; i < first.cells(); ++i) {
            plane.valuesC.push_back(airMean<2>(
                {valueAt(indexOf(i, j, third.lower)), valueAt(indexOf(i, j, third.upper))},
                {1.0F - third.share, third.share}));
        }
    }
    return plane;
}

std::vector<Between> samplePlaces(const GridAxis& axis, int count) {
    std::vector<Between> places;
    places.reserve(static_cast<std::size_t>(count));
    const double step = (axis.faces.back() - axis.faces.front()) / count;
    for (int i = 0; i < count; ++i) {
        places.push_back(between(axis, axis.faces.front() + (i + 0.5) * step));
    }
    return places;
}

FieldSlice sampled(const Plane& plane, double spacingM) {
    FieldSlice slice;
    slice.minFirstM = plane.first.faces.front();
    slice.maxFirstM = plane.first.faces.back();
    slice.minSecondM = plane.second.faces.front();
    slice.maxSecondM = plane.second.faces.back();
    const double width = slice.maxFirstM - slice.minFirstM;
    const double depth = slice.maxSecondM - slice.minSecondM;
    const double finest = std::sqrt(width * depth / maximumSamples);
    const double step = std::max({spacingM, finest, 1e-3});
    slice.columns = std::max(1, static_cast<int>(width / step));
    slice.rows = std::max(1, static_cast<int>(depth / step));

    const std::vector<Between> columns = samplePlaces(plane.first, slice.columns);
    const std::vector<Between> rows = samplePlaces(plane.second, slice.rows);
    slice.valuesC.reserve(columns.size() * rows.size());
    for (const Between& row : rows) {
        for (const Between& column : columns) {
            slice.valuesC.push_back(
                airMean<4>(plane.around(column, row), bilinearWeights(column, row)));
        }
    }
    return slice;
}

bool isUsable(const TemperatureField& field) {
    const std::size_t cells =
        field.grid.x.cells() > 0 && field.grid.y.cells() > 0 && field.grid.z.cells() > 0
            ? field.grid.cellCount()
            : 0;
    return cells > 0 && field.valuesC.size() == cells &&
           (field.solid.empty() || field.solid.size() == cells);
}

bool isWithin(const GridAxis& axis, double position) {
    return position >= axis.faces.front() && position <= axis.faces.back();
}

}  // namespace

FieldSlice sliceAtHeight(const TemperatureField& field, Length height, Length spacing) {
    if (!isUsable(field)) return {};
    const Grid& grid = field.grid;
    const Plane plane = planeOf(field, grid.x, grid.y, between(grid.z, height.in(metres)),
                                [&](int i, int j, int k) { return grid.index(i, j, k); });
    return sampled(plane, spacing.in(metres));
}

FieldSlice sectionAt(const TemperatureField& field, SectionAxis axis, Length position,
                     Length spacing) {
    if (!isUsable(field)) return {};
    const Grid& grid = field.grid;
    const double at = position.in(metres);
    if (axis == SectionAxis::AlongX) {
        return sampled(planeOf(field, grid.x, grid.z, between(grid.y, at),
                               [&](int i, int k, int j) { return grid.index(i, j, k); }),
                       spacing.in(metres));
    }
    return sampled(planeOf(field, grid.y, grid.z, between(grid.x, at),
                           [&](int j, int k, int i) { return grid.index(i, j, k); }),
                   spacing.in(metres));
}

std::optional<Temperature> probeAt(const TemperatureField& field, const Point& at, Length height) {
    if (!isUsable(field)) return std::nullopt;
    const Grid& grid = field.grid;
    const double x = at.x.in(metres);
    const double y = at.y.in(metres);
    const double z = height.in(metres);
    if (!isWithin(grid.x, x) || !isWithin(grid.y, y) || !isWithin(grid.z, z)) return std::nullopt;

    const Between i = between(grid.x, x);
    const Between j = between(grid.y, y);
    const Between k = between(grid.z, z);
    std::array<float, 2> layers{};
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const int level = layer == 0 ? k.lower : k.upper;
        std::array<float, 4> corners{};
        for (std::size_t corner = 0; corner < corners.size(); ++corner) {
            const std::size_t index = grid.index((corner & 1U) != 0 ? i.upper : i.lower,
                                                 (corner & 2U) != 0 ? j.upper : j.lower, level);
            corners[corner] = isAir(field, index) ? field.valuesC[index] : noAir;
        }
        layers[layer] = airMean<4>(corners, bilinearWeights(i, j));
    }
    const float value = airMean<2>(layers, {1.0F - k.share, k.share});
    if (std::isnan(value)) return std::nullopt;
    return celsius(static_cast<double>(value));
}

std::optional<TemperatureRange> rangeOf(const FieldSlice& slice) {
    std::optional<TemperatureRange> range;
    for (const float value : slice.valuesC) {
        if (std::isnan(value)) continue;
        const double v = static_cast<double>(value);
        if (!range) range = TemperatureRange{v, v};
        range->minimumC = std::min(range->minimumC, v);
        range->maximumC = std::max(range->maximumC, v);
    }
    return range;
}

}  // namespace halltwin::views::heatmap
