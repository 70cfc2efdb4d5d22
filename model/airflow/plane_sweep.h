// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <cstddef>
#include <functional>
#include <span>

namespace halltwin::airflow {

/// A box seen as planes of lines: lines run along x, planes are stacked along y or z, whichever has
/// more cells, so that a few planes fit into the cache.
struct Planes {
    std::size_t planeAxis;  ///< 1 or 2
    std::size_t lineAxis;   ///< the other one
    int planes;
    int lines;  ///< in a plane

    explicit Planes(const CellBox& box)
        : planeAxis(box.ny > box.nz ? 1 : 2),
          lineAxis(3 - planeAxis),
          planes(box.cells(planeAxis)),
          lines(box.cells(lineAxis)) {}

    /// First cell of a line.
    [[nodiscard]] std::size_t at(const CellBox& box, int line, int plane) const {
        return planeAxis == 1 ? box.at(0, plane, line) : box.at(0, line, plane);
    }
};

/// Several passes over the planes of a box in one go: pass s works on a plane as soon as pass s − 1
/// is through with that plane and `reach[s]` planes on either side of it. What a pass needs is thus
/// still in the cache, and memory is read once instead of once per pass. Several threads take a
/// slab of planes each, staying clear of what depends on the neighbour's slab, and then fill the
/// gaps; every cell sees the same values in any case. `reach[0]` is 0. Background: Wolfe, "More
/// iteration space tiling" (1989); Datta et al., SIAM Review 51 (2009) 129.
class PlaneSweep {
public:
    using Work = std::function<void(int pass, int plane)>;

    PlaneSweep(const CellBox& box, std::span<const int> reach);

    void run(const Work& work) const;

private:
    [[nodiscard]] int slabStart(int slab) const;
    void runSlab(int slab, const Work& work) const;
    void fillGap(int slab, const Work& work) const;

    std::span<const int> m_reach;
    int m_planes;
    int m_slabs;
};

}  // namespace halltwin::airflow
