// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/coolant.h"

#include <algorithm>
#include <map>
#include <vector>

namespace halltwin::twin {
namespace {

std::map<ItemId, std::vector<ItemId>> unitsByLoad(const OperatingPoint& point) {
    const Project& project = point.project();
    std::map<ItemId, std::vector<ItemId>> units;
    for (const CoolingLink& link : project.coolingLinks) {
        const Item* from = project.items.find(link.from);
        if (from == nullptr || point.spec<CduSpec>(*from) == nullptr) continue;
        std::vector<ItemId>& list = units[link.to];
        if (std::find(list.begin(), list.end(), link.from) == list.end()) list.push_back(link.from);
    }
    return units;
}

}  // namespace

LiquidShares shareLiquid(const OperatingPoint& point, const PowerByItem& liquid) {
    LiquidShares shares;
    for (const Item& item : point.project().items) {
        if (point.spec<CduSpec>(item)) shares.cdus.emplace(item.id, Power{});
    }
    const auto units = unitsByLoad(point);
    for (const auto& [id, heat] : liquid) {
        const auto at = units.find(id);
        if (at == units.end()) {
            shares.direct.emplace(id, heat);
            continue;
        }
        for (const ItemId unit : at->second)
            shares.cdus[unit] += heat / static_cast<double>(at->second.size());
    }
    return shares;
}

Power pumpHeatToCoolant(const CduSpec& cdu) {
    return cdu.pumpPower * (1.0 - cdu.roomShare);
}

Power pumpHeatToRoom(const CduSpec& cdu) {
    return cdu.pumpPower * cdu.roomShare;
}

std::vector<CduAnswer> cduAnswers(const OperatingPoint& point, const PowerByItem& liquid,
                                  const cooling::PlantResult& plant) {
    std::vector<CduAnswer> answers;
    for (const auto& [id, heat] : shareLiquid(point, liquid).cdus) {
        const auto& spec = *point.spec<CduSpec>(*point.project().items.find(id));
        CduAnswer answer{id, heat, heat / spec.rating, {}};
        const auto coil = std::find_if(plant.coils.begin(), plant.coils.end(),
                                       [&](const auto& each) { return each.id == id; });
        if (coil != plant.coils.end() && coil->connected) {
            answer.supply = coil->waterIn + spec.approach * answer.loading;
        }
        answers.push_back(answer);
    }
    return answers;
}

}  // namespace halltwin::twin
