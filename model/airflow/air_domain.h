// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/core/grid.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// A closed face through which air is blown or drawn at a given rate. Rates of one face add up.
struct PrescribedFace {
    std::size_t axis = 0;
    std::size_t cell = 0;   ///< the face is [axis][cell]
    double flowM3S = 0.0;   ///< along the axis is positive
};

/// A force on the air of one face's control volume, per mass of air.
struct FaceForce {
    std::size_t axis = 0;
    std::size_t cell = 0;
    double accelerationMS2 = 0.0;
};

/// How a closed face holds the air that moves along it.
enum class WallFriction {
    FreeSlip,  ///< not at all
    NoSlip,    ///< by molecular viscosity over half a cell: resolved boundary layers
    PowerLaw,  ///< by the turbulent boundary layer of a smooth wall, u⁺ = 8.3 y⁺^(1/7)
};

/// One of the six sides of the box. Its tangential velocity drags the air along (NoSlip).
struct BoxSide {
    bool slips = false;                          ///< no friction on this side, whatever the model
    std::array<double, 3> velocityMS{0, 0, 0};
};

/// The space that air moves in: a grid whose faces are open, resist or are closed. Faces on the
/// sides of the box and those of solid cells must be closed.
struct AirDomain {
    Grid grid;
    FaceField<double> lossK;  ///< velocity heads of each face: 0 open, infinite closed
    std::vector<PrescribedFace> prescribed;
    std::vector<FaceForce> forces;
    std::array<BoxSide, 6> sides;  ///< −x, +x, −y, +y, −z, +z

    [[nodiscard]] CellBox box() const { return {grid.x.cells(), grid.y.cells(), grid.z.cells()}; }
};

/// An empty closed box.
[[nodiscard]] AirDomain makeClosedBox(Grid grid);

/// Closes all faces of a cell.
void closeCell(AirDomain& domain, std::size_t cell);

}  // namespace halltwin::airflow
