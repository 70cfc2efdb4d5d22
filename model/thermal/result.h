// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/issue.h"

#include <cstdint>
#include <vector>

namespace halltwin::thermal {

/// How much physics an answer holds. Preview: potential flow and upwind energy, no buoyancy, no
/// momentum.
enum class Stage { Preview, Coarse, Fine };

struct RackResult {
    ItemId id;
    Power airHeat;
    VolumeFlow flow;
    Temperature intakeMean;           ///< weighted by flow over the intake face
    Temperature intakeMax;            ///< warmest cell of the intake face
    TemperatureDifference intakeStd;  ///< over the intake face, weighted by flow
    Temperature exhaustMean;

    bool operator==(const RackResult&) const = default;
};

struct CoolerResult {
    ItemId id;
    VolumeFlow flow;
    Temperature returnT;
    Temperature supplyT;
    Power heat;      ///< taken from the room: mass flow · specific heat · (return − supply)
    Power coilHeat;  ///< passed to water or refrigerant: `heat` + the fan's
    bool atLimit = false;  ///< the set-point cannot be held

    bool operator==(const CoolerResult&) const = default;
};

struct TileResult {
    ItemId id;
    VolumeFlow flow;  ///< upwards is positive

    bool operator==(const TileResult&) const = default;
};

/// Air-management figures; definitions and sources in metrics.h.
struct Metrics {
    double rciHi = 100.0;  ///< per cent; three samples per rack, at 1/6, 1/2 and 5/6 of its height
    double rciLo = 100.0;  ///< per cent
    double rti = 0.0;      ///< per cent
    double shi = 0.0;
    double rhi = 1.0;
    Temperature maxIntake;  ///< warmest intake cell of any rack; mean supply when there is no rack

    bool operator==(const Metrics&) const = default;
};

/// Heat and air that went in and came out. The residuals say how far the books are from closing.
struct Books {
    Power itHeat;
    Power otherHeat;            ///< heat sources and the coolers' fans
    Power removed;              ///< by the coolers' coils
    Power wall;                 ///< lost through walls; none at the preview stage
    double heatResidual = 0.0;  ///< |in − out| / in
    double massResidual = 0.0;  ///< greatest imbalance of one cell / sum of all device flows

    bool operator==(const Books&) const = default;
};

/// How far the grid moved an item's edges: the largest of its edge displacements.
struct SnapError {
    ItemId id;
    Length distance;

    bool operator==(const SnapError&) const = default;
};

/// What is in a cell.
inline constexpr std::uint8_t airCell = 0;
inline constexpr std::uint8_t solidCell = 1;

/// The air of one hall. Fields are indexed by Grid::index. In solid cells velocity and pressure are
/// 0 and the temperature is a mean of what lies around, so that a picture has no holes.
struct RoomResult {
    Stage stage = Stage::Preview;
    bool converged = false;
    int iterations = 0;  ///< pressure iterations, all sweeps of the tile law together
    double wallS =
        0.0;  ///< elapsed time of the calculation; the one field that may differ between two runs
    Grid grid;
    CellField<float> temperatureC;
    CellField<float> u;  ///< m/s along x at cell centres
    CellField<float> v;
    CellField<float> w;
    CellField<float> pressurePa;  ///< against the mean of the air region that a cell belongs to
    CellField<std::uint8_t> solid;
    std::vector<RackResult> racks;      ///< those with flow, in the order of the input
    std::vector<CoolerResult> coolers;  ///< those with flow, in the order of the input
    std::vector<TileResult> tiles;      ///< all, in the order of the input
    Metrics metrics;
    Books books;
    std::vector<SnapError>
        snapErrors;             ///< of every item that the grid moved by more than a millimetre
    std::vector<Issue> issues;  ///< rules "thermal.…"; `hall` is left to the caller
};

}  // namespace halltwin::thermal
