// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/rooms.h"

#include "model/cooling/air_cooler.h"
#include "model/cooling/heat_exchanger.h"
#include "model/core/air.h"
#include "model/project/connections.h"
#include "model/project/footprint.h"
#include "model/twin/coolant.h"

#include <algorithm>

namespace halltwin::twin {
namespace {

/// No room is colder than this, so a tank that gives its surface heat at it has heat to spare.
constexpr Temperature coldestRoom = celsius(0.0);

/// Cold supply and warm return average near this; the density of the whole room is taken there.
constexpr Temperature meanRoomAir = celsius(25.0);

Power find(const PowerByItem& map, ItemId id) {
    const auto at = map.find(id);
    return at == map.end() ? Power{} : at->second;
}

class RoomBuilder {
public:
    RoomBuilder(const OperatingPoint& point, const Hall& hall, const RoomSupply& supply)
        : m_point(point),
          m_supply(supply) {
        m_room.width = hall.width;
        m_room.depth = hall.depth;
        m_room.height = hall.height;
        m_room.floorVoid = hall.floorVoid;
        m_room.tilePitch = hall.tile;
        m_room.floorLeakage = hall.floorLeakage;
        m_room.ceilingVoid = hall.ceilingVoid;
        m_room.ceilingLeakage = hall.ceilingLeakage;
        // Cables run below the ceiling and warm the air all over, as the lights do.
        m_room.lightsHeat = lightsOf(hall) + cableHeatOf(hall.id, supply);
        m_room.peopleHeat = sensibleHeatPerPerson * static_cast<double>(hall.people);
        setEnvelope(hall);
        m_room.airDensity =
            airDensity(pressureAtAltitude(point.project().site.altitude), meanRoomAir);
    }

    void add(const Item& item) {
        const CatalogEntry* entry = m_point.catalog().find(item.catalogKey);
        if (entry == nullptr) return;
        m_box = footprintOf(item, *entry);
        m_height = sizeOf(item, *entry).height;
        if (const auto* rack = entry->as<RackSpec>()) addRack(item, *rack);
        if (const auto* cooler = entry->as<CoolerSpec>()) addCooler(item, *cooler);
        if (const auto* tile = entry->as<TileSpec>()) {
            m_room.tiles.push_back({item.id, m_box, m_box.area() * tile->openArea});
        }
        if (const auto* barrier = entry->as<BarrierSpec>()) {
            thermal::Barrier wall;
            wall.id = item.id;
            wall.footprint = m_box;
            wall.height = m_height;
            wall.leakage = barrier->leakage;
            wall.bottom = barrier->bottom;
            m_room.barriers.push_back(wall);
        }
        if (const auto* aisle = entry->as<ContainmentSpec>()) {
            addContainment(item, *aisle);
        }
        if (const auto* grille = entry->as<GrilleSpec>()) {
            m_room.grilles.push_back({item.id, m_box, m_box.area() * grille->openArea});
        }
        if (const auto* cdu = entry->as<CduSpec>()) {
            addBox(item.id, m_supply.live(item.id) ? pumpHeatToRoom(*cdu) : Power{});
        }
        const bool isStanding = entry->as<ElectricalSpec>() && !isMounted(entry->kind);
        const bool isPlant = coolsWater(entry->kind) || entry->kind == ItemKind::PumpSet;
        const bool isBox = isStanding || isPlant;
        if (isBox) addBox(item.id, find(m_supply.lossHeat, item.id));
    }

    [[nodiscard]] thermal::RoomInput take() { return std::move(m_room); }

private:
    void setEnvelope(const Hall& hall) {
        // Adiabatic sides keep their default: weather is not to make such a room another one.
        const Temperature outside = m_point.outdoorDryBulb();
        if (hall.wallTransmittance.si() > 0.0) {
            m_room.envelope.walls.fill({hall.wallTransmittance, outside});
        }
        if (hall.roofTransmittance.si() > 0.0) {
            m_room.envelope.roof = {hall.roofTransmittance, outside};
        }
    }

    void addBox(ItemId id, Power heat) {
        m_room.heatSources.push_back({id, m_box, m_height, heat});
    }

    void addContainment(const Item& item, const ContainmentSpec& spec) {
        thermal::Containment aisle{item.id, m_box, m_height, spec.leakage, item.rotation};
        switch (spec.kind) {
            case AisleKind::Cold: aisle.kind = thermal::ContainmentKind::Cold; break;
            case AisleKind::Hot: aisle.kind = thermal::ContainmentKind::Hot; break;
            case AisleKind::Chimney: aisle.kind = thermal::ContainmentKind::Chimney; break;
        }
        m_room.containments.push_back(aisle);
    }

    void addTank(const Item& item, const BathSpec& bath) {
        if (!m_supply.liquidHeat.contains(item.id)) {
            return addBox(item.id, find(m_supply.rackPower, item.id));
        }
        m_room.tanks.push_back({item.id, m_box, m_height,
                                item.supplyTemperature.value_or(bath.temperature),
                                bath.surfaceConductance});
    }

    /// Heat capacity rate of the water of a coil that gets too little of it.
    [[nodiscard]] std::optional<HeatCapacityRate> waterLimit(ItemId coil) const {
        const auto flow = m_supply.waterFlow.find(coil);
        if (flow == m_supply.waterFlow.end()) return std::nullopt;
        return cooling::waterRate(flow->second);
    }

