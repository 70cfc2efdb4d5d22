// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/air_economizer.h"
#include "model/cooling/chiller.h"
#include "model/cooling/heat_reuse.h"
#include "model/cooling/pump.h"
#include "model/cooling/water_economizer.h"
#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/moist_air.h"
#include "model/core/units.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/issue.h"
#include "model/project/names.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view plantFormula =
    "rejected + recovered = coil heat + pump, compressor, fan and heat-pump power; what cools "
    "without a compressor comes first in a loop, chillers take the rest; units in parallel share "
    "in proportion to capacity (chillers) and rated flow (pumps)";

struct ChillerUnit {
    ItemId id;
    std::string name;
    ChillerSpec spec;
    Temperature leavingWater = celsius(10.0);  ///< set-point
};

struct PumpUnit {
    ItemId id;
    std::string name;
    PumpSpec spec;
};

/// What cools or stores water without a compressor: its catalogue figures and its set-point.
template <class Spec>
struct SourceUnit {
    ItemId id;
    std::string name;
    Spec spec;
    Temperature wanted;  ///< leaving water
};

/// A tank in the supply of a pump set.
struct TankUnit {
    ItemId id;
    std::string name;
    TankSpec spec;
    bool isOutside = true;
};

struct HeatReuseUnit {
    ItemId id;
    std::string name;
    HeatReuseSpec spec;
};

/// A chilled-water cooler and the heat that its coil takes (fan heat included).
struct CoilUnit {
    ItemId id;
    std::string name;
    Power heat;
};

/// A cooler with its own compressor: needs no water.
struct DirectUnit {
    ItemId id;
    std::string name;
    Power heat;
    double ratedCop = 0.0;  ///< at 35 °C outdoors
    Power capacity;         ///< rated, only checked; 0 = unknown
};

/// Coolers of a hall that can take outside air, at their mean state. Places in the input.
struct AirSide {
    HallId hall;
    std::vector<std::size_t> coils;
    std::vector<std::size_t> direct;
    MassFlow air;  ///< dry air of all of them
    Temperature returning;
    Temperature supply;
};

/// What cools water → pump set, or pump set → what takes water or rejects to water.
struct PlantLink {
    ItemId from;
    ItemId to;
};

/// The outside that a plant rejects heat to. Without a date, natural water is as warm as in its
/// warmest month and heat networks ask for the mean of their year.
struct PlantOutdoors {
    MoistAir air{celsius(25.0), 0.0099};
    std::optional<int> month;  ///< 1…12
    std::optional<int> hour;   ///< 0…23
};

struct PlantInput {
    std::vector<ChillerUnit> chillers;
    std::vector<PumpUnit> pumps;
    std::vector<CoilUnit> coils;
    std::vector<DirectUnit> direct;
    std::vector<SourceUnit<TowerSpec>> towers;
    std::vector<SourceUnit<DryCoolerSpec>> dryCoolers;
    std::vector<SourceUnit<ExchangerSpec>> exchangers;
    std::vector<SourceUnit<WaterSourceSpec>> waterSources;
    std::vector<HeatReuseUnit> reuse;
    std::vector<TankUnit> tanks;
    std::vector<AirSide> airSides;
    std::vector<PlantLink> links;
    PlantOutdoors outdoors;
    Temperature condenserWaterSupply = celsius(24.0);  ///< of chillers that no pump set serves
    BeyondRange beyondRange = BeyondRange::Clamp;
    PlantControl control;
};

struct ChillerUnitResult {
    ItemId id;
    ChillerResult state;
    Temperature condenserIn;  ///< outdoor air, or water
};

struct PumpUnitResult {
    ItemId id;
    Power coilHeat;  ///< of what it serves, its share of it
    PumpResult state;
};

struct CoilUnitResult {
    ItemId id;
    bool connected = false;  ///< a pump set serves it whose water something cools
    Temperature waterIn;     ///< supply of its loops by their share; meaningless if not connected
};

struct DirectUnitResult {
    ItemId id;
    Power heat;
    double cop = 0.0;
    Power power;
};

/// A tower, dry cooler or natural water at work.
struct RejectorResult {
    ItemId id;
    Power heat;   ///< taken from its loop
    Power power;  ///< of its fan, pump and basin heater
    Temperature entering;
    Temperature leaving;
    Temperature wanted;
    double share = 0.0;       ///< of its fan's air, or of its source pump's flow
    Power basinHeater;        ///< part of `power`
    MassFlow evaporation;     ///< of a tower or wet pads
    MassFlow bleed;           ///< blow-down, or what pads bleed
    MassFlow drift;           ///< droplets that a tower loses
    bool holdsWanted = true;  ///< an idle one does
    std::vector<RangeExcess> outOfRange;
    std::optional<RangeExcess> icing;    ///< too cold in frost
    std::optional<RangeExcess> tooWarm;  ///< what goes back to nature is above the permit

