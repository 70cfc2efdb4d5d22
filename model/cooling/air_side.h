// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/core/error.h"

#include <vector>

namespace halltwin::cooling {

/// Heat of coolers that is left for water and compressors once outside air has taken its part, in
/// the order of the input, and what each hall's outside air does.
struct AirSideRelief {
    std::vector<Power> coils;
    std::vector<Power> direct;
    std::vector<AirSideResult> halls;
};

/// One state for all coolers of a hall, at their mean return and supply; limits of dew point are
/// those of air_economizer.h. The hall's air is as humid as what comes in, within the limits. Fails
/// as airEconomizerAt does.
[[nodiscard]] Result<AirSideRelief> relieve(const PlantInput& input,
                                            const std::vector<Power>& coils,
                                            const std::vector<Power>& direct,
                                            const PlantOutdoors& outdoors);

/// Books what outside air does with a solved plant.
void addAirSides(std::vector<AirSideResult> halls, PlantResult& result);

}  // namespace halltwin::cooling
