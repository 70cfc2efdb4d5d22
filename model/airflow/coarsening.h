// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <array>
#include <vector>

namespace halltwin::airflow {

/// How the cells along one axis are joined into coarser ones: alone or in pairs.
struct AxisGroups {
    std::vector<int> parent;  ///< coarse index of each fine index
    std::vector<int> side;    ///< −1 first of a pair, +1 second of a pair, 0 alone
    std::vector<int> first;   ///< first fine index of each coarse index, and the fine count

    [[nodiscard]] int coarseCells() const { return parent.empty() ? 0 : parent.back() + 1; }
};

using Groups = std::array<AxisGroups, 3>;

/// Chooses the pairs along the three axes. A plane that little air can cross (a floor, a wall) is
/// not put inside a coarse cell as long as it can be helped, for there the coarse grid could not
/// see it. An axis whose cells are coupled much more weakly than along another is left alone until
/// the other has caught up. Every axis alone: the grid cannot be coarsened further.
[[nodiscard]] Groups chooseGroups(const CellBox& box, const FaceField<float>& conductance);

/// Conductances of the joined grid: the fine paths between two coarse centres in parallel, each a
/// series of a fine face and of half of the faces inside the two pairs.
[[nodiscard]] FaceField<float> coarseConductance(const CellBox& fine,
                                                 const FaceField<float>& conductance,
                                                 const Groups& groups, const CellBox& coarse);

/// Interpolation from coarse to fine cells: value = parent + Σ_axis weight · (parent's neighbour −
/// parent). The neighbour is the one on the fine cell's `side`. The weight is the share of the
/// resistance between the two coarse centres that lies before the fine cell: a quarter in open air,
/// nothing across a wall, all when the wall is between the fine cell and its own parent's centre.
[[nodiscard]] FaceField<float> interpolationWeights(const CellBox& fine,
                                                    const FaceField<float>& conductance,
                                                    const Groups& groups);

}  // namespace halltwin::airflow
