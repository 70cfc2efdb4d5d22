// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/plant.h"

#include "model/cooling/plant_issues.h"
#include "model/cooling/prepared_plant.h"

namespace halltwin::cooling {

Result<std::vector<CoilUnitResult>> coilWater(const PlantInput& input) {
    const auto plant = PreparedPlant::of(input);
    if (!plant) return tl::unexpected(plant.error());
    return plant->wantedWater();
}

PlantLoad loadOf(const PlantInput& input) {
    PlantLoad load;
    for (const CoilUnit& unit : input.coils)
        load.coils.push_back(unit.heat);
    for (const DirectUnit& unit : input.direct)
        load.direct.push_back(unit.heat);
    load.outdoors = input.outdoors;
    return load;
}

Result<PlantResult> solvePlant(const PlantInput& input) {
    const auto plant = PreparedPlant::of(input);
    if (!plant) return tl::unexpected(plant.error());
    auto result = plant->solve(loadOf(input));
    if (!result) return result;
    nameLoops(*plant, *result);
    result->issues = plantIssues(*plant, *result);
    return result;
}

}  // namespace halltwin::cooling
