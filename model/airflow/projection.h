// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/pressure_correction.h"
#include "model/core/error.h"

#include <stop_token>
#include <vector>

namespace halltwin::airflow {

struct ProjectionEffort {
    double tolerance = 1e-3;  ///< of the imbalance before
    int mostIterations = 2;
};

/// Makes a velocity field free of divergence: subtracts dt ∇φ, with ∇·(dt β ∇φ) = ∇·u, and adds φ to
/// the pressure (incremental pressure correction; J. van Kan, SIAM J. Sci. Stat. Comput. 7 (1986)).
/// β = 1 in the open and 1 / (1 + dt K |u| / d) on resistive faces, whose losses answer to the
/// correction too.
class Projection {
public:
    explicit Projection(const AirSpace& space);

    /// Fails with Cancelled. Returns the iterations used.
    [[nodiscard]] Result<int> apply(double dtS, const ProjectionEffort& effort, Faces& velocity,
                                    Field& pressure, const std::stop_token& stop = {});

    /// Greatest imbalance of a cell, m³/s.
    [[nodiscard]] double greatestImbalance(const Faces& velocity) const;

private:
    void updateConductance(double dtS, const Faces& velocity);
    void correct(double dtS, Faces& velocity, Field& pressure) const;

    const AirSpace& m_space;
    PressureCorrection m_solver;
    bool m_isBuilt = false;
    int m_sinceBuilt = 0;
    FaceField<float> m_conductance;
    std::vector<float> m_beta;        ///< of the resistive faces now
    std::vector<float> m_builtBeta;   ///< that the coarse grids were built with
    std::vector<float> m_right;
    std::vector<float> m_phi;
};

}  // namespace halltwin::airflow
