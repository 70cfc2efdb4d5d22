// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/chiller.h"
#include "model/cooling/evaporative.h"
#include "model/cooling/heat_exchanger.h"
#include "model/core/error.h"
#include "model/core/moist_air.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view dryCoolerFormula =
    "heat = ε · C_least · (fluid in − air in); 1 / UA = 1 / hA_fluid + 1 / hA_air, hA_fluid ~ "
    "flow^0.85, hA_air ~ flow^0.8, hA_air / hA_fluid = 0.5 at the catalogue point; fan power by "
    "the drive's curve";
inline constexpr std::string_view dryCoolerSource =
    "effectiveness–NTU method as in LBNL's Modelica Buildings library, dry coolers: exponents and "
    "ratio of the films; fans of constant volume, so air flow and fan power follow the density";

/// A dry cooler whose conductance is that with which its catalogue point holds.
struct DryCooler {
    DryCoolerSpec spec;
    HeatCapacityRate fluid;  ///< at the catalogue point
    HeatCapacityRate air;
    HeatCapacityRate conductance;
};

struct DryCoolerPoint {
    Power heat;
    HeatCapacityRate fluid;
    MoistAir outdoor;
    Temperature wanted;  ///< leaving fluid; the fans hold it where they can
};

struct DryCoolerResult {
    Temperature entering;
    Temperature leaving;
    Temperature airIn;  ///< behind the pads
    double airShare = 0.0;
    Power fan;
    MassFlow evaporation;  ///< of the pads
    MassFlow bleed;
    bool holdsWanted = false;
    TemperatureDifference missedBy;       ///< leaving − wanted at full speed; 0 where it holds
    std::vector<RangeExcess> outOfRange;  ///< fluid flow outside 25…125 % of the catalogue point

    [[nodiscard]] MassFlow makeUp() const { return evaporation + bleed; }
};

/// Sizes the coil from its catalogue point. Fails with InvalidArgument where that cannot be: no
/// heat, fluid that warms, or air that would leave hotter than the fluid enters.
[[nodiscard]] Result<DryCooler> dryCoolerFrom(const DryCoolerSpec& spec);

/// State at a point: the least fan speed that holds the wanted fluid, or full speed and what it
/// comes to. Pads run only where full speed on dry air misses. Fails with InvalidArgument where
/// heat comes without flow or a figure is negative or no number.
[[nodiscard]] Result<DryCoolerResult> dryCoolerAt(const DryCooler& cooler,
                                                  const DryCoolerPoint& point);

}  // namespace halltwin::cooling
