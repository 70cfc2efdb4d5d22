// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_flow.h"
#include "model/core/grid.h"

namespace halltwin::thermal {

/// Interpolates velocity, pressure and temperature of one grid onto another of the same room:
/// each velocity component linearly along its own axis, the rest from the cell that holds the point.
/// Closed faces keep their velocity; divergence is not removed.
void regrid(const airflow::AirFlow& from, const Grid& fromGrid, airflow::AirFlow& to,
            const Grid& toGrid);

}  // namespace halltwin::thermal
