// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/thermal/result.h"
#include "views/bridge/color_map.h"

#include <vtkSmartPointer.h>

class vtkPolyData;

namespace halltwin::views::scene3d {

/// An upright cut: along x at a y of the hall, or along y at an x.
enum class Upright { AlongX, AlongY };
struct UprightPlace {
    Upright direction = Upright::AlongX;
    double atM = 0.0;
};

/// A cut through the temperature field of a hall that stands at `origin` on the site: horizontal at
/// z, or upright. Values run linearly between the two layers of cells beside the plane.
[[nodiscard]] vtkSmartPointer<vtkPolyData> horizontalPlane(const thermal::RoomResult& air,
                                                           const Point& origin, double zM,
                                                           const bridge::ColorScale& scale);
[[nodiscard]] vtkSmartPointer<vtkPolyData> uprightPlane(const thermal::RoomResult& air,
                                                        const Point& origin,
                                                        const UprightPlace& place,
                                                        const bridge::ColorScale& scale);

}  // namespace halltwin::views::scene3d
