// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/thermal/result.h"

#include <vtkSmartPointer.h>

class vtkRectilinearGrid;

namespace halltwin::views::scene3d {

inline constexpr char temperatureArray[] = "temperature_c";
inline constexpr char velocityArray[] = "velocity_ms";

/// The air of a hall that stands at `origin` on the site, for VTK's filters: points at the cell
/// centres with temperature, °C, as scalars and velocity, m/s, as vectors; air stands still in
/// solids.
[[nodiscard]] vtkSmartPointer<vtkRectilinearGrid> airGrid(const thermal::RoomResult& air,
                                                          const Point& origin);

}  // namespace halltwin::views::scene3d
