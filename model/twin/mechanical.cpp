// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/mechanical.h"

#include "model/cooling/air_cooler.h"
#include "model/twin/coolant.h"

#include <algorithm>

namespace halltwin::twin {
namespace {

Power heatOf(const PowerByItem& heat, ItemId id) {
    const auto at = heat.find(id);
    return at == heat.end() ? Power{} : std::max(at->second, Power{});
}

void addCooler(const Item& item, const CoolerSpec& cooler, const PlantHeat& heat,
               cooling::PlantInput& input) {
    if (cooler.medium == CoolerMedium::ChilledWater) {
        input.coils.push_back({item.id, item.label, heatOf(heat.coils, item.id)});
    } else {
        input.direct.push_back({item.id, item.label, heatOf(heat.coils, item.id),
                                cooler.compressorCop, cooler.ratedCapacity});
    }
}

/// Heat that is to be taken, and by whom.
struct Shared {
    const PlantHeat& heat;
    LiquidShares liquid;
};

void addItem(const OperatingPoint& point, const Item& item, const Shared& shared,
             cooling::PlantInput& input) {
    const PlantHeat& heat = shared.heat;
    if (const auto* cooler = point.spec<CoolerSpec>(item)) {
        addCooler(item, *cooler, heat, input);
    } else if (const auto* chiller = point.spec<ChillerSpec>(item)) {
        input.chillers.push_back({item.id, item.label, *chiller,
                                  item.supplyTemperature.value_or(chiller->defaultSupply)});
    } else if (const auto* pump = point.spec<PumpSpec>(item)) {
        input.pumps.push_back({item.id, item.label, *pump});
    } else if (point.spec<RearDoorSpec>(item)) {
        input.coils.push_back({item.id, item.label, heatOf(heat.coils, item.id)});
    } else if (const auto* cdu = point.spec<CduSpec>(item)) {
        const Power taken = heatOf(shared.liquid.cdus, item.id);
        input.coils.push_back({item.id, item.label, taken + pumpHeatToCoolant(*cdu)});
    } else if (shared.liquid.direct.contains(item.id)) {
        input.coils.push_back({item.id, item.label, heatOf(shared.liquid.direct, item.id)});
    }
}

/// A distribution unit without power still has racks on its loop: their heat goes unserved.
void addDarkUnits(const OperatingPoint& point, const Shared& shared, const IsLive& live,
                  cooling::PlantInput& input) {
    for (const auto& [id, heat] : shared.liquid.cdus) {
        if (live(id) || heat <= Power{}) continue;
        input.coils.push_back({id, point.project().items.find(id)->label, heat});
    }
}

void addLinks(const Project& project, const IsLive& live, cooling::PlantInput& input) {
    std::vector<ItemId> units;
    for (const auto& unit : input.chillers)
        units.push_back(unit.id);
    for (const auto& unit : input.pumps)
        units.push_back(unit.id);
    for (const auto& unit : input.coils)
        units.push_back(unit.id);
    std::sort(units.begin(), units.end());
    const auto present = [&](ItemId id) {
        return std::binary_search(units.begin(), units.end(), id);
    };
    for (const CoolingLink& link : project.coolingLinks) {
        if (present(link.from) && present(link.to) && live(link.to))
            input.links.push_back({link.from, link.to});
    }
}

}  // namespace

double fanSpeedOf(const Item& cooler) {
    return cooler.fanSpeed.value_or(1.0);
}

Power fanPowerOf(const Item& cooler, const CoolerSpec& spec) {
    return cooling::fanPower(spec, fanSpeedOf(cooler));
}

cooling::PlantInput plantInput(const OperatingPoint& point, const PlantHeat& heat,
                               const IsLive& live) {
    cooling::PlantInput input;
    const Shared shared{heat, shareLiquid(point, heat.liquid)};
    for (const Item& item : point.project().items) {
        if (live(item.id)) addItem(point, item, shared, input);
    }
    addDarkUnits(point, shared, live, input);
    addLinks(point.project(), live, input);
    input.outdoors = point.outdoors();
    input.condenserWaterSupply = point.project().site.condenserWaterSupply;
    input.beyondRange = cooling::BeyondRange::CarnotFraction;
    return input;
}

PowerByItem mechanicalPower(const OperatingPoint& point, const cooling::PlantResult& plant) {
    PowerByItem power;
    for (const Item& item : point.project().items) {
        if (const auto* cooler = point.spec<CoolerSpec>(item)) {
            power.emplace(item.id, fanPowerOf(item, *cooler));
        } else if (const auto* cdu = point.spec<CduSpec>(item)) {
            power.emplace(item.id, cdu->pumpPower);
        } else if (point.spec<ChillerSpec>(item) || point.spec<PumpSpec>(item)) {
            power.emplace(item.id, Power{});
        }
    }
    for (const auto& unit : plant.direct)
        power[unit.id] += unit.power;
    for (const auto& unit : plant.pumps)
        power[unit.id] += unit.state.power;
    for (const auto& unit : plant.chillers)
        power[unit.id] += unit.state.power;
    return power;
}

}  // namespace halltwin::twin
