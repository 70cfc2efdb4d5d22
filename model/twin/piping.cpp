// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/piping.h"

#include "model/cooling/pump.h"
#include "model/project/footprint.h"
#include "model/twin/coolant.h"
#include "model/twin/pump_head.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace halltwin::twin {

namespace {

constexpr Temperature hallAir = celsius(25.0);                // around pipes in a data hall
constexpr TemperatureDifference coolantRise = kelvins(10.0);  // across cold plates (typical value)
constexpr Length leastLength = metres(1.0);                   // of a drawn way between neighbours

template <class Results>
const typename Results::value_type* findById(const Results& results, ItemId id) {
    const auto at = std::find_if(results.begin(), results.end(),
                                 [id](const auto& each) { return each.id == id; });
    return at == results.end() ? nullptr : &*at;
}

VolumeFlow flowOf(Power heat, TemperatureDifference rise) {
    if (rise.si() <= 0.0 || heat.si() <= 0.0) return {};
    return heat / (cooling::waterDensity * cooling::waterSpecificHeat * rise);
}

/// Where links begin and end, and what flows through them.
class Network {
public:
    Network(const Project& project, const Catalog& catalog, const TwinResult& result)
        : m_project(project),
          m_catalog(catalog),
          m_result(result),
          m_heat(waterHeat(project, catalog, result)) {
        for (const cooling::LoopResult& loop : result.cooling.loops) {
            for (const ItemId pump : loop.pumps)
                m_loops.emplace(pump, &loop);
        }
        for (const auto& pump : result.cooling.pumps)
            m_pumps.emplace(pump.id, &pump);
        for (const auto& chiller : result.cooling.chillers)
            m_chillers.emplace(chiller.id, &chiller);
        for (const CoolingLink& link : project.coolingLinks)
            countLink(link);
    }

    [[nodiscard]] PipeAnswer answer(const CoolingLink& link) const {
        PipeAnswer answer{link.id, link.from, link.to, {}, {}, 0, false, false, false};
        fillWater(link, answer);
        cooling::PipePair& pair = answer.pair;
        answer.isLengthDrawn = link.length.has_value();
        pair.length = link.length.value_or(wayOf(link));
        answer.isBoreDrawn = link.bore.has_value();
        const auto chosen =
            cooling::sizeFor(designFlowOf(link)).value_or(cooling::pipeSizes().back());
        pair.bore = link.bore.value_or(chosen.bore());
        answer.dn = cooling::nearestSize(pair.bore).dn;
        pair.insulation = link.insulation.value_or(cooling::usualInsulation(pair.bore));
        pair.surroundings = surroundingsOf(link);
        if (!answer.hasWater) pair.supply = pair.returning = pair.surroundings;
        if (const auto state = cooling::pipePairAt(pair)) answer.state = *state;
        return answer;
    }

private:
    enum class Kind { FromSource, ToConsumer, Coolant, Other };

    [[nodiscard]] const CatalogEntry* entryOf(ItemId id) const {
        const Item* item = m_project.items.find(id);
        return item == nullptr ? nullptr : m_catalog.find(item->catalogKey);
    }

    [[nodiscard]] Kind kindOf(const CoolingLink& link) const {
        if (m_pumps.contains(link.to)) return Kind::FromSource;
        if (m_pumps.contains(link.from)) return Kind::ToConsumer;
        return findById(m_result.cdus, link.from) != nullptr ? Kind::Coolant : Kind::Other;
    }

    [[nodiscard]] Power heatOf(ItemId id) const {
        const auto at = m_heat.find(id);
        return at == m_heat.end() ? Power{} : at->second;
    }

    void countLink(const CoolingLink& link) {
        switch (kindOf(link)) {
            case Kind::FromSource: m_sourcesOfPump[link.to].push_back(link.from); return;
            case Kind::ToConsumer:
                m_pumpsOfConsumer[link.to].push_back(link.from);
                m_consumersOfPump[link.from].push_back(link.to);
                return;
            case Kind::Coolant: m_unitsOfLoad[link.to] += 1.0; return;
            case Kind::Other: return;
        }
    }

