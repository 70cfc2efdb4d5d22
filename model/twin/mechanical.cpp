// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/mechanical.h"

#include "model/cooling/air_cooler.h"
#include "model/cooling/loops.h"
#include "model/project/connections.h"
#include "model/twin/coolant.h"

#include <algorithm>
#include <map>
#include <set>

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

template <class Spec>
bool addSource(const Item& item, const CatalogEntry& entry,
               std::vector<cooling::SourceUnit<Spec>>& units) {
    const auto* spec = entry.as<Spec>();
    if (spec == nullptr) return false;
    units.push_back(
        {item.id, item.label, *spec, item.supplyTemperature.value_or(spec->defaultSupply)});
    return true;
}

/// What cools or stores water without a compressor.
bool addFreeSource(const Project& project, const Item& item, const CatalogEntry& entry,
                   cooling::PlantInput& input) {
    if (const auto* reuse = entry.as<HeatReuseSpec>()) {
        input.reuse.push_back({item.id, item.label, *reuse});
        return true;
    }
    if (const auto* tank = entry.as<TankSpec>()) {
        const Hall* hall = project.halls.find(item.hall);
        const bool outside = hall != nullptr && hall->kind == HallKind::Yard;
        input.tanks.push_back({item.id, item.label, *tank, outside});
        return true;
    }
    return addSource(item, entry, input.towers) || addSource(item, entry, input.dryCoolers) ||
           addSource(item, entry, input.exchangers) || addSource(item, entry, input.waterSources);
}

