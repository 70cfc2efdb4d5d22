// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/field_series.h"
#include "model/thermal/metrics.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/thermal/settle.h"
#include "model/thermal/thermal_mass.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

enum class Action {
    Stop,           ///< a cooler's fans, or all power of a rack; they coast to rest
    Start,          ///< the same again
    CutWater,       ///< of a cooler's coil or a rack's rear door; a compressor stops. Fans run on
    FeedWater,      ///< the same again
    StopChillers,   ///< of the hall: pumps run on, what cold water there is goes round
    StartChillers,  ///< the same again
    Load,           ///< IT heat of a rack, `factor` times that of the start; its fans stay
    Supply,         ///< set-point of a cooler, `temperature`
    Water,          ///< chilled water that a cooler gets, `temperature`
};

struct TransientEvent {
    Duration at;  ///< after the start
    Action action = Action::Stop;
    ItemId item;  ///< invalid: every device that the action fits
    double factor = 1.0;
    Temperature temperature;

    bool operator==(const TransientEvent&) const = default;
};

struct TransientSettings {
    double gridM = 0.6;
    Duration duration = seconds(300.0);
    Duration sampleEvery = seconds(1.0);
    Duration fieldEvery = seconds(2.0);    ///< more where `fieldBytes` would not hold them
    std::size_t fieldBytes = 256U << 20U;  ///< memory for fields, FieldSeries::bytesPerCell each
    Duration longestStep = seconds(0.5);
    double courant = 2.0;  ///< by the fastest cell
    airflow::AirModel model;
    airflow::StepEffort effort{2, 6, {1e-3, 2}};
    SettleLimits settling;  ///< of the start
    ThermalMass mass;
    FollowTimes follow;
    IntakeLimits limits;
    std::size_t maxCells = 4'000'000;
};

struct RackState {
    Temperature intakeMean;
    Temperature intakeMax;
    Temperature exhaust;
};

struct CoolerState {
    Temperature returnT;
    Temperature supplyT;
    VolumeFlow flow;
    Power heat;  ///< taken by its water or refrigerant, its fans' heat included
};

/// Everything at one time. Racks and coolers in the order of Transient::racks and ::coolers.
struct TransientSample {
    Duration at;
    Temperature maxIntake;
    TemperatureDifference waterExcess;  ///< of the chilled water above what it should be
    Power itHeat;
    Power removed;  ///< by coils and rear doors
    Power stored;   ///< taken up by air and masses, mean since the sample before
    std::vector<RackState> racks;
    std::vector<CoolerState> coolers;
};

/// Heat since the start:
///     itHeat + otherHeat = removed + wall + terminals + air + servers + frames + slab + coils
///                          + onTheWay
struct TransientBooks {
    Energy itHeat;
    Energy otherHeat;  ///< fans, lights, people, other equipment, tanks
    Energy removed;    ///< by the water of coils and rear doors
    Energy wall;
    Energy terminals;
    Energy air;
    Energy servers;
    Energy frames;
    Energy slab;
    Energy coils;
    Energy onTheWay;        ///< in the air inside the devices, which a step holds back
    double residual = 0.0;  ///< |in − out| / in
};

/// When the warmest intake cell of a rack passed the limits of TransientSettings; a rack that was
/// beyond from the start has 0.
struct LimitTimes {
    std::optional<Duration> recommended;
    std::optional<Duration> allowable;
};

struct FirstRack {
    ItemId rack;
    Duration at;
};

/// How the air of a hall went on from its settled state.
struct Transient {
    RoomResult start;                    ///< the settled state; its fields are of that moment
    std::vector<ItemId> racks;           ///< those with flow
    std::vector<ItemId> coolers;         ///< those with flow
    std::vector<TransientEvent> events;  ///< in the order of time
    std::vector<TransientSample> samples;
    FieldSeries fields;
    std::vector<LimitTimes> limits;  ///< by rack
    std::optional<FirstRack> firstRecommended;
    std::optional<FirstRack> firstAllowable;
    TransientBooks books;
    int steps = 0;
    double wallS = 0.0;  ///< elapsed time of the calculation
};

struct TransientProgress {
    bool settling = false;  ///< still on the way to the start
    Duration at;
    Duration duration;
    Temperature maxIntake;
};
using TransientObserver = std::function<void(const TransientProgress&)>;

/// Settles a hall's air and marches it on in physical time under a table of events
/// (docs/physics/room-air.md, "Transients"). Fails as solvePreview does, with InvalidArgument,
/// OutOfRange or NotFound for events that cannot happen to this room, with NotConverged, and with
/// Cancelled. Depends on its arguments alone, to the bit, whatever the number of threads; `wallS`
/// excepted. Thread-safe.
[[nodiscard]] Result<Transient> runTransient(const RoomInput& room,
                                             const std::vector<TransientEvent>& events,
                                             const TransientSettings& settings = {},
                                             const TransientObserver& observer = {},
                                             const std::stop_token& stop = {});

/// The hall at a stored time as pictures and figures show it: the air, its openings, racks and
/// coolers of then; all else of the start.
[[nodiscard]] RoomResult roomAt(const Transient& transient, std::size_t field);

}  // namespace halltwin::thermal
