// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rack_supply.h"

#include <algorithm>

namespace halltwin {

std::vector<StageFlow> supplyFlows(const RackSpec& rack, Power devices) {
    std::vector<StageFlow> flows;
    Power carried = devices;
    for (const SupplyStage& stage : rack.stages) {
        const double units = stage.units;
        const Power unit = (carried / units + stage.standing) / stage.efficiency;
        flows.push_back({carried, unit * units, unit});
        carried = unit * units;
    }
    return flows;
}

Power cordPower(const RackSpec& rack, Power devices) {
    const auto flows = supplyFlows(rack, devices);
    return (flows.empty() ? devices : flows.back().input) + rack.unconverted;
}

Power devicePowerOf(const RackSpec& rack, Power cords) {
    Power carried = cords - rack.unconverted;
    for (auto stage = rack.stages.rbegin(); stage != rack.stages.rend(); ++stage)
        carried = carried * stage->efficiency - stage->standing * static_cast<double>(stage->units);
    return std::max(carried, Power{});
}

}  // namespace halltwin
