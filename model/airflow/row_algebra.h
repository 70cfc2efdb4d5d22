// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace halltwin::airflow {

/// Vector operations on one row of cells in single precision; sums in double precision and in an
/// order that depends on nothing but the number of cells.

[[nodiscard]] double dotRow(std::size_t cells, const float* a, const float* b);

/// to = from + factor · to
void scaleAndAddRow(std::size_t cells, float factor, const float* from, float* to);

/// to += factor · from
void addScaledRow(std::size_t cells, float factor, const float* from, float* to);

}  // namespace halltwin::airflow
