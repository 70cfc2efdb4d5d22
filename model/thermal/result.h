// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/issue.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace halltwin::thermal {

/// How much physics an answer holds. Preview: potential flow and upwind energy, no buoyancy, no
/// momentum.
enum class Stage { Preview, Coarse, Fine };

/// One height of a rack that breathes on its own.
struct SliceResult {
    Length bottom;  ///< above the walking surface
    Length top;
    VolumeFlow flow;
    Temperature intake;   ///< weighted by flow
    Temperature exhaust;  ///< as it reaches the room

    bool operator==(const SliceResult&) const = default;
};

struct RackResult {
    ItemId id;
    Power airHeat;
    VolumeFlow flow;
    Temperature intakeMean;           ///< weighted by flow over the intake face
    Temperature intakeMax;            ///< warmest cell of the intake face
    TemperatureDifference intakeStd;  ///< over the intake face, weighted by flow
    Temperature exhaustMean;          ///< as it reaches the room, behind a rear door
    Temperature outletMean;           ///< of the equipment; exhaustMean where there is no rear door
    Power doorHeat;                   ///< taken by the water of the rear door
    std::vector<SliceResult> slices;  ///< from the bottom up; one when the exhaust is mixed
    TemperatureDifference intakeUnsteady;  ///< standard deviation of intakeMean in time
    std::optional<double> coldCapture;     ///< 0…1, of the stages with momentum (recirculation.h)
    std::optional<double> hotCapture;

    bool operator==(const RackResult&) const = default;
};

struct CoolerResult {
    ItemId id;
    VolumeFlow flow;
    Temperature returnT;
    Temperature supplyT;
    Power heat;      ///< taken from the room: mass flow · specific heat · (return − supply)
    Power coilHeat;  ///< passed to water or refrigerant: `heat` + the fan's
    bool atLimit = false;   ///< the set-point cannot be held
    Pressure pressureRise;  ///< of the room's air from return to supply, what the fan works against

    bool operator==(const CoolerResult&) const = default;
};

/// A floor tile or ceiling grille.
struct TileResult {
    ItemId id;
    VolumeFlow flow;  ///< upwards is positive

    bool operator==(const TileResult&) const = default;
};

struct TerminalResult {
    ItemId id;
    VolumeFlow flow;          ///< into the room is positive
    Temperature temperature;  ///< of the air that crosses it

    bool operator==(const TerminalResult&) const = default;
};

struct TankResult {
    ItemId id;
    Power heat;  ///< to the room's air

    bool operator==(const TankResult&) const = default;
};

/// Air-management figures; definitions and sources in metrics.h.
struct Metrics {
    double rciHi = 100.0;  ///< per cent; three samples per rack, at 1/6, 1/2 and 5/6 of its height
    double rciLo = 100.0;  ///< per cent
    double rti = 0.0;      ///< per cent
    double shi = 0.0;
    double rhi = 1.0;
    Temperature maxIntake;  ///< warmest intake cell of any rack; mean supply when there is no rack
    std::optional<double> recirculation;  ///< share of all racks' intake air that left a rack last
    std::optional<double> bypass;         ///< share of supply air that no rack draws in before it returns
    double fanWattsPerM3S = 0.0;          ///< coolers' fan power / their flow; 0 without flow

    bool operator==(const Metrics&) const = default;
};

/// Heat and air that went in and came out. The residuals say how far the books are from closing.
///     itHeat + otherHeat + lights + people + tanks
///         = removed + rearDoors + wall + terminals + stored
struct Books {
    Power itHeat;
    Power otherHeat;  ///< heat sources and the coolers' fans
    Power lights;
    Power people;
    Power tanks;                ///< from immersion tanks to the air
    Power removed;              ///< by the coolers' coils
    Power rearDoors;            ///< by the water of rear doors
    Power wall;                 ///< lost through walls, roof and floor; negative when gained
    Power terminals;            ///< carried away by extracts beyond what supplies bring
    Power stored;               ///< into the air itself, over the time of a mean
    double heatResidual = 0.0;  ///< |in − out| / in, each term on the side where it is positive;
                                ///< `in` is at least 0.1 K in the air of all devices
    double massResidual = 0.0;  ///< greatest imbalance of one cell / sum of all device flows

    bool operator==(const Books&) const = default;
};

/// How an answer came to rest. Only a Steady or a standing Mean answer is `converged`.
enum class Rest {
    Steady,    ///< nothing moved any more
    Mean,      ///< the flow never rests; all figures are means over `meanTime`, which stand
    Drifting,  ///< the limit of effort came first
};

struct Settling {
    Rest rest = Rest::Steady;
    Duration meanTime;               ///< of air that means are taken over; 0 when steady
    TemperatureDifference drift;     ///< of the running mean of any device's intake
    TemperatureDifference unsteady;  ///< greatest standard deviation of a rack's intake in time
    TemperatureDifference meanError; ///< standard error of the means, root mean square over intakes
    int steps = 0;

    bool operator==(const Settling&) const = default;
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
    Settling settling;   ///< of the stages with momentum
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
    std::vector<RackResult> racks;          ///< those with flow, in the order of the input
    std::vector<CoolerResult> coolers;      ///< those with flow, in the order of the input
    std::vector<TileResult> tiles;          ///< all, in the order of the input
    std::vector<TileResult> grilles;        ///< all, in the order of the input
    std::vector<TerminalResult> terminals;  ///< those with flow, in the order of the input
    std::vector<TankResult> tanks;          ///< all, in the order of the input
    Metrics metrics;
    Books books;
    std::vector<SnapError>
        snapErrors;             ///< of every item that the grid moved by more than a millimetre
    std::vector<Issue> issues;  ///< rules "thermal.…"; `hall` is left to the caller
};

}  // namespace halltwin::thermal
