// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/stencil.h"

#include "model/airflow/wide.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>

namespace halltwin::airflow {

namespace {

constexpr std::size_t blockLength = 8192;

double blockDot(const double* a, const double* b, std::size_t count) {
    constexpr std::size_t lanes = 8;  // separate sums that the compiler may put in vector lanes
    std::array<double, lanes> sum{};
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (std::size_t l = 0; l < lanes; ++l)
            sum[l] += a[i + l] * b[i + l];
    for (; i < count; ++i)
        sum[0] += a[i] * b[i];
    return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

// The compiler does not see through a loop that reads and writes x, so the lanes are spelled out;
// processors without such wide registers take two or eight steps for one.
constexpr std::size_t laneCount = 8;
using Lanes = float __attribute__((vector_size(32), aligned(4), may_alias));
using LaneMask = std::int32_t __attribute__((vector_size(32)));

inline const Lanes& lanes(const float* first) {
    return *reinterpret_cast<const Lanes*>(first);
}

inline Lanes& lanes(float* first) {
    return *reinterpret_cast<Lanes*>(first);
}

/// Lanes 0, 2, … and lanes 1, 3, …
constexpr std::array<LaneMask, 2> laneColours{LaneMask{-1, 0, -1, 0, -1, 0, -1, 0},
                                              LaneMask{0, -1, 0, -1, 0, -1, 0, -1}};

inline void relaxCell(const StencilRow<float>& row, const float* right, std::size_t i, float* x) {
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    const float alongX = row.cx[i] * x[i + 1] + *(row.cx + i - 1) * *(x + i - 1);
    const float alongY = row.cy[i] * x[i + sy] + *(row.cy + i - sy) * *(x + i - sy);
    const float alongZ = row.cz[i] * x[i + sz] + *(row.cz + i - sz) * *(x + i - sz);
    x[i] = row.diagonal[i] * (right[i] + alongX + alongY + alongZ);
}

/// The cells i … i + 7 of a row; `before` holds x from i − 1 on.
struct LaneCells {
    std::size_t i;
    const Lanes& before;
    const LaneMask& keep;  ///< which of them are relaxed
};

inline void relaxLanes(const StencilRow<float>& row, const float* right, const LaneCells& cells,
                       float* x) {
    const std::size_t i = cells.i;
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    const Lanes alongX =
        lanes(row.cx + i) * lanes(x + i + 1) + lanes(row.cx + i - 1) * cells.before;
    const Lanes alongY =
        lanes(row.cy + i) * lanes(x + i + sy) + lanes(row.cy + i - sy) * lanes(x + i - sy);
    const Lanes alongZ =
        lanes(row.cz + i) * lanes(x + i + sz) + lanes(row.cz + i - sz) * lanes(x + i - sz);
    const Lanes value = lanes(row.diagonal + i) * (lanes(right + i) + alongX + alongY + alongZ);
    lanes(x + i) = cells.keep ? value : lanes(x + i);
}

}  // namespace

HALLTWIN_WIDE
void multiplyRow(const StencilRow<double>& row, const double* __restrict x,
                 double* __restrict out) {
    const double* cx = row.cx;
    const double* cy = row.cy;
    const double* cz = row.cz;
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    const double* diagonal = row.diagonal;
    for (std::size_t i = 0; i < row.cells; ++i)
        out[i] = diagonal[i] * x[i] - cx[i] * x[i + 1] - *(cx + i - 1) * *(x + i - 1) -
                 cy[i] * x[i + sy] - *(cy + i - sy) * *(x + i - sy) - cz[i] * x[i + sz] -
                 *(cz + i - sz) * *(x + i - sz);
}

HALLTWIN_WIDE
void residualRow(const StencilRow<float>& row, const float* __restrict x,
                 const float* __restrict right, float* __restrict out) {
    const float* cx = row.cx;
    const float* cy = row.cy;
    const float* cz = row.cz;
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    for (std::size_t i = 0; i < row.cells; ++i)
        out[i] = right[i] + (cx[i] * (x[i + 1] - x[i]) + *(cx + i - 1) * (*(x + i - 1) - x[i])) +
                 (cy[i] * (x[i + sy] - x[i]) + *(cy + i - sy) * (*(x + i - sy) - x[i])) +
                 (cz[i] * (x[i + sz] - x[i]) + *(cz + i - sz) * (*(x + i - sz) - x[i]));
}

HALLTWIN_WIDE
void multiplyRow(const StencilRow<float>& row, const float* __restrict x, float* __restrict out) {
    const float* cx = row.cx;
    const float* cy = row.cy;
    const float* cz = row.cz;
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    for (std::size_t i = 0; i < row.cells; ++i)
        out[i] = (cx[i] * (x[i] - x[i + 1]) + *(cx + i - 1) * (x[i] - *(x + i - 1))) +
                 (cy[i] * (x[i] - x[i + sy]) + *(cy + i - sy) * (x[i] - *(x + i - sy))) +
                 (cz[i] * (x[i] - x[i + sz]) + *(cz + i - sz) * (x[i] - *(x + i - sz)));
}

HALLTWIN_WIDE
void relaxRow(const StencilRow<float>& given, const float* right, int first, float* x) {
    const StencilRow<float> row = given;
    const std::size_t cells = row.cells;
    if (cells < laneCount) {
        for (auto i = static_cast<std::size_t>(first); i < cells; i += 2)
            relaxCell(row, right, i, x);
        return;
    }
    // Computing both colours and keeping one is faster than striding. What lies before the next
    // cells is read ahead of the write that would touch it: it is of the other colour where it
    // counts, and reading just after the write would stall.
    const LaneMask keep = laneColours[static_cast<std::size_t>(first) & 1];
    Lanes before = lanes(x - 1);
    std::size_t i = 0;
    for (; i + laneCount <= cells; i += laneCount) {
        const Lanes next = lanes(x + i + laneCount - 1);
        relaxLanes(row, right, {i, before, keep}, x);
        before = next;
    }
    if (i == cells) return;
    // No cell depends on others of its colour: some may be done twice.
    i = cells - laneCount;
    before = lanes(x + i - 1);
    relaxLanes(row, right, {i, before, laneColours[(i + static_cast<std::size_t>(first)) & 1]}, x);
}

HALLTWIN_WIDE
void startRow(const StencilRow<float>& row, const float* right, int first, float* x) {
    const float* inverse = row.diagonal;
    const std::size_t cells = row.cells;
    for (std::size_t next = 0; cells >= laneCount && next < cells; next += laneCount) {
        const std::size_t i = std::min(next, cells - laneCount);
        const LaneMask keep = laneColours[(i + static_cast<std::size_t>(first)) & 1];
        lanes(x + i) = keep ? lanes(inverse + i) * lanes(right + i) : Lanes{};
    }
    if (cells >= laneCount) return;
    for (std::size_t i = 0; i < cells; ++i)
        x[i] = ((i ^ static_cast<std::size_t>(first)) & 1) == 0 ? inverse[i] * right[i] : 0.0F;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    const std::size_t blocks = (a.size() + blockLength - 1) / blockLength;
    std::vector<double> sums(blocks, 0.0);
    const auto work = [&](std::size_t block) {
        const std::size_t start = block * blockLength;
        sums[block] =
            blockDot(a.data() + start, b.data() + start, std::min(blockLength, a.size() - start));
    };
    if (a.size() < cellsWorthThreads)
        for (std::size_t block = 0; block < blocks; ++block)
            work(block);
    else
        tbb::parallel_for(std::size_t{0}, blocks, work);
    double total = 0.0;
    for (const double sum : sums)
        total += sum;
    return total;
}

void forBlocks(std::size_t size, const std::function<void(std::size_t, std::size_t)>& work) {
    if (size < cellsWorthThreads) return work(0, size);
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, size),
        [&](const tbb::blocked_range<std::size_t>& range) { work(range.begin(), range.end()); },
        tbb::static_partitioner());
}

void forRowsInParallel(const CellBox& box, const std::function<void(int j, int k)>& work) {
    const int rows = box.ny * box.nz;
    tbb::parallel_for(
        tbb::blocked_range<int>(0, rows),
        [&](const tbb::blocked_range<int>& range) {
            for (int row = range.begin(); row < range.end(); ++row)
                work(row % box.ny, row / box.ny);
        },
        tbb::static_partitioner());
}

}  // namespace halltwin::airflow
