// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/grid_metric.h"
#include "model/airflow/k_epsilon.h"

#include <array>
#include <cstddef>

namespace halltwin::airflow {

/// One row of cells and what makes and destroys turbulence in it. Pointers stand at the row's first
/// cell.
struct TurbulenceRow {
    std::ptrdiff_t cells = 0;
    std::array<std::ptrdiff_t, 3> stride{};
    std::array<AxisRow, 3> axis{};
    std::array<const float*, 3> velocity{};
    std::array<const float*, 3> open{};
    const float* temperature = nullptr;
    const float* eddy = nullptr;
    const float* k = nullptr;
    const float* epsilon = nullptr;
    float buoyancy = 0.0F;  ///< g β / Pr_t
    float c1 = 0.0F;
    float c2 = 0.0F;
    bool turns = false;  ///< production by strain and rotation
    KEpsilon::BuoyancyShare buoyancyShare = KEpsilon::BuoyancyShare::Upright;
};

struct TurbulenceRates {
    float* kGain;
    float* kDecay;
    float* epsilonGain;
    float* epsilonDecay;
};

/// Gains and decays of k and ε far from walls, all not negative.
void turbulenceRow(const TurbulenceRow& row, const TurbulenceRates& rates);

}  // namespace halltwin::airflow
