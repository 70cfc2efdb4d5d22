// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_domain.h"
#include "model/airflow/field.h"
#include "model/airflow/grid_metric.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// A face that costs the air `headsPerMetre` · u² of acceleration: K / (2 d).
struct ResistiveFace {
    std::size_t axis = 0;
    std::size_t cell = 0;
    float headsPerMetre = 0.0F;
};

/// An AirDomain as the kernels read it.
struct AirSpace {
    explicit AirSpace(const AirDomain& domain);

    GridMetric metric;
    CellBox box;
    Faces open;                            ///< 1 where air can pass, 0 elsewhere
    Faces share;                           ///< of mixing by eddies that passes: 1 in the open,
                                           ///< little in plates and leaks, 0 where nothing does
    std::vector<ResistiveFace> resistive;  ///< in order of axis, then cell
    std::vector<PrescribedFace> prescribed;
    std::vector<FaceForce> forces;
    std::array<BoxSide, 6> sides;
    FaceField<float> conductance;  ///< area / distance of open faces, m
    std::vector<char> air;         ///< cells with an open or a prescribed face

    /// Writes the prescribed velocities into `velocity`, and 0 on all other closed faces.
    void holdClosedFaces(Faces& velocity) const;
};

}  // namespace halltwin::airflow
