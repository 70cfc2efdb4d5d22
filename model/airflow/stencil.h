// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace halltwin::airflow {

/// One row of the seven-point operator  (A x)_c = Σ_faces conductance · (x_c − x_neighbour).
/// Pointers stand at the row's first cell; `cx`, `cy`, `cz` belong to the faces on the upper side.
template <class T>
struct StencilRow {
    std::size_t cells;
    std::size_t strideY;
    std::size_t strideZ;
    const T* cx;
    const T* cy;
    const T* cz;
    const T* diagonal;
};

template <class T>
[[nodiscard]] StencilRow<T> stencilRow(const CellBox& box, const FaceField<T>& conductance,
                                       const std::vector<T>& diagonal, std::size_t first) {
    return {static_cast<std::size_t>(box.nx),
            box.strideY(),
            box.strideZ(),
            &conductance[0][first],
            &conductance[1][first],
            &conductance[2][first],
            &diagonal[first]};
}

/// out = A x, in double precision.
void multiplyRow(const StencilRow<double>& row, const double* x, double* out);

/// out = A x, by differences of x, which keeps what leaks carry. `row.diagonal` is not read.
void multiplyRow(const StencilRow<float>& row, const float* x, float* out);

/// out = right − A x. `row.diagonal` is not read.
void residualRow(const StencilRow<float>& row, const float* x, const float* right, float* out);

/// One colour of a Gauss–Seidel sweep: the cells first, first + 2, … of the row. `row.diagonal`
/// holds the inverse diagonal, 0 in cells without open faces, whose x becomes 0.
void relaxRow(const StencilRow<float>& row, const float* right, int first, float* x);

/// The same where x is zero so far; x need not hold anything yet.
void startRow(const StencilRow<float>& row, const float* right, int first, float* x);

/// Scalar product by fixed blocks, added in order: the same bits for any number of threads.
[[nodiscard]] double dot(const std::vector<double>& a, const std::vector<double>& b);

/// Boxes below this size are not worth waking other threads for.
inline constexpr std::size_t cellsWorthThreads = 10000;

/// Runs `work(begin, end)` on parts of 0 … size, on several threads when that pays.
void forBlocks(std::size_t size,
               const std::function<void(std::size_t begin, std::size_t end)>& work);

/// Runs `work(j, k)` for every row of the box on several threads.
void forRowsInParallel(const CellBox& box, const std::function<void(int j, int k)>& work);

/// Runs `work(j, k)` for every row of the box, on several threads when the box is large enough to
/// pay for it. Rows must not depend on each other.
template <class Work>
void forRows(const CellBox& box, const Work& work) {
    if (box.interior() >= cellsWorthThreads) return forRowsInParallel(box, work);
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j)
            work(j, k);
}

/// For work that may write its row and read those beside it: on several threads, first the rows
/// with even j + k, then the odd ones. On one thread in any order.
template <class Work>
void forAlternateRows(const CellBox& box, const Work& work) {
    if (box.interior() < cellsWorthThreads) return forRows(box, work);
    for (int parity = 0; parity < 2; ++parity)
        forRowsInParallel(box, [&](int j, int k) {
            if (((j + k) & 1) == parity) work(j, k);
        });
}

/// Sum of the six conductances of every interior cell.
template <class T>
void sumConductances(const CellBox& box, const FaceField<T>& conductance,
                     std::vector<T>& diagonal) {
    diagonal.assign(box.size(), T(0));
    forRows(box, [&](int j, int k) {
        const std::size_t row = box.at(0, j, k);
        for (std::size_t c = row; c < row + static_cast<std::size_t>(box.nx); ++c)
            diagonal[c] = conductance[0][c - 1] + conductance[0][c] +
                          conductance[1][c - box.strideY()] + conductance[1][c] +
                          conductance[2][c - box.strideZ()] + conductance[2][c];
    });
}

}  // namespace halltwin::airflow
