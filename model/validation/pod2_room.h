// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/validation/pod2_measured.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::validation {

/// What was not measured: the two parameters that were chosen once for both windows.
struct Pod2Unknowns {
    double supplyOpenShare = 0.25;  ///< mouths of the coolers' fans / supply opening
    double slotGap = 0.8;           ///< open share of rack slots without blanking panels
};

/// POD 2 with the heat and flows of a window. Racks in the order R01 … R12, coolers HDZ01 … HDZ04.
[[nodiscard]] thermal::RoomInput pod2Room(const Pod2Window& window, const Pod2Unknowns& unknowns);

/// How far an answer is from what was measured, K.
struct Pod2Errors {
    double intakeBias = 0.0;  ///< calculated − measured, mean over racks
    double intakeMeanAbs = 0.0;
    double intakeWorst = 0.0;
    double outletBias = 0.0;
    double returnWorst = 0.0;
    double rankCorrelation = 0.0;  ///< of rack intakes, Spearman
    double frontRms = 0.0;         ///< of the strips
    double rearRms = 0.0;
    double allRms = 0.0;
    double topOverMiddle = 0.0;  ///< calculated front strips: 2.0 m less 1.2 m, mean
};

/// Where a strip of sensors hangs in front of or behind three racks: strip 0 at racks 01–03.
struct Pod2Place {
    double xM = 0.0;
    double yM = 0.0;
};
enum class Pod2Side { Front, Rear };
[[nodiscard]] Pod2Place stripPlace(std::size_t strip, Pod2Side side);
inline constexpr std::array<double, 3> stripHeightsM{0.4, 1.2, 2.0};

/// Linear in height between the two nearest layers, mean of the columns beside the place.
[[nodiscard]] double temperatureAt(const thermal::RoomResult& result, const Pod2Place& place,
                                   double heightM);

[[nodiscard]] Pod2Errors pod2Errors(const thermal::RoomResult& result, const Pod2Window& window);

}  // namespace halltwin::validation
