// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"

namespace halltwin::airflow {

/// Eddy viscosity by the zero-equation model ν_t = 0.03874 |V| l (Q. Chen, W. Xu, Energy and
/// Buildings 28 (1998)); l is the distance to the nearest wall, at most `longestMixingM`.
struct ZeroEquation {
    double factor = 0.03874;
    double longestMixingM = 0.45;
    double greatestM2S = 0.05;
};

/// Writes ν_t of all air cells, m²/s.
void eddyViscosity(const AirSpace& space, const ZeroEquation& model, const Field& wallDistance,
                   const Faces& velocity, Field& eddy);

/// out = base + eddy / ratio: effective viscosity (ν, 1) or diffusivity of heat (ν/Pr, Pr_t).
void effective(const CellBox& box, double base, double ratio, const Field& eddy, Field& out);

}  // namespace halltwin::airflow