void addItem(const OperatingPoint& point, const Item& item, const Shared& shared,
             cooling::PlantInput& input) {
    const CatalogEntry* entry = point.catalog().find(item.catalogKey);
    if (entry == nullptr) return;
    if (addFreeSource(point.project(), item, *entry, input)) return;
    const PlantHeat& heat = shared.heat;
    if (const auto* cooler = entry->as<CoolerSpec>()) {
        addCooler(item, *cooler, heat, input);
    } else if (const auto* chiller = entry->as<ChillerSpec>()) {
        input.chillers.push_back({item.id, item.label, *chiller,
                                  item.supplyTemperature.value_or(chiller->defaultSupply)});
    } else if (const auto* pump = entry->as<PumpSpec>()) {
        input.pumps.push_back({item.id, item.label, *pump});
    } else if (entry->as<RearDoorSpec>()) {
        input.coils.push_back({item.id, item.label, heatOf(heat.coils, item.id)});
    } else if (const auto* cdu = entry->as<CduSpec>()) {
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
    const auto add = [&](const auto& list) {
        for (const auto& unit : list)
            units.push_back(unit.id);
    };
    add(input.chillers);
    add(input.pumps);
    add(input.coils);
    add(input.towers);
    add(input.dryCoolers);
    add(input.exchangers);
    add(input.waterSources);
    add(input.reuse);
    add(input.tanks);
    std::sort(units.begin(), units.end());
    const auto present = [&](ItemId id) {
        return std::binary_search(units.begin(), units.end(), id);
    };
    for (const CoolingLink& link : project.coolingLinks) {
        if (present(link.from) && present(link.to) && live(link.to))
            input.links.push_back({link.from, link.to});
    }
}

/// One place for each hall, with the mean of its coolers by air.
class AirSides {
public:
    AirSides(const OperatingPoint& point, const PlantHeat& heat) : m_point(point), m_heat(heat) {}

    void add(ItemId id, std::size_t place, bool isCoil) {
        const auto air = m_heat.air.find(id);
        if (air == m_heat.air.end()) return;
        const HallId hall = m_point.project().items.find(id)->hall;
        cooling::AirSide& side = m_sides[hall];
        side.hall = hall;
        (isCoil ? side.coils : side.direct).push_back(place);
        const CoolerAir& through = air->second;
        side.air += through.dryAir;
        const double part = through.dryAir / side.air;
        side.returning = side.returning + (through.returning - side.returning) * part;
        side.supply = side.supply + (through.supply - side.supply) * part;
    }

    [[nodiscard]] std::vector<cooling::AirSide> take() const {
        std::vector<cooling::AirSide> sides;
        for (const auto& [hall, side] : m_sides)
            sides.push_back(side);
        return sides;
    }

private:
    const OperatingPoint& m_point;
    const PlantHeat& m_heat;
    std::map<HallId, cooling::AirSide> m_sides;
};

void addAirSides(const OperatingPoint& point, const PlantHeat& heat, cooling::PlantInput& input) {
    if (heat.air.empty()) return;
    AirSides sides(point, heat);
    for (std::size_t n = 0; n < input.coils.size(); ++n)
        sides.add(input.coils[n].id, n, true);
    for (std::size_t n = 0; n < input.direct.size(); ++n)
        sides.add(input.direct[n].id, n, false);
    input.airSides = sides.take();
}

/// Chillers that a pump set cools whose water something cools in turn.
std::set<ItemId> waterCooledChillers(const cooling::PlantInput& input) {
    std::set<ItemId> cooled;
    const auto loops = cooling::loopsOf(input);
    if (!loops) return cooled;
    for (std::size_t n = 0; n < input.chillers.size(); ++n)
        if (!loops->pumpsOfChiller[n].empty()) cooled.insert(input.chillers[n].id);
    return cooled;
}

/// Chillers whose condensers lost the pump sets or towers that serve them stop.
void stopUncooledChillers(const OperatingPoint& point, const IsLive& live,
                          cooling::PlantInput& input) {
    const auto& items = point.project().items;
    const bool allLive =
        std::all_of(items.begin(), items.end(), [&](const Item& item) { return live(item.id); });
    if (allLive || input.chillers.empty()) return;
    const std::set<ItemId> usual =
        waterCooledChillers(plantInput(point, {}, [](ItemId) { return true; }));
    const std::set<ItemId> now = waterCooledChillers(input);
    const auto stops = [&](ItemId id) { return usual.contains(id) && !now.contains(id); };
    std::erase_if(input.links,
                  [&](const auto& link) { return stops(link.from) || stops(link.to); });
    std::erase_if(input.chillers, [&](const auto& unit) { return stops(unit.id); });
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
    addAirSides(point, heat, input);
    addLinks(point.project(), live, input);
    stopUncooledChillers(point, live, input);
    input.outdoors = point.outdoors();
    input.condenserWaterSupply = point.project().site.condenserWaterSupply;
    input.beyondRange = cooling::BeyondRange::CarnotFraction;
    input.control = point.project().plant;
    return input;
}

PowerByItem mechanicalPower(const OperatingPoint& point, const cooling::PlantResult& plant) {
    PowerByItem power;
    for (const Item& item : point.project().items) {
        const CatalogEntry* entry = point.catalog().find(item.catalogKey);
        if (entry == nullptr) continue;
        if (const auto* cooler = entry->as<CoolerSpec>()) {
            power.emplace(item.id, fanPowerOf(item, *cooler));
        } else if (const auto* cdu = entry->as<CduSpec>()) {
            power.emplace(item.id, cdu->pumpPower);
        } else if (drawsPower(entry->kind) && !entry->as<RackSpec>()) {
            power.emplace(item.id, Power{});
        }
    }
    for (const auto& unit : plant.direct)
        power[unit.id] += unit.power;
    for (const auto& unit : plant.pumps)
        power[unit.id] += unit.state.power;
    for (const auto& unit : plant.chillers)
        power[unit.id] += unit.state.power;
    for (const auto* units : {&plant.towers, &plant.dryCoolers, &plant.waterSources})
        for (const auto& unit : *units)
            power[unit.id] += unit.power;
    for (const auto& unit : plant.reuse)
        power[unit.id] += unit.state.power;
    for (const auto& side : plant.airSides)
        for (const ItemId cooler : side.coolers)
            power[cooler] += side.humidifierPower / static_cast<double>(side.coolers.size());
    return power;
}

}  // namespace halltwin::twin
