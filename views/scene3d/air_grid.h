// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/thermal/result.h"

#include <span>
#include <vtkSmartPointer.h>

class vtkRectilinearGrid;

namespace halltwin::views::scene3d {

inline constexpr char temperatureArray[] = "temperature_c";
inline constexpr char velocityArray[] = "velocity_ms";
inline constexpr char shownArray[] = "shown";

/// The air of a hall that stands at `origin` on the site, for VTK's filters: points at the cell
/// centres with temperature, °C, as scalars and velocity, m/s, as vectors; air stands still in
/// solids. `shown` is what lines are coloured by; empty: as the temperature.
[[nodiscard]] vtkSmartPointer<vtkRectilinearGrid> airGrid(const thermal::RoomResult& air,
                                                          const Point& origin,
                                                          std::span<const float> shown = {});

}  // namespace halltwin::views::scene3d
