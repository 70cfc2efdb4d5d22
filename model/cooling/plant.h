// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/chiller.h"
#include "model/cooling/pump.h"
#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view plantFormula = "rejected = coil heat + pump power + compressor "
                                                 "power; units in parallel share in proportion to "
                                                 "capacity (chillers) and rated flow (pumps)";

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

/// Chiller → pump set, or pump set → chilled-water cooler.
struct PlantLink {
    ItemId from;
    ItemId to;
};

struct PlantInput {
    std::vector<ChillerUnit> chillers;
    std::vector<PumpUnit> pumps;
    std::vector<CoilUnit> coils;
    std::vector<DirectUnit> direct;
    std::vector<PlantLink> links;
    Temperature outdoorDryBulb = celsius(25.0);        ///< into air-cooled condensers
    Temperature condenserWaterSupply = celsius(24.0);  ///< into water-cooled condensers
    BeyondRange beyondRange = BeyondRange::Clamp;
};

struct ChillerUnitResult {
    ItemId id;
    ChillerResult state;
};

struct PumpUnitResult {
    ItemId id;
    Power coilHeat;  ///< of the coolers that it serves, its share of them
    PumpResult state;
};

struct CoilUnitResult {
    ItemId id;
    bool connected = false;  ///< a chiller feeds a pump set that feeds it
    Temperature waterIn;     ///< mean of its chillers by their share; meaningless if not connected
};

struct DirectUnitResult {
    ItemId id;
    Power heat;
    double cop = 0.0;
    Power power;
};

/// Results in the order of the input, and the books:
/// rejected = coilHeat + pumpPower + directHeat + compressorPower − unmet + residual.
struct PlantResult {
    std::vector<ChillerUnitResult> chillers;
    std::vector<PumpUnitResult> pumps;
    std::vector<CoilUnitResult> coils;
    std::vector<DirectUnitResult> direct;
    Power coilHeat;  ///< of connected coolers
    Power directHeat;
    Power pumpPower;
    Power compressorPower;  ///< chillers and CRACs
    Power rejected;         ///< to outside
    Power unmet;            ///< beyond the chillers' capacity; the water would warm up
    Power unserved;         ///< of coolers that no chiller feeds; in no other figure
    Power residual;
    double relativeResidual = 0.0;
    std::vector<Issue> issues;
};

/// Solves the plant for the heat of its coolers. Links other than chiller → pump → cooler lead
/// nowhere. Issues: cooling.out-of-range (only information where the clamp overstates the power),
/// cooling.over-capacity, cooling.no-source.
/// Fails with InvalidArgument (a figure is negative or no number), DuplicateId, DanglingReference.
/// Thread-safe.
[[nodiscard]] Result<PlantResult> solvePlant(const PlantInput& input);

/// Water temperature that each chilled-water cooler gets, in the order of `input.coils`; needs no
/// heat yet, so that a room can be solved first. Fails like solvePlant.
[[nodiscard]] Result<std::vector<CoilUnitResult>> coilWater(const PlantInput& input);

}  // namespace halltwin::cooling
