// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/moist_air.h"
#include "model/core/units.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view airEconomizerFormula =
    "mixed air = share · outside + (1 − share) · return; the share brings it to the wanted supply; "
    "cooling left = air · (enthalpy mixed − enthalpy supply)";
inline constexpr std::string_view airEconomizerSource =
    "ASHRAE Handbook of Fundamentals 2017, ch. 1 (mixing, adiabatic humidification); dew-point "
    "limits: ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, recommended range";

enum class Humidifier {
    None,
    Adiabatic,  ///< sprays or wet media: cools the air, takes little power
    Steam,      ///< electric boiler: keeps the temperature
};

enum class AirMode {
    Free,        ///< outside air and mixing alone give the supply
    Mixed,       ///< outside air, and mechanical cooling for the rest
    Mechanical,  ///< outside air is at its least share
};

struct AirEconomizer {
    Temperature highestDryBulb = celsius(60.0);   ///< outside air warmer than this is shut out
    Temperature lowestDewPoint = celsius(-9.0);   ///< of the supply; humidified up to it
    Temperature highestDewPoint = celsius(15.0);  ///< of outside air let in, and of the supply
    double leastShare = 0.02;                     ///< of outside air: fresh air and over-pressure
    Humidifier humidifier = Humidifier::Adiabatic;
    double sprayEnergyJKg = 36e3;  ///< of adiabatic humidifying, 10 Wh/kg (typical value)
};

struct AirEconomizerPoint {
    MoistAir outside;
    MoistAir returning;
    MassFlow dryAir;
    Temperature wanted;  ///< supply
};

struct AirEconomizerResult {
    AirMode mode = AirMode::Mechanical;
    double share = 0.0;  ///< of outside air
    MoistAir mixed;
    MoistAir supply;
    Power cooling;           ///< mechanical, sensible and latent
    Power dehumidification;  ///< the latent part of it
    Power heating;           ///< where the least share of outside air is too cold
    Power humidifierPower;   ///< electric
    MassFlow humidification;
    MassFlow condensate;
    bool isTooDry = false;  ///< no humidifier, and the supply is below the lowest dew point
};

/// State of an air-side economizer. Outside air is let in where it is colder and not damper than it
/// may be. The enthalpy of the humidifier's water is left out (below 1 % of its heat). Fails with
/// InvalidArgument where a figure cannot be.
[[nodiscard]] Result<AirEconomizerResult> airEconomizerAt(const AirEconomizer& economizer,
                                                          const AirEconomizerPoint& point);

}  // namespace halltwin::cooling
