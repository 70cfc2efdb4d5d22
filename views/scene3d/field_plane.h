// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/grid.h"
#include "views/bridge/color_map.h"

#include <span>
#include <vtkSmartPointer.h>

class vtkPolyData;

namespace halltwin::views::scene3d {

/// An upright cut: along x at a y of the hall, or along y at an x.
enum class Upright { AlongX, AlongY };
struct UprightPlace {
    Upright direction = Upright::AlongX;
    double atM = 0.0;
};

/// A value for each cell of a hall that stands at `origin` on the site. What it names must outlive
/// it.
struct CutField {
    const Grid& grid;
    std::span<const float> values;
    Point origin;
};

/// A cut through a field: horizontal at z, or upright. Values run linearly between the two layers
/// of cells beside the plane.
[[nodiscard]] vtkSmartPointer<vtkPolyData> horizontalPlane(const CutField& field, double zM,
                                                           const bridge::ColorScale& scale);
[[nodiscard]] vtkSmartPointer<vtkPolyData> uprightPlane(const CutField& field, const UprightPlace& place,
                                                        const bridge::ColorScale& scale);

}  // namespace halltwin::views::scene3d
