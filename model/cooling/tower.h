// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/chiller.h"
#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view towerFormula =
    "leaving water = wet bulb + approach(wet bulb, range, liquid/gas); evaporation = heat / 2,430 "
    "kJ/kg; blow-down = evaporation / (cycles − 1)";
inline constexpr std::string_view towerSource =
    "YorkCalc approach polynomial: EnergyPlus Engineering Reference, CoolingTower:VariableSpeed; "
    "UA corrections: S. Scheier, as in CoolingTower:VariableSpeed:Merkel";
inline constexpr std::string_view fanCurveSource =
    "fan with variable-speed drive: ASHRAE 90.1 performance modelling (typical value)";

/// Share of design power that a fan on a variable-speed drive takes at a share of design flow.
[[nodiscard]] double fanPowerShare(double flowShare);

/// Where a law was fitted.
struct Bounds {
    double low = 0.0;
    double high = 0.0;
};

struct TowerPoint {
    Power heat;
    VolumeFlow water;
    Temperature wetBulb;
    Temperature wanted;                     ///< leaving water; the fan holds it where it can
    Pressure pressure = pascals(101325.0);  ///< of the air; Merkel only, YorkCalc knows no altitude
};

struct TowerResult {
    Temperature entering;
    Temperature leaving;
    double airShare = 0.0;  ///< of the design air flow, cycling included
    Power fan;
    MassFlow evaporation;
    MassFlow blowdown;
    MassFlow drift;
    bool holdsWanted = false;
    std::vector<RangeExcess> outOfRange;  ///< where the law was read at the end of its range

    [[nodiscard]] MassFlow makeUp() const { return evaporation + blowdown + drift; }
};

/// YorkCalc approach, K. `liquidGas`: water flow share / air flow share. The polynomial itself:
/// callers keep to its range.
[[nodiscard]] double yorkCalcApproach(double wetBulbC, double rangeK, double liquidGas);

/// Water flow, share of the design, for which a law holds.
[[nodiscard]] Bounds towerWaterBounds(TowerLaw law);

/// State of a tower. Fails with InvalidArgument where the specification or the point is unusable.
[[nodiscard]] Result<TowerResult> towerAt(const TowerSpec& spec, const TowerPoint& point);

}  // namespace halltwin::cooling
