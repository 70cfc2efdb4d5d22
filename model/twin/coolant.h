// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/twin/electrical.h"
#include "model/twin/twin.h"

namespace halltwin::twin {

/// Who takes the heat of cold plates and baths.
struct LiquidShares {
    PowerByItem direct;  ///< by rack or tank: straight into the chilled water
    PowerByItem cdus;    ///< by coolant distribution unit; one with nothing to do has 0
};

/// What hangs on several units gives each an even part.
[[nodiscard]] LiquidShares shareLiquid(const OperatingPoint& point, const PowerByItem& liquid);

/// Pump heat of a unit that its coolant takes; the rest warms its room.
[[nodiscard]] Power pumpHeatToCoolant(const CduSpec& cdu);
[[nodiscard]] Power pumpHeatToRoom(const CduSpec& cdu);

/// Load and coolant temperature of each unit: supply = water in + approach · load / rating.
[[nodiscard]] std::vector<CduAnswer> cduAnswers(const OperatingPoint& point,
                                                const PowerByItem& liquid,
                                                const cooling::PlantResult& plant);

}  // namespace halltwin::twin
