// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <vector>

namespace halltwin::airflow {

/// Cells begin … end − 1 of one row that belong to one region.
struct RegionRun {
    std::size_t begin;
    std::size_t end;
    std::size_t region;
};

/// Cells that are joined by faces of non-zero conductance carry the same label, 0…count − 1 in the
/// order of their first cell. Cells without any such face and ghosts carry −1.
struct Regions {
    std::vector<int> label;
    std::vector<RegionRun> runs;     ///< all labelled cells, in order
    std::vector<std::size_t> cells;  ///< of each region
    int count = 0;
};

template <class T>
[[nodiscard]] Regions connectedRegions(const CellBox& box, const FaceField<T>& conductance);

/// Subtracts from each region's cells their mean. Cells outside all regions are left alone.
template <class T>
void subtractMeans(const Regions& regions, std::vector<T>& values);

/// Exact solution for pressures that are constant within each region: a floor void, a contained
/// aisle. Multigrid and relaxation are slow on them when regions leak into each other only a
/// little; this small dense system is not. Added to the preconditioner (deflation by subdomain
/// constants; Nicolaides 1987, SIAM J. Numer. Anal. 24).
class RegionCorrection {
public:
    /// Regions by open faces only. Keeps the largest 200.
    RegionCorrection(const CellBox& box, const Regions& regions);
    RegionCorrection() = default;

    /// Takes over the conductances of all faces.
    template <class T>
    void build(const FaceField<T>& conductance);

    /// correction += Z (Zᵀ A Z)⁻¹ Zᵀ residual
    template <class T>
    void add(const std::vector<T>& residual, std::vector<T>& correction);

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A face with another region, or none, on its far side.
    struct Border {
        std::size_t axis;
        std::size_t cell;
        std::size_t below;
        std::size_t above;
    };

    void groundIslands();
    void factorise();
    void solveSums();

    std::size_t m_count = 0;
    std::vector<RegionRun> m_runs;
    std::vector<Border> m_borders;
    std::vector<double>
        m_factor;  ///< lower triangle of L with A = L Lᵀ, row by row; a zero pivot is skipped
    std::vector<double> m_sums;
};

}  // namespace halltwin::airflow
