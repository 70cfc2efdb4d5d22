// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin {

/// Cells along one axis by their face positions in metres: `faces.size() == cells + 1`, strictly
/// rising.
struct GridAxis {
    std::vector<double> faces;

    bool operator==(const GridAxis&) const = default;
    [[nodiscard]] int cells() const { return static_cast<int>(faces.size()) - 1; }
    [[nodiscard]] double width(int i) const {
        return faces[static_cast<std::size_t>(i) + 1] - faces[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] double centre(int i) const {
        return 0.5 * (faces[static_cast<std::size_t>(i)] + faces[static_cast<std::size_t>(i) + 1]);
    }
};

/// Cartesian grid; x runs fastest in memory. z = 0 is the walking surface, a floor void has z < 0.
struct Grid {
    GridAxis x;
    GridAxis y;
    GridAxis z;

    bool operator==(const Grid&) const = default;
    [[nodiscard]] std::size_t cellCount() const {
        return static_cast<std::size_t>(x.cells()) * static_cast<std::size_t>(y.cells()) *
               static_cast<std::size_t>(z.cells());
    }
    [[nodiscard]] std::size_t index(int i, int j, int k) const {
        return (static_cast<std::size_t>(k) * static_cast<std::size_t>(y.cells()) +
                static_cast<std::size_t>(j)) *
                   static_cast<std::size_t>(x.cells()) +
               static_cast<std::size_t>(i);
    }
    [[nodiscard]] double volume(int i, int j, int k) const {
        return x.width(i) * y.width(j) * z.width(k);
    }
};

/// One value for each cell of a grid, indexed by Grid::index.
template <class T>
using CellField = std::vector<T>;

/// Index of the cell that holds `position`, clamped to the axis.
[[nodiscard]] int cellAt(const GridAxis& axis, double position);

/// The two cells between whose centres a position lies, and the share of the upper one, 0…1.
/// Outside the outermost centres both are the same cell.
struct CellPair {
    int lower = 0;
    int upper = 0;
    double share = 0.0;
};
[[nodiscard]] CellPair cellsAround(const GridAxis& axis, double position);

}  // namespace halltwin
