// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// Index arithmetic for nx × ny × nz cells with one ghost cell on every side, so that kernels need
/// no branches at the edge. x runs fastest. Indices go from −1 to n.
struct CellBox {
    int nx = 0;
    int ny = 0;
    int nz = 0;

    bool operator==(const CellBox&) const = default;
    [[nodiscard]] std::size_t strideY() const { return static_cast<std::size_t>(nx) + 2; }
    [[nodiscard]] std::size_t strideZ() const {
        return strideY() * (static_cast<std::size_t>(ny) + 2);
    }
    [[nodiscard]] std::size_t stride(std::size_t axis) const {
        return axis == 0 ? 1 : axis == 1 ? strideY() : strideZ();
    }
    [[nodiscard]] int cells(std::size_t axis) const { return axis == 0 ? nx : axis == 1 ? ny : nz; }
    [[nodiscard]] std::size_t size() const {
        return strideZ() * (static_cast<std::size_t>(nz) + 2);
    }
    [[nodiscard]] std::size_t interior() const {
        return static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny) *
               static_cast<std::size_t>(nz);
    }
    [[nodiscard]] std::size_t rows() const {
        return static_cast<std::size_t>(ny) * static_cast<std::size_t>(nz);
    }
    [[nodiscard]] std::size_t at(int i, int j, int k) const {
        return static_cast<std::size_t>(i + 1) + strideY() * static_cast<std::size_t>(j + 1) +
               strideZ() * static_cast<std::size_t>(k + 1);
    }
    /// The (i, j, k) that `at` makes this cell of.
    [[nodiscard]] std::array<int, 3> position(std::size_t cell) const {
        return {static_cast<int>(cell % strideY()) - 1,
                static_cast<int>(cell % strideZ() / strideY()) - 1,
                static_cast<int>(cell / strideZ()) - 1};
    }
    [[nodiscard]] bool contains(int i, int j, int k) const {
        return i >= 0 && j >= 0 && k >= 0 && i < nx && j < ny && k < nz;
    }
};

/// Calls `work(i, j, k)` for every interior cell, x fastest.
template <class Work>
void forCells(const CellBox& box, const Work& work) {
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j)
            for (int i = 0; i < box.nx; ++i)
                work(i, j, k);
}

/// One value per face: element [axis][cell] belongs to the face between `cell` and the next one
/// along the axis.
template <class T>
using FaceField = std::array<std::vector<T>, 3>;

template <class T>
[[nodiscard]] FaceField<T> makeFaceField(const CellBox& box, T value) {
    const std::vector<T> one(box.size(), value);
    return {one, one, one};
}

}  // namespace halltwin::airflow
