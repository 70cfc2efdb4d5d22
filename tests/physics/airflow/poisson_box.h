// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <cstddef>
#include <vector>

namespace halltwin::tests {

/// First and one past the last index of the cells along x, y and z.
struct CellRange {
    int x0, x1, y0, y1, z0, z1;
};

/// A box of air with insulated walls for the Poisson equation: conductance of a face = area over
/// distance of the cell centres, with walls, leaks and holes put in by the test. SI units.
class PoissonBox {
public:
    /// Cells of `size` along x and y, layers of `heights` along z.
    PoissonBox(int nx, int ny, double size, std::vector<double> heights);

    static PoissonBox cube(int cells, double side);

    /// Multiplies the conductance of the plane of faces above layer `plane` of `axis`.
    PoissonBox& wall(std::size_t axis, int plane, double share);
    /// Multiplies the conductance of the faces of that plane within the range (whose own axis is
    /// not read).
    PoissonBox& scale(std::size_t axis, int plane, const CellRange& range, double share);
    /// Gives the faces of that plane within the range their full conductance again.
    PoissonBox& hole(std::size_t axis, int plane, const CellRange& range);
    /// Four walls and a roof around the cells of the range, which may stand on the floor.
    PoissonBox& containment(const CellRange& range, double share);
    /// No open faces at all in these cells.
    PoissonBox& solid(const CellRange& range);

    PoissonBox& addSource(int i, int j, int k, double strength);
    /// Blows air in at one corner and draws it at the opposite one.
    PoissonBox& blowThrough();

    [[nodiscard]] double centreZ(int k) const { return m_centreZ[static_cast<std::size_t>(k)]; }
    [[nodiscard]] double height(int k) const { return m_heights[static_cast<std::size_t>(k)]; }
    /// The faces that nothing obstructs.
    [[nodiscard]] airflow::FaceField<double> openFaces() const;
    [[nodiscard]] airflow::FaceField<float> singleConductance() const;
    [[nodiscard]] std::vector<float> singleSource() const;

    airflow::CellBox box;
    double size;
    airflow::FaceField<double> conductance;
    std::vector<double> source;

private:
    [[nodiscard]] double fullConductance(std::size_t axis, int k) const;

    std::vector<double> m_heights;
    std::vector<double> m_centreZ;
    airflow::FaceField<double> m_full;
};

/// A hall of cells of 0.3 m on a raised floor that leaks, with rows of racks and contained aisles
/// whose walls leak `leak` of what open faces let through, tiles, and a graded z grid. Sources at
/// racks and coolers cancel out.
[[nodiscard]] PoissonBox aisleHall(int nx, int ny, double leak);

}  // namespace halltwin::tests