    [[nodiscard]] double ratedFlow(ItemId pump) const {
        const CatalogEntry* entry = entryOf(pump);
        const auto* spec = entry == nullptr ? nullptr : entry->as<PumpSpec>();
        return spec == nullptr ? 1.0 : spec->ratedFlow.si();
    }

    /// Part of a consumer's heat that this pump carries.
    [[nodiscard]] double partOf(ItemId pump, ItemId consumer) const {
        double sum = 0.0;
        for (const ItemId each : m_pumpsOfConsumer.at(consumer))
            sum += ratedFlow(each);
        return heatOf(consumer).si() * (sum > 0.0 ? ratedFlow(pump) / sum : 1.0);
    }

    [[nodiscard]] double shareOfConsumer(ItemId pump, ItemId consumer) const {
        const auto& all = m_consumersOfPump.at(pump);
        const auto [known, isNew] = m_partsOfPump.try_emplace(pump, 0.0);
        if (isNew) {
            for (const ItemId each : all)
                known->second += partOf(pump, each);
        }
        if (known->second <= 0.0) return 1.0 / static_cast<double>(all.size());
        return partOf(pump, consumer) / known->second;
    }

    /// Units of a kind share a loop's water by heat; it passes the kinds one after the other.
    [[nodiscard]] double shareOfSource(ItemId pump, ItemId source) const {
        const CatalogEntry* own = entryOf(source);
        double sum = 0.0;
        double count = 0.0;
        for (const ItemId each : m_sourcesOfPump.at(pump)) {
            const CatalogEntry* other = entryOf(each);
            if (own != nullptr && (other == nullptr || other->kind != own->kind)) continue;
            sum += heatOfSource(each);
            count += 1.0;
        }
        return sum > 0.0 ? heatOfSource(source) / sum : 1.0 / std::max(count, 1.0);
    }

    [[nodiscard]] double heatOfSource(ItemId id) const {
        const cooling::PlantResult& plant = m_result.cooling;
        if (const auto at = m_chillers.find(id); at != m_chillers.end())
            return at->second->state.heat.si();
        for (const auto* list : {&plant.towers, &plant.dryCoolers, &plant.waterSources}) {
            if (const auto* unit = findById(*list, id)) return unit->heat.si();
        }
        if (const auto* unit = findById(plant.exchangers, id)) return unit->heat.si();
        const auto* reuse = findById(plant.reuse, id);
        return reuse == nullptr ? 0.0 : reuse->state.taken.si();
    }

    [[nodiscard]] static ItemId pumpOf(const CoolingLink& link, Kind kind) {
        return kind == Kind::FromSource ? link.to : link.from;
    }

    /// Part of its pump set's flow.
    [[nodiscard]] double shareOf(const CoolingLink& link, Kind kind) const {
        return kind == Kind::FromSource ? shareOfSource(link.to, link.from)
                                        : shareOfConsumer(link.from, link.to);
    }

    /// What a pipe is sized for: its part of the rated flow; one that rests now, an even part.
    [[nodiscard]] VolumeFlow designFlowOf(const CoolingLink& link) const {
        const Kind kind = kindOf(link);
        if (kind == Kind::Coolant) return flowOf(heatOf(link.to), coolantRise);
        if (kind == Kind::Other) return {};
        const ItemId pump = pumpOf(link, kind);
        const double count = kind == Kind::FromSource
                                 ? static_cast<double>(m_sourcesOfPump.at(pump).size())
                                 : static_cast<double>(m_consumersOfPump.at(pump).size());
        const double share = shareOf(link, kind);
        return cubicMetresPerSecond(ratedFlow(pump) * (share > 0.0 ? share : 1.0 / count));
    }

    void fillWater(const CoolingLink& link, PipeAnswer& answer) const {
        const Kind kind = kindOf(link);
        if (kind == Kind::Coolant) return fillCoolant(link, answer);
        if (kind == Kind::Other) return;
        const ItemId pump = pumpOf(link, kind);
        answer.pair.flow = m_pumps.at(pump)->state.flow * shareOf(link, kind);
        const auto loop = m_loops.find(pump);
        if (loop == m_loops.end()) return;
        answer.hasWater = answer.pair.flow.si() > 0.0;
        answer.pair.supply = loop->second->supply;
        answer.pair.returning = loop->second->returning;
        if (kind == Kind::FromSource) fillSource(link.from, *loop->second, answer.pair);
    }

