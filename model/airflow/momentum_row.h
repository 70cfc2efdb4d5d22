// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/grid_metric.h"

#include <array>
#include <cstddef>

namespace halltwin::airflow {

/// One row of faces of one velocity component, and what its equation reads. Pointers stand at the
/// row's first cell.
struct MomentumRow {
    std::ptrdiff_t cells = 0;
    std::array<std::ptrdiff_t, 3> stride{};
    std::array<AxisRow, 3> axis{};
    std::array<const float*, 3> velocity{};
    std::array<const float*, 3> open{};
    const float* viscosity = nullptr;
    const float* pressure = nullptr;
    const float* buoyancy = nullptr;
    std::array<float, 3> wallLaw{};  ///< friction of walls across each axis, see wallBrake
    /// Per axis 1 where walls on the lower and upper side brake, 0 where they slip. Along x only
    /// for the first and last cell.
    std::array<float, 3> brakesBelow{};
    std::array<float, 3> brakesAbove{};
    float molecular = 0.0F;  ///< m²/s, of walls without slip; else 0
    float inverseDt = 0.0F;
};

/// rate = du/dt of a row of component `component`; diagonal = 1 / coefficient of its own change;
/// change = first guess of the change. 0 on closed faces.
void momentumRateRow(int component, const MomentumRow& row, float* rate, float* diagonal,
                     float* change);

/// The unknowns of a row: `scratch` holds a row and nothing that outlives the call.
struct RowChange {
    const float* rate;
    const float* diagonal;
    float* change;
    float* scratch;
};

/// One relaxation of the row's changes.
void momentumRelaxRow(int component, const MomentumRow& row, const RowChange& unknowns);

}  // namespace halltwin::airflow
