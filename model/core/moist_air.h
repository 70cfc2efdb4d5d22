// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <string_view>

namespace halltwin {

inline constexpr std::string_view moistAirSource =
    "ASHRAE Handbook of Fundamentals 2017, ch. 1; saturation: R. Hyland, A. Wexler (1983)";

using SpecificEnergyDim = Dimension<2, 0, -2, 0, 0, 0>;
using SpecificEnergy = Quantity<SpecificEnergyDim>;
inline constexpr Unit<SpecificEnergyDim> joulesPerKilogram{1.0};

/// Pressure of saturated water vapour, over ice below 0 °C; −100…200 °C, beyond that the value at
/// the end.
[[nodiscard]] Pressure saturationPressure(Temperature temperature);

/// Air with vapour. All figures are per kilogram of the dry air in it.
struct MoistAir {
    Temperature dryBulb;
    double humidityRatio = 0.0;  ///< kg of vapour / kg of dry air
    Pressure pressure = pascals(101325.0);

    bool operator==(const MoistAir&) const = default;
};

/// Air of a relative humidity of 0…1 (clamped to it).
[[nodiscard]] MoistAir airOfHumidity(Temperature dryBulb, double relativeHumidity,
                                     Pressure pressure);

/// Air whose vapour condenses at `dewPoint`, or saturated air where that is above its temperature.
[[nodiscard]] MoistAir airOfDewPoint(Temperature dryBulb, Temperature dewPoint, Pressure pressure);

/// Air of a wet bulb, or saturated air where that is above its temperature. Never below dry.
[[nodiscard]] MoistAir airOfWetBulb(Temperature dryBulb, Temperature wetBulb, Pressure pressure);

[[nodiscard]] double relativeHumidity(const MoistAir& air);

/// Where its vapour begins to condense, or to freeze. Dry air: −100 °C.
[[nodiscard]] Temperature dewPoint(const MoistAir& air);

/// Thermodynamic wet bulb: what air comes to by evaporating water of its own temperature into it.
[[nodiscard]] Temperature wetBulb(const MoistAir& air);

/// Above dry air and liquid water at 0 °C.
[[nodiscard]] SpecificEnergy enthalpy(const MoistAir& air);

/// Mass of air and vapour / volume.
[[nodiscard]] Density density(const MoistAir& air);

}  // namespace halltwin