    /// A loop's water passes what cools without a compressor first, then the chillers.
    void fillSource(ItemId source, const cooling::LoopResult& loop, cooling::PipePair& pair) const {
        const auto capacity = loop.flow * cooling::waterDensity * cooling::waterSpecificHeat;
        if (capacity.si() <= 0.0) return;
        const cooling::PlantResult& plant = m_result.cooling;
        for (const auto* list : {&plant.towers, &plant.dryCoolers, &plant.waterSources}) {
            const auto* unit = findById(*list, source);
            if (unit == nullptr || unit->heat.si() <= 0.0) continue;
            pair.supply = unit->leaving;
            pair.returning = unit->entering;
        }
        if (m_chillers.contains(source)) {
            pair.returning = loop.supply + loop.mechanical / capacity;
        } else if (const auto* exchanger = findById(plant.exchangers, source)) {
            pair.supply = exchanger->hotOut;
            pair.returning = exchanger->hotIn;
        } else if (findById(plant.reuse, source) != nullptr) {
            Power taken;
            for (const auto& reuse : plant.reuse) {
                const auto& all = loop.sources;
                const bool isHere = std::find(all.begin(), all.end(), reuse.id) != all.end();
                if (isHere) taken += reuse.state.taken;
            }
            pair.supply = loop.returning - taken / capacity;
        }
    }

    void fillCoolant(const CoolingLink& link, PipeAnswer& answer) const {
        const CduAnswer& unit = *findById(m_result.cdus, link.from);
        const Power heat = heatOf(link.to) / m_unitsOfLoad.at(link.to);
        answer.pair.flow = flowOf(heat, coolantRise);
        if (!unit.supply) return;
        answer.hasWater = heat.si() > 0.0;
        answer.pair.supply = *unit.supply;
        answer.pair.returning = *unit.supply + coolantRise;
    }

    [[nodiscard]] std::optional<Point> middleOf(ItemId id) const {
        const Item* item = m_project.items.find(id);
        const Hall* hall = item == nullptr ? nullptr : m_project.halls.find(item->hall);
        if (hall == nullptr) return std::nullopt;
        const Point middle = footprintOf(*item, m_catalog).centre();
        return Point{hall->origin.x + middle.x, hall->origin.y + middle.y};
    }

    [[nodiscard]] Length wayOf(const CoolingLink& link) const {
        const auto from = middleOf(link.from);
        const auto to = middleOf(link.to);
        if (!from || !to) return leastLength;
        const double way = std::abs((to->x - from->x).si()) + std::abs((to->y - from->y).si());
        return std::max(leastLength, metres(way));
    }

    /// The mean of what is around both ends.
    [[nodiscard]] Temperature surroundingsOf(const CoolingLink& link) const {
        const Temperature one = airAt(link.from);
        return one + (airAt(link.to) - one) * 0.5;
    }

    [[nodiscard]] Temperature airAt(ItemId id) const {
        const Item* item = m_project.items.find(id);
        const Hall* hall = item == nullptr ? nullptr : m_project.halls.find(item->hall);
        if (hall == nullptr || hall->kind == HallKind::DataHall) return hallAir;
        return hall->kind == HallKind::Yard ? m_project.site.outdoorDryBulb
                                            : hall->plantRoomTemperature;
    }

    using Ids = std::vector<ItemId>;