    [[nodiscard]] std::optional<thermal::RearDoorExchanger> rearDoor(ItemId rack) const {
        const auto door = m_supply.doorOf.find(rack);
        if (door == m_supply.doorOf.end()) return std::nullopt;
        const auto water = m_supply.waterIn.find(door->second);
        if (water == m_supply.waterIn.end()) return std::nullopt;  // air passes it unchanged
        const auto* spec = m_point.spec<RearDoorSpec>(*m_point.project().items.find(door->second));
        // With less water than air the water is the lesser stream.
        const auto limit = waterLimit(door->second);
        return thermal::RearDoorExchanger{
            std::min(spec->effectivenessTimesCmin, limit.value_or(spec->effectivenessTimesCmin)),
            water->second};
    }

    void addRack(const Item& item, const RackSpec& spec) {
        if (spec.bath) return addTank(item, *spec.bath);
        thermal::RackDevice device;
        device.id = item.id;
        device.footprint = m_box;
        device.height = m_height;
        device.front = frontDirection(item.rotation);
        device.airHeat = find(m_supply.rackPower, item.id) - find(m_supply.liquidHeat, item.id);
        if (m_supply.live(item.id)) device.flow = m_point.rackFlow(item, spec);
        device.blankingGap = item.blankingGap.value_or(spec.blankingGap);
        device.chimney = spec.chimney;
        for (const RackSlot& slot : spec.filled)
            device.slices.push_back({slot.bottom, slot.top, watts(1.0), cubicMetresPerSecond(1.0)});
        device.slotGap = spec.slotGap;
        device.equipmentWidth = spec.equipmentWidth;
        device.rearDoor = rearDoor(item.id);
        m_room.racks.push_back(device);
    }

    void addCooler(const Item& item, const CoolerSpec& spec) {
        thermal::CoolerDevice device;
        device.id = item.id;
        device.footprint = m_box;
        device.height = m_height;
        device.front = frontDirection(item.rotation);
        device.underfloorSupply = spec.underfloorSupply;
        switch (spec.returnFace) {
            case ReturnFace::Top: device.returnFace = thermal::CoolerReturn::Top; break;
            case ReturnFace::Rear: device.returnFace = thermal::CoolerReturn::Rear; break;
            case ReturnFace::CeilingVoid:
                device.returnFace = thermal::CoolerReturn::CeilingVoid;
                break;
        }
        if (const auto& opening = spec.supplyOpening) {
            const Length top = opening->top > Length{} ? opening->top : m_height;
            device.supplyOpening = {opening->width, opening->bottom, top, opening->openShare};
        }
        device.supplySetpoint = item.supplyTemperature.value_or(spec.defaultSupply);
        if (m_supply.live(item.id)) {
            device.flow = cooling::fanFlow(spec, fanSpeedOf(item));
            device.fanHeat = fanPowerOf(item, spec);
        }
        setCoilLimit(item, spec, device);
        m_room.coolers.push_back(device);
    }

    void setCoilLimit(const Item& item, const CoolerSpec& spec, thermal::CoolerDevice& device) {
        if (spec.medium == CoolerMedium::DirectExpansion) {
            device.capacity = spec.ratedCapacity;
            return;
        }
        const auto water = m_supply.waterIn.find(item.id);
        const auto coil = cooling::coilFrom(spec);
        if (water == m_supply.waterIn.end() || !coil) {
            device.capacity = Power{};  // no water reaches the coil: it only moves air
            return;
        }
        const double effectiveness = cooling::coilEffectiveness(*coil, fanSpeedOf(item));
        const HeatCapacityRate air = m_room.airDensity * device.flow * airSpecificHeat;
        device.effectivenessTimesCmin =
            std::min(air, waterLimit(item.id).value_or(air)) * effectiveness;
        device.waterIn = water->second;
    }

    const OperatingPoint& m_point;
    const RoomSupply& m_supply;
    thermal::RoomInput m_room;
    Rect m_box;
    Length m_height;
};

}  // namespace

Power liquidHeatOf(const OperatingPoint& point, const Item& rack, Power power) {
    const auto* spec = point.spec<RackSpec>(rack);
    if (spec == nullptr) return {};
    if (spec->bath) {
        const auto& bath = *spec->bath;
        const Temperature warm = rack.supplyTemperature.value_or(bath.temperature);
        return power > bath.surfaceConductance * (warm - coldestRoom) ? power : Power{};
    }
    if (spec->liquidFraction <= 0.0) return {};
    const auto& links = point.project().coolingLinks;
    const bool served = std::any_of(links.begin(), links.end(),
                                    [&](const CoolingLink& link) { return link.to == rack.id; });
    return served ? power * spec->liquidFraction : Power{};
}

Power cableHeatOf(HallId hall, const RoomSupply& supply) {
    const auto at = supply.cableHeat.find(hall);
    return at == supply.cableHeat.end() ? Power{} : at->second;
}

thermal::RoomInput roomInput(const OperatingPoint& point, const Hall& hall,
                             const RoomSupply& supply) {
    RoomBuilder builder(point, hall, supply);
    for (const Item& item : point.project().items) {
        if (item.hall == hall.id) builder.add(item);
    }
    return builder.take();
}

bool isAirConditioned(const OperatingPoint& point, const Hall& hall) {
    if (hall.kind == HallKind::Yard) return false;
    const auto& items = point.project().items;
    return std::any_of(items.begin(), items.end(), [&](const Item& item) {
        if (item.hall != hall.id) return false;
        const bool rack = hall.kind == HallKind::DataHall && point.spec<RackSpec>(item);
        return rack || point.spec<CoolerSpec>(item);
    });
}

}  // namespace halltwin::twin
