// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view carnotFormula =
    "COP = COP_anchor · Carnot(T) / Carnot(T_anchor), Carnot = T_evaporating / lift";
inline constexpr std::string_view carnotSource =
    "constant fraction of the Carnot COP, anchored at a catalogue point; approach temperatures and "
    "least lift are typical values";

/// Typical values: how far the refrigerant is beyond the medium, and the least lift that
/// head-pressure control keeps.
inline constexpr TemperatureDifference evaporatorApproach = kelvins(2.0);
inline constexpr TemperatureDifference airCondenserApproach = kelvins(12.0);
inline constexpr TemperatureDifference waterCondenserApproach = kelvins(7.0);
inline constexpr TemperatureDifference leastLift = kelvins(15.0);
/// Evaporating temperature of a CRAC, and the outdoor temperature that its COP is stated at.
inline constexpr Temperature cracEvaporating = celsius(10.0);
inline constexpr Temperature cracRatedOutdoor = celsius(35.0);

/// Ideal COP between two refrigerant temperatures; the lift counts as at least `leastLift`.
[[nodiscard]] double carnotCop(Temperature evaporating, Temperature condensing);

/// COP of a CRAC's own compressor at an outdoor temperature: the fraction of Carnot at its rated
/// point (35 °C outdoors) kept constant.
[[nodiscard]] double cracCop(double ratedCop, Temperature outdoorDryBulb);

/// Compressor power of a CRAC, with its condenser fans as far as the rated COP counts them. Fails
/// with InvalidArgument where the heat is negative or the rated COP is not above zero.
[[nodiscard]] Result<Power> cracPower(Power heat, double ratedCop, Temperature outdoorDryBulb);

}  // namespace halltwin::cooling