    [[nodiscard]] MassFlow makeUp() const { return evaporation + bleed + drift; }
};

struct ExchangerUnitResult {
    ItemId id;
    EconomizerMode mode = EconomizerMode::Off;
    Power heat;
    Temperature hotIn;
    Temperature hotOut;
    Temperature coldIn;
    Temperature coldOut;
};

struct HeatReuseUnitResult {
    ItemId id;
    HeatReuseResult state;
};

struct TankUnitResult {
    ItemId id;
    Power gain;            ///< of heat from around it
    Duration rideThrough;  ///< until its colder water is used up, with nothing cooling the loop
    Power charge{};        ///< heat that it takes out of its water to the loop; below zero it gives
    Power power{};         ///< that moves the water it is charged with
};

/// Outside air in a hall.
struct AirSideResult {
    HallId hall;
    AirMode mode = AirMode::Mechanical;
    double share = 0.0;  ///< of outside air in the supply
    Power heat;          ///< that leaves with the exhaust air
    Power humidifierPower;
    MassFlow humidification;
    std::vector<ItemId> coolers;
};

/// How a loop is cooled.
enum class LoopMode {
    Idle,        ///< nothing to cool
    Free,        ///< no compressor runs
    Mixed,       ///< some of the heat goes without a compressor
    Mechanical,  ///< all heat goes through compressors
};
inline constexpr std::size_t loopModeCount = 4;

/// Pump sets that share what cools their water: one header.
struct LoopResult {
    std::vector<ItemId> sources;
    std::vector<ItemId> pumps;
    std::vector<ItemId> consumers;
    LoopMode mode = LoopMode::Idle;
    bool rejects = false;  ///< serves condensers or exchangers, no hall
    Power heat;            ///< of consumers, pumps, tanks and pipes
    Power free;            ///< of it, taken without a compressor
    Power mechanical;      ///< by chillers
    Power unmet;           ///< beyond the chillers' capacity; the water would warm up
    VolumeFlow flow;
    Temperature wanted;
    Temperature supply;
    Temperature returning;
    bool holdsWanted = true;
};

/// Results in the order of the input, and the books: rejected + recovered + unmet =
/// airSideHeat + coilHeat + tankGain + tankCharge + directHeat + the powers of pumps, compressors,
/// rejection and re-use, to `residual`.
struct PlantResult {
    std::vector<ChillerUnitResult> chillers;
    std::vector<PumpUnitResult> pumps;
    std::vector<CoilUnitResult> coils;
    std::vector<DirectUnitResult> direct;
    std::vector<RejectorResult> towers;
    std::vector<RejectorResult> dryCoolers;
    std::vector<RejectorResult> waterSources;
    std::vector<ExchangerUnitResult> exchangers;
    std::vector<HeatReuseUnitResult> reuse;
    std::vector<TankUnitResult> tanks;
    std::vector<LoopResult> loops;
    std::vector<AirSideResult> airSides;
    LoopMode mode = LoopMode::Idle;  ///< of all heat of coils and own compressors
    Power airSideHeat;               ///< that outside air takes, before coils and compressors
    Power coilHeat;                  ///< of connected coolers, what is left for their water
    Power directHeat;
    Power tankGain;
    Power
        tankCharge;  ///< heat out of the water of tanks that are charged, less what others take up
    Power pumpPower;
    Power compressorPower;  ///< chillers and CRACs
    Power rejectionPower;   ///< fans of towers and dry coolers, source pumps, basin heaters,
                            ///< humidifiers
    Power reusePower;       ///< heat pumps
    Power rejected;         ///< to outside
    Power recovered;        ///< delivered to heat networks
    Power unmet;            ///< beyond the chillers' capacity; the water would warm up
    Power unserved;         ///< of coolers that nothing cools; in no other figure
    MassFlow water;         ///< make-up: evaporation, blow-down, drift, pads
    Power residual;
    double relativeResidual = 0.0;
    std::vector<Issue> issues;
};

/// Solves the plant for the heat of its coolers. Links of other kinds lead nowhere. Issues:
/// cooling.out-of-range (only information where the clamp overstates the power),
/// cooling.over-capacity, cooling.no-source, cooling.warm-supply, cooling.icing,
/// cooling.warm-discharge, cooling.water-circle.
/// Fails with InvalidArgument (a figure is negative or no number), DuplicateId, DanglingReference.
/// Thread-safe.
[[nodiscard]] Result<PlantResult> solvePlant(const PlantInput& input);

/// Water temperature that each chilled-water cooler should get, by the set-points, in the order of
/// `input.coils`; needs no heat yet, so that a room can be solved first. Fails like solvePlant.
[[nodiscard]] Result<std::vector<CoilUnitResult>> coilWater(const PlantInput& input);

}  // namespace halltwin::cooling

template <>
struct halltwin::EnumNames<halltwin::cooling::LoopMode> {
    static constexpr std::array<std::string_view, 4> names{"idle", "free", "mixed", "mechanical"};
};
