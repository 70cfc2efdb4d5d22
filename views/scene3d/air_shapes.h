// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"

#include <array>
#include <optional>
#include <vector>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

class vtkRectilinearGrid;

namespace halltwin::views::scene3d {

/// Where streamlines begin: where coolers and tiles supply air, or around a point of the site.
enum class Streamlines { Off, Supply, Point };

/// What of the air is drawn. Positions of upright cuts are shares of each hall's depth or width.
struct AirOptions {
    bridge::AirQuantity quantity = bridge::AirQuantity::Temperature;  ///< of cuts and lines
    bool level = true;
    double heightM = 1.5;  ///< of the level cut above the walking surface
    bool alongX = true;
    double depthShare = 0.5;  ///< y of the cut along x
    bool alongY = false;
    double widthShare = 0.5;  ///< x of the cut along y
    bool arrows = false;      ///< on the cuts
    Streamlines streamlines = Streamlines::Off;
    std::array<double, 3> seed{};  ///< of Streamlines::Point, site coordinates in metres
    bool limit = false;
    double limitC = 27.0;  ///< surface at this temperature; ASHRAE's recommended intake at first

    bool operator==(const AirOptions&) const = default;
};

/// The shapes of all solved halls, in site coordinates.
struct AirShapes {
    vtkSmartPointer<vtkPolyData> cuts;  ///< coloured by point
    vtkSmartPointer<vtkPolyData> arrows;
    vtkSmartPointer<vtkPolyData> streamlines;  ///< with the quantity along them
    vtkSmartPointer<vtkPolyData> limit;
    double arrowReference = 0.0;  ///< m/s that one spacing of arrows stands for; 0: no arrows
};

/// Makes what the options ask for; what is off stays null. Takes up to tenths of a second, so it is
/// for a worker: all VTK objects are its own, and the shapes are the caller's alone.
[[nodiscard]] AirShapes airShapes(const Project& project, const Catalog& catalog,
                                  const twin::TwinResult& result, const AirOptions& options,
                                  const bridge::ColorScale& scale);

/// Points just above the tiles that let air up, and before coolers that blow onto a slab, at most
/// `most`, spread over all of them. Site coordinates.
[[nodiscard]] std::vector<std::array<double, 3>> supplySeeds(const Project& project,
                                                             const Catalog& catalog,
                                                             const twin::RoomAnswer& room,
                                                             std::size_t most = 140);

/// Lines that the air follows from the seeds until it is still or has gone 40 m; with `both` also
/// back to where it came from.
enum class Trace { Forward, Both };
[[nodiscard]] vtkSmartPointer<vtkPolyData>
streamlinesFrom(vtkRectilinearGrid* grid, const std::vector<std::array<double, 3>>& seeds,
                Trace trace);

/// The surface of this temperature.
[[nodiscard]] vtkSmartPointer<vtkPolyData> surfaceAt(vtkRectilinearGrid* grid, double temperatureC);

}  // namespace halltwin::views::scene3d
