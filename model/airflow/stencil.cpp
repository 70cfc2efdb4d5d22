// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/stencil.h"

#include <algorithm>
#include <array>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

// Wider vectors where the processor has them. AVX2 without fused multiply-add rounds as the
// baseline does, so that every machine gives the same bits. Sanitizers cannot follow the dispatch.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__)
#define HALLTWIN_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define HALLTWIN_WIDE
#endif

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

/// Zero and all-ones by turns: which cells of a row belong to the colour being relaxed.
constexpr std::size_t patternLength = 8192;
const std::array<int, patternLength> pattern = [] {
    std::array<int, patternLength> values{};
    for (std::size_t i = 0; i < patternLength; i += 2)
        values[i] = 1;
    return values;
}();

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
    const float* diagonal = row.diagonal;
    for (std::size_t i = 0; i < row.cells; ++i)
        out[i] = right[i] - diagonal[i] * x[i] + cx[i] * x[i + 1] + *(cx + i - 1) * *(x + i - 1) +
                 cy[i] * x[i + sy] + *(cy + i - sy) * *(x + i - sy) + cz[i] * x[i + sz] +
                 *(cz + i - sz) * *(x + i - sz);
}

HALLTWIN_WIDE
void relaxRow(const StencilRow<float>& row, const float* __restrict right, int first, float* x,
              float* __restrict scratch) {
    const float* cx = row.cx;
    const float* cy = row.cy;
    const float* cz = row.cz;
    const std::size_t sy = row.strideY;
    const std::size_t sz = row.strideZ;
    const float* inverse = row.diagonal;
    // Computing both colours in one vector loop and keeping one is faster than striding.
    for (std::size_t i = 0; i < row.cells; ++i)
        scratch[i] = inverse[i] * (right[i] + cx[i] * x[i + 1] + *(cx + i - 1) * *(x + i - 1) +
                                   cy[i] * x[i + sy] + *(cy + i - sy) * *(x + i - sy) +
                                   cz[i] * x[i + sz] + *(cz + i - sz) * *(x + i - sz));
    const int* keep = pattern.data() + (first & 1);
    for (std::size_t start = 0; start < row.cells; start += patternLength - 2) {
        const std::size_t count = std::min(row.cells - start, patternLength - 2);
        for (std::size_t i = 0; i < count; ++i)
            x[start + i] = keep[i] != 0 ? scratch[start + i] : x[start + i];
    }
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

void forRowsInParallel(const CellBox& box, const std::function<void(int j, int k)>& work) {
    const int rows = box.ny * box.nz;
    tbb::parallel_for(tbb::blocked_range<int>(0, rows), [&](const tbb::blocked_range<int>& range) {
        for (int row = range.begin(); row < range.end(); ++row)
            work(row % box.ny, row / box.ny);
    });
}

}  // namespace halltwin::airflow
