// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/thermal/cell_box.h"

namespace halltwin::thermal {

/// Cells that are joined by faces of non-zero conductance carry the same label, 0…count − 1 in the order of their
/// first cell. Cells without any such face and ghosts carry −1.
struct Regions {
    std::vector<int> label;
    int count = 0;
};

[[nodiscard]] Regions connectedRegions(const CellBox& box, const FaceField<double>& conductance);

/// Subtracts from each region's cells their mean. Cells outside all regions are left alone.
void subtractMeans(const Regions& regions, std::vector<double>& values);

/// Exact solution for pressures that are constant within each region: a floor void, a contained aisle. Multigrid and
/// relaxation are slow on them when regions leak into each other only a little; this small dense system is not.
/// Added to the preconditioner (deflation by subdomain constants; Nicolaides 1987, SIAM J. Numer. Anal. 24).
class RegionCorrection {
public:
    /// `regions` by open faces only; `conductance` of all faces. Keeps the largest 200 regions.
    void build(const CellBox& box, const Regions& regions, const FaceField<double>& conductance);

    /// correction += Z (Zᵀ A Z)⁻¹ Zᵀ residual
    void add(const std::vector<double>& residual, std::vector<double>& correction);

private:
    void keepLargest(const Regions& regions);
    void groundIslands();
    void factorise();

    std::vector<int> m_region;      ///< of each cell, −1 for none
    std::size_t m_count = 0;
    std::vector<double> m_factor;   ///< lower triangle of L with A = L Lᵀ, row by row; a zero pivot is skipped
    std::vector<double> m_sums;
};

}  // namespace halltwin::thermal
