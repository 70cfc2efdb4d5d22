// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/hydraulic_elements.h"
#include "model/core/error.h"
#include "model/core/units.h"

#include <array>
#include <optional>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view pipeSizeSource =
    "steel pipe of ASME B36.10M, wall STD (schedule 40 up to DN 250)";
inline constexpr std::string_view pipeVelocitySource =
    "at most 2 m/s up to DN 150 and 3 m/s above (typical value within the 1.2 to 3 m/s that the "
    "ASHRAE Handbook, Fundamentals, gives for general service), and 400 Pa/m (the same)";
inline constexpr std::string_view pipeInsulationSource =
    "13 mm up to DN 32 and 25 mm above, as ANSI/ASHRAE/IES 90.1 asks for chilled water of 4 to 16 "
    "°C; 0.036 W/(m K) elastomeric foam and 9 W/(m² K) to still air (typical values)";
inline constexpr std::string_view pipeGainFormula =
    "gain = length · (surroundings − water) / (ln(outer / inner) / (2 π k) + 1 / (h π outer))";

/// A nominal size of steel pipe.
struct PipeSize {
    int dn = 0;      ///< nominal diameter, mm
    Length outside;  ///< diameter
    Length wall;

    [[nodiscard]] constexpr Length bore() const { return outside - wall * 2.0; }
};

inline constexpr std::size_t pipeSizeCount = 23;
[[nodiscard]] const std::array<PipeSize, pipeSizeCount>& pipeSizes();

/// Speed of water that a pipe of this bore is chosen for at most.
[[nodiscard]] Velocity velocityLimit(Length bore);

/// Loss of pressure along a pipe that it is chosen for at most, per metre.
inline constexpr Pressure dropLimit = pascals(400.0);

/// The smallest size that keeps both limits with water of 20 °C; none where even the largest does
/// not.
[[nodiscard]] std::optional<PipeSize> sizeFor(VolumeFlow flow);

/// The nominal size whose bore is nearest.
[[nodiscard]] PipeSize nearestSize(Length bore);

/// Thickness that a pipe has where nothing is drawn.
[[nodiscard]] Length usualInsulation(Length bore);

/// Water of this temperature, which may be below zero or above boiling: read at 0…100 °C then.
/// Source: viscosity 2.414e-5 Pa s · 10^(247.8 / (T − 140 K)), good to 2.5 %; density a parabola
/// through 999.8, 992.2 and 971.8 kg/m³ at 0, 40 and 80 °C.
[[nodiscard]] HydraulicFluid waterAt(Temperature temperature);

/// A supply and a return pipe side by side, of equal size.
struct PipePair {
    Length length;  ///< one way, without fittings
    Length bore;
    Length insulation;
    VolumeFlow flow;
    Temperature supply;
    Temperature returning;
    Temperature surroundings;
};

/// Bends, tees and valves add this share to the length (typical value).
inline constexpr double fittingShare = 0.5;

struct PipePairState {
    Velocity velocity;
    double reynolds = 0.0;
    Pressure drop;  ///< of both pipes with their fittings
    Pressure dropPerMetre;
    Power gain;           ///< of heat from around both; negative where they warm their surroundings
    bool isFast = false;  ///< above the limit
};

/// Fails with InvalidArgument where a figure is no number, a length or flow negative or the bore
/// not above zero.
[[nodiscard]] Result<PipePairState> pipePairAt(const PipePair& pair);

}  // namespace halltwin::cooling
