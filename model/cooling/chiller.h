// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/catalog.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view chillerFormula =
    "capacity = reference · CAPFT(x, y); PLR = heat / capacity; power = capacity / COP_ref · "
    "EIRFT(x, y) · EIRFPLR(PLR) · cycling; x = leaving water °C, y = entering condenser medium °C";
inline constexpr std::string_view chillerSource =
    "EnergyPlus Engineering Reference, Chiller:Electric:EIR; curves of the catalogue entry";

/// What stands for the chiller beyond the temperatures that its curves were fitted to.
enum class BeyondRange {
    Clamp,           ///< the curves at the nearest point of the range
    CarnotFraction,  ///< that point's COP, scaled with the Carnot COP from there to the true point
};

struct ChillerPoint {
    Power heat;  ///< to take from the water
    Temperature leavingWater = celsius(10.0);
    Temperature condenserIn = celsius(35.0);  ///< outdoor air, or entering condenser water
    BeyondRange beyondRange = BeyondRange::Clamp;
};

/// A value that lies outside the fitted range: the curves were read at the nearest end.
struct RangeExcess {
    std::string quantity;  ///< "leaving water" or "entering condenser medium"
    std::string unit;      ///< "°C"
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    bool conservative = false;  ///< less lift than fitted: the curves overstate the power
};

struct ChillerResult {
    Power capacity;           ///< at the temperatures, at PLR 1
    Power heat;               ///< taken from the water: asked for, or the largest part load's
    Power unmet;              ///< asked for and not taken
    double partLoad = 0.0;    ///< PLR = heat / capacity
    double cycling = 1.0;     ///< share of time running; below 1 under the least part load
    Power power;              ///< compressor (and fans of an air-cooled condenser, by its rating)
    double cop = 0.0;         ///< heat / power; 0 when idle
    Power clampedPower;       ///< by the curves at the nearest point of the range
    Power carnotPower;        ///< by the Carnot fraction; equals clampedPower within the range
    bool carnotUsed = false;  ///< `power` is not by the fitted curves
    std::vector<RangeExcess> outOfRange;
};

/// Capacity alone, for sharing load among chillers. Never negative.
[[nodiscard]] Power chillerCapacity(const ChillerSpec& spec, Temperature leavingWater,
                                    Temperature condenserIn);

/// State of a chiller at one point. Curves are never extrapolated: excesses are listed. Fails with
/// InvalidArgument where the specification or the heat is unusable (negative, no number, no COP).
[[nodiscard]] Result<ChillerResult> chillerAt(const ChillerSpec& spec, const ChillerPoint& point);

}  // namespace halltwin::cooling
