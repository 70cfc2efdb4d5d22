// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <span>

namespace halltwin::thermal {

/// Dry-bulb limits of IT intake air. Defaults: ASHRAE TC 9.9 (2021), recommended envelope and class
/// A2 allowable.
struct IntakeLimits {
    Temperature recommendedLow = celsius(18.0);
    Temperature recommendedHigh = celsius(27.0);
    Temperature allowableLow = celsius(10.0);
    Temperature allowableHigh = celsius(35.0);

    bool operator==(const IntakeLimits&) const = default;
};

/// What one device does to the air: mass flow and its temperatures on the way in and out.
struct AirPass {
    MassFlow flow;
    Temperature in;
    Temperature out;
};

/// Rack cooling index, per cent: 100 when no sample is above the recommended maximum, 0 when all
/// are at the allowable maximum on average. 96 or more is good, 90 or less poor. 100 without
/// samples. Source: M. Herrlin, ASHRAE Transactions 111 (2005).
[[nodiscard]] double rackCoolingIndexHigh(std::span<const Temperature> intakes,
                                          const IntakeLimits& limits = {});

/// As above for over-cooling, against the recommended and allowable minimum.
[[nodiscard]] double rackCoolingIndexLow(std::span<const Temperature> intakes,
                                         const IntakeLimits& limits = {});

/// Return temperature index, per cent: temperature rise over the room / rise over the equipment,
/// each weighted by mass flow. Above 100 air recirculates, below 100 cold air bypasses. 0 when
/// either side has no flow or no rise. Source: M. Herrlin, ASHRAE Transactions 114 (2008).
[[nodiscard]] double returnTemperatureIndex(std::span<const AirPass> racks,
                                            std::span<const AirPass> coolers);

/// Supply heat index, 0…1: share of the racks' enthalpy rise above the supply that happened before
/// their intake. Zero without heat. The return heat index is 1 − SHI. Source: R. Sharma, C. Bash,
/// C. Patel, AIAA 2002-3091.
[[nodiscard]] double supplyHeatIndex(std::span<const AirPass> racks, Temperature supply);

/// How a figure compares with its target.
enum class Rating { Good, Acceptable, Poor };

/// Of a rack cooling index, per cent: good from 96, poor up to 90. Source: Herrlin (2005).
[[nodiscard]] Rating rackCoolingRating(double index);
/// Of a return temperature index, per cent: good within 10 of 100, poor beyond 25. 100 is Herrlin's
/// target (2008); the bands are ours.
[[nodiscard]] Rating returnTemperatureRating(double index);
/// Of a supply heat index: good up to 0.2, poor above 0.4. 0 is the target of Sharma, Bash and
/// Patel (2002); the bands are ours.
[[nodiscard]] Rating supplyHeatRating(double index);
/// Of a recirculated or bypassed share: good up to 0.1, poor above 0.25. 0 is the target; the bands
/// are ours.
[[nodiscard]] Rating airShareRating(double share);
/// Of fan power by flow, W/(m³/s): good up to 1060 (0.5 W/cfm, better practice), poor above 1590
/// (0.75 W/cfm). Source: LBNL, Self-benchmarking Guide for Data Centers (2010).
[[nodiscard]] Rating fanPowerRating(double wattsPerM3S);

/// Mean of `in` or `out` weighted by mass flow; standard 20 °C without flow.
[[nodiscard]] Temperature meanIn(std::span<const AirPass> passes);
[[nodiscard]] Temperature meanOut(std::span<const AirPass> passes);

}  // namespace halltwin::thermal
