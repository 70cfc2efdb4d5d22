// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/catalog.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view fanFormula = "fan power = rated · speed³, flow = rated · speed";
inline constexpr std::string_view fanSource =
    "fan affinity laws: ASHRAE Handbook, HVAC Systems and "
    "Equipment, ch. Fans";
inline constexpr std::string_view coilFormula = "capacity = ε · C_air · (return − water in), ε = 1 "
                                                "− exp(−NTU), NTU = NTU_rated · speed^(n − 1)";
inline constexpr std::string_view coilSource =
    "effectiveness–NTU method with the air side limiting, n = 0.8 for air over tubes (turbulent "
    "forced convection); NTU_rated from the catalogue's rated point";

/// Exponent n of the air-side conductance in the air flow: UA ~ flow^n.
inline constexpr double coilFlowExponent = 0.8;

/// Standard air, which cooler ratings are stated for.
inline constexpr Density ratedAirDensity = kilogramsPerCubicMetre(1.2);

/// Chilled-water coil of a CRAH, known from its rated point. Effectiveness relates to the air side:
/// the valve is taken to give the water flow that keeps air the limiting stream.
struct Coil {
    VolumeFlow ratedFlow;
    double ratedEffectiveness = 0.0;  ///< of ρ · c_p · ratedFlow · (return − water in), 0…1
};

/// Coil from the rated capacity, temperatures and air flow of a cooler. `density` is that of its
/// rating, not that of the site: thinner air lowers the capacity at use. Fails with InvalidArgument
/// where the rated point is impossible: no flow, return not above the water, or more heat than the
/// air can give down to the water's temperature.
[[nodiscard]] Result<Coil> coilFrom(const CoolerSpec& spec, Density density = ratedAirDensity);

/// State of the two streams that a coil or an own compressor sees.
struct CoilPoint {
    double speed = 1.0;  ///< flow / rated flow, 0…1
    Temperature airReturn = celsius(35.0);
    Temperature waterIn = celsius(15.0);
    Density density = ratedAirDensity;
};

/// Effectiveness at a fan speed: higher where the air is slower. Speed is clamped to 0…1.
[[nodiscard]] double coilEffectiveness(const Coil& coil, double speed);

/// Most heat that the coil can take from the air. Zero where the air is not warmer than the water.
[[nodiscard]] Power coilCapacity(const Coil& coil, const CoilPoint& point);

/// Coldest air that the coil can deliver at this point.
[[nodiscard]] Temperature coldestSupply(const Coil& coil, const CoilPoint& point);

/// Electric power of the fans; all of it is heat in the air stream. Speed is clamped to 0…1.
[[nodiscard]] Power fanPower(const CoolerSpec& spec, double speed);

[[nodiscard]] VolumeFlow fanFlow(const CoolerSpec& spec, double speed);

}  // namespace halltwin::cooling
