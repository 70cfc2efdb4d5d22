// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/coarsening.h"
#include "model/airflow/plane_sweep.h"

namespace halltwin::airflow {

/// Takes residuals from a fine grid to the coarser one and corrections back, plane by plane (as of
/// `Planes` of the fine grid). The one is the transpose of the other. Refers to its arguments.
class Transfer {
public:
    Transfer(const CellBox& fine, const CellBox& coarse, const Groups& groups,
             const FaceField<float>& weights)
        : m_fine(fine),
          m_coarse(coarse),
          m_groups(groups),
          m_weights(weights),
          m_planes(fine) {}

    /// Sets the coarse plane whose last fine plane is `finePlane`, if there is one, from the
    /// residuals of its fine planes and of those beside them.
    void restrictTo(int finePlane, const float* residual, float* coarseRight) const;

    /// Adds the correction to the cells of a fine plane.
    void addTo(int finePlane, const float* coarseX, float* x) const;

private:
    void gatherLine(int coarsePlane, int coarseLine, const float* residual, float* out) const;

    const CellBox& m_fine;
    const CellBox& m_coarse;
    const Groups& m_groups;
    const FaceField<float>& m_weights;
    Planes m_planes;
};

}  // namespace halltwin::airflow
