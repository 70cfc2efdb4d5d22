// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/project/issue.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/thermal/room_grid.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::thermal {

using airflow::FaceField;
using airflow::forCells;
using airflow::makeFaceField;

/// An air cell that a device breathes through, and the face between the two. That face is closed
/// (infinite lossK): the port is its only air.
struct PortCell {
    std::size_t cell = 0;
    std::size_t axis = 0;
    std::size_t faceCell = 0;  ///< the face is element [axis][faceCell] of a FaceField
    double outward = 1.0;      ///< +1 when out of the device is along the axis
    double areaM2 = 0.0;
    double heightM = 0.0;  ///< of the cell's centre above the walking surface
};

struct Port {
    std::vector<PortCell> cells;
    double areaM2 = 0.0;
};

enum class DeviceKind { Rack, Cooler, Terminal };

/// A part of a device through which air passes on its own: what it draws in at `intake` comes out
/// at `outlet` with one temperature. Velocity is uniform over each of the two ports.
struct RasterSlice {
    std::size_t device = 0;  ///< index in Raster::devices
    double flowM3S = 0.0;    ///< through intake and outlet alike
    double heatW = 0.0;      ///< of a rack's equipment; 0 for others
    double bottomM = 0.0;    ///< above the walking surface
    double topM = 0.0;
    Port intake;              ///< empty for a supply terminal
    Port outlet;              ///< empty for an extract terminal
    double freeAreaM2 = 0.0;  ///< through which the outlet's air really leaves; 0 = the whole port
};

/// A rack, cooler or terminal with flow.
struct RasterDevice {
    DeviceKind kind = DeviceKind::Rack;
    std::size_t input = 0;  ///< index in RoomInput::racks, ::coolers or ::terminals
    ItemId id;
    double flowM3S = 0.0;        ///< sum over its slices
    std::size_t firstSlice = 0;  ///< in Raster::slices
    std::size_t sliceCount = 1;
};

/// A rack's air gap between rear and front, one path per pair of opposite faces: two air cells that
/// do not touch, joined through the solid cells between them by a resistance K in velocity heads on
/// `areaM2`. Its flow is an unknown like that of any face.
struct LeakPath {
    std::size_t rack = 0;       ///< index in RoomInput::racks; dark racks leak too
    std::size_t frontCell = 0;  ///< air cell before the intake face
    std::size_t rearCell = 0;   ///< air cell behind the exhaust face
    std::size_t axis = 0;       ///< of the way from one to the other
    double areaM2 = 0.0;        ///< of the face, not of the gap
    double lossK = 0.0;
    double lengthM = 0.0;  ///< between the centres of the two air cells
};

struct RasterHeat {
    ItemId id;
    double powerW = 0.0;
    std::vector<std::size_t> cells;  ///< air cells that touch the box
};

enum class ExchangeKind { Envelope, Tank };

/// Heat that flows into one air cell in proportion to how much colder it is than a surface:
/// conductanceWK · (surfaceC − T_cell).
struct HeatExchange {
    ExchangeKind kind = ExchangeKind::Envelope;
    std::size_t input =
        0;  ///< index in RoomInput::tanks; of the envelope: wall 0–3, 4 roof, 5 floor
    std::size_t cell = 0;
    double conductanceWK = 0.0;
    double surfaceC = 0.0;
};

/// The part of one tile or grille that falls on one face of the floor or ceiling. Parallel openings
/// share the pressure difference, so each takes its 1/√K of the face's flow.
struct TilePart {
    std::size_t tile = 0;      ///< index in RoomInput::tiles or ::grilles
    std::size_t faceCell = 0;  ///< the face is [2][faceCell]
    double conductance = 0.0;  ///< 1/√K
};

/// A hall on its grid: what is solid, what each face costs the air, where devices breathe, where
/// heat enters. All indices are those of the box with ghosts; ghosts are solid.
struct Raster {
    RoomGrid grid;
    std::vector<std::uint8_t> solid;
    FaceField<double> lossK;               ///< velocity heads: 0 open, infinite closed
    std::vector<double> planeConductance;  ///< 1/√K of each floor and ceiling face, all openings
                                           ///< together; by face cell
    std::vector<RasterDevice> devices;  ///< racks, then coolers, then terminals, each in the order
                                        ///< of the input
    std::vector<RasterSlice> slices;    ///< of all devices, in their order
    std::vector<LeakPath> leaks;
    std::vector<RasterHeat> heats;
    std::vector<HeatExchange> exchanges;
    double roomHeatW = 0.0;  ///< lights and people, by volume over the air cells of the layers
                             ///< voidLayers … ceilingLayer − 1 of the grid
    std::vector<TilePart> tileParts;
    std::vector<TilePart> grilleParts;
    std::vector<SnapError> snapErrors;
    std::vector<Issue> issues;
};

/// Puts a room that passed checkRoom on its grid. What the grid cannot carry is left out with an
/// issue of Severity::Error: a box that finds no free cell, a device with its intake or outlet
/// walled in.
[[nodiscard]] Raster rasterize(const RoomInput& room, const SolveSettings& settings);

}  // namespace halltwin::thermal
