// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/thermal/result.h"

#include <array>
#include <optional>
#include <string_view>

namespace halltwin::thermal {

/// Environmental classes of air-cooled IT equipment, ASHRAE TC 9.9, Thermal Guidelines for Data
/// Processing Environments, 5th ed. (2021). H1: high-density, air-cooled.
enum class AirClass { A1, A2, A3, A4, H1 };

inline constexpr std::array allAirClasses{AirClass::A1, AirClass::A2, AirClass::A3, AirClass::A4,
                                          AirClass::H1};

struct DryBulbRange {
    Temperature low;
    Temperature high;
};

/// Allowable dry-bulb temperature of intake air: A1 15–32 °C, A2 10–35, A3 5–40, A4 5–45, H1 5–25.
/// Above 900 m the upper limit falls by 1 K for each 300 m (A1, A2), 175 m (A3), 125 m (A4) and
/// 500 m (H1).
[[nodiscard]] DryBulbRange allowable(AirClass airClass, Length altitude);

/// The most demanding of A1 … A4 that still allows this intake; none beyond A4.
[[nodiscard]] std::optional<AirClass> airClassOf(Temperature intake, Length altitude);

/// Coldest height of a rack's intake; the mean where its intake is not known by height.
[[nodiscard]] Temperature coldestIntake(const RackResult& rack);

/// The most demanding of A1 … A4 that allows all of a rack's intake, from its coldest height to its
/// warmest cell; none beyond A4.
[[nodiscard]] std::optional<AirClass> airClassOf(const RackResult& rack, Length altitude);

/// Whether a class allows all of a rack's intake.
[[nodiscard]] bool allows(AirClass airClass, const RackResult& rack, Length altitude);

[[nodiscard]] std::string_view nameOf(AirClass airClass);

/// Classes of facility water, same source: supply at most 17, 27, 32, 40 or 45 °C, W+ beyond.
[[nodiscard]] std::string_view waterClassOf(Temperature supply);

}  // namespace halltwin::thermal