    const Project& m_project;
    const Catalog& m_catalog;
    const TwinResult& m_result;
    PowerByItem m_heat;
    std::unordered_map<ItemId, const cooling::LoopResult*> m_loops;
    std::unordered_map<ItemId, const cooling::PumpUnitResult*> m_pumps;
    std::unordered_map<ItemId, const cooling::ChillerUnitResult*> m_chillers;
    std::unordered_map<ItemId, Ids> m_sourcesOfPump;
    std::unordered_map<ItemId, Ids> m_pumpsOfConsumer;
    std::unordered_map<ItemId, Ids> m_consumersOfPump;
    std::unordered_map<ItemId, double> m_unitsOfLoad;
    mutable std::unordered_map<ItemId, double> m_partsOfPump;  ///< sums, once each
};

/// Racks and tanks: their devices' part that goes to the coolant.
Power liquidHeat(const CatalogEntry& entry, const TwinResult& result, ItemId id) {
    const auto* rack = entry.as<RackSpec>();
    const auto power = result.rackPower.find(id);
    if (rack == nullptr || power == result.rackPower.end()) return {};
    return power->second * rack->liquidFraction;
}

}  // namespace

const PipeAnswer* Piping::pipe(CoolingLinkId id) const {
    const auto at = std::lower_bound(
        pipes.begin(), pipes.end(), id,
        [](const PipeAnswer& pipe, CoolingLinkId wanted) { return pipe.id < wanted; });
    return at == pipes.end() || at->id != id ? nullptr : &*at;
}

const PumpHead* Piping::head(ItemId pump) const {
    const auto at = std::find_if(heads.begin(), heads.end(),
                                 [pump](const PumpHead& each) { return each.pump == pump; });
    return at == heads.end() ? nullptr : &*at;
}

PowerByItem waterHeat(const Project& project, const Catalog& catalog, const TwinResult& result) {
    PowerByItem heat;
    for (const RoomAnswer& room : result.rooms) {
        for (const auto& cooler : room.air.coolers)
            heat[cooler.id] = cooler.coilHeat;
    }
    std::map<HallId, std::vector<ItemId>> doors;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        if (entry == nullptr) continue;
        if (entry->kind == ItemKind::RearDoor) doors[item.hall].push_back(item.id);
        if (const Power liquid = liquidHeat(*entry, result, item.id); liquid.si() > 0.0)
            heat[item.id] = liquid;
    }
    for (const auto& [hall, ids] : doors) {
        const RoomAnswer* room = result.room(hall);
        for (const ItemId id : ids) {
            if (room != nullptr)
                heat[id] = room->air.books.rearDoors / static_cast<double>(ids.size());
        }
    }
    for (const CduAnswer& unit : result.cdus) {
        const Item* item = project.items.find(unit.id);
        const CatalogEntry* entry = item == nullptr ? nullptr : catalog.find(item->catalogKey);
        const auto* spec = entry == nullptr ? nullptr : entry->as<CduSpec>();
        heat[unit.id] = unit.heat + (spec == nullptr ? Power{} : pumpHeatToCoolant(*spec));
    }
    for (const auto& chiller : result.cooling.chillers)
        heat[chiller.id] = chiller.state.heat + chiller.state.power;
    for (const auto& exchanger : result.cooling.exchangers)
        heat[exchanger.id] = exchanger.heat;
    return heat;
}

std::vector<BranchFlow> Piping::starved() const {
    std::map<ItemId, BranchFlow> worst;
    for (const PumpHead& each : heads)
        for (const BranchFlow& branch : each.branches) {
            if (!branch.isStarved()) continue;
            const auto [at, isNew] = worst.emplace(branch.consumer, branch);
            if (!isNew && branch.share() < at->second.share()) at->second = branch;
        }
    std::vector<BranchFlow> branches;
    for (const auto& [id, branch] : worst)
        branches.push_back(branch);
    return branches;
}

Piping pipingOf(const Project& project, const Catalog& catalog, const TwinResult& result) {
    const Network network(project, catalog, result);
    Piping piping;
    piping.pipes.reserve(project.coolingLinks.size());
    for (const CoolingLink& link : project.coolingLinks)
        piping.pipes.push_back(network.answer(link));
    for (const cooling::LoopResult& loop : result.cooling.loops) {
        for (const PumpHead& head : pumpHeads(loop, {project, catalog, result, piping.pipes}))
            piping.heads.push_back(head);
    }
    return piping;
}

}  // namespace halltwin::twin
