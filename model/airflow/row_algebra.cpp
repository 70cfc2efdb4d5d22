// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/row_algebra.h"

#include "model/airflow/wide.h"

namespace halltwin::airflow {

namespace {

// Spelled out, as a compiler that keeps to the order of additions cannot put them into lanes.
constexpr std::size_t laneCount = 4;
using Lanes = float __attribute__((vector_size(16), aligned(4), may_alias));
using DoubleLanes = double __attribute__((vector_size(32)));

inline const Lanes& lanes(const float* first) {
    return *reinterpret_cast<const Lanes*>(first);
}

}  // namespace

HALLTWIN_WIDE
double dotRow(std::size_t cells, const float* a, const float* b) {
    DoubleLanes even{};
    DoubleLanes odd{};
    std::size_t i = 0;
    for (; i + 2 * laneCount <= cells; i += 2 * laneCount) {
        even += __builtin_convertvector(lanes(a + i), DoubleLanes) *
                __builtin_convertvector(lanes(b + i), DoubleLanes);
        odd += __builtin_convertvector(lanes(a + i + laneCount), DoubleLanes) *
               __builtin_convertvector(lanes(b + i + laneCount), DoubleLanes);
    }
    double rest = 0.0;
    for (; i < cells; ++i)
        rest += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    const DoubleLanes sum = even + odd;
    return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + rest;
}

HALLTWIN_WIDE
void scaleAndAddRow(std::size_t cells, float factor, const float* __restrict from,
                    float* __restrict to) {
    for (std::size_t i = 0; i < cells; ++i)
        to[i] = from[i] + factor * to[i];
}

HALLTWIN_WIDE
void addScaledRow(std::size_t cells, float factor, const float* __restrict from,
                  float* __restrict to) {
    for (std::size_t i = 0; i < cells; ++i)
        to[i] += factor * from[i];
}

}  // namespace halltwin::airflow
