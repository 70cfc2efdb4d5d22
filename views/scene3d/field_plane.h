// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/thermal/result.h"
#include "views/bridge/color_map.h"

#include <vtkSmartPointer.h>

class vtkPolyData;

namespace halltwin::views::scene3d {

/// A cut through the temperature field of a hall that stands at `origin` on the site: horizontal at
/// z, or upright along x at y. Values run linearly between the two layers of cells beside the
/// plane.
[[nodiscard]] vtkSmartPointer<vtkPolyData> horizontalPlane(const thermal::RoomResult& air,
                                                           const Point& origin, double zM,
                                                           const bridge::ColorScale& scale);
[[nodiscard]] vtkSmartPointer<vtkPolyData> uprightPlane(const thermal::RoomResult& air,
                                                        const Point& origin, double yM,
                                                        const bridge::ColorScale& scale);

}  // namespace halltwin::views::scene3d
