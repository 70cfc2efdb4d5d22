// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/coupling.h"

#include "model/core/air.h"
#include "model/project/connections.h"
#include "model/project/rear_doors.h"
#include "model/twin/rack_response.h"

#include <algorithm>
#include <cmath>

namespace halltwin::twin {
namespace {

constexpr int maximumRounds = 60;
// Relative to the whole load. Heat on a frozen mean flow is settled to some 1e-4 K, in single
// precision, which racks at warm intakes answer with their fans; a preview is exact.
constexpr double exactAgreement = 1e-10;
constexpr double settledAgreement = 1e-6;

/// Sum of the absolute differences, over what the second names.
Power changeOf(const PowerByItem& before, const PowerByItem& after) {
    Power change;
    for (const auto& [id, power] : after) {
        const auto at = before.find(id);
        const Power difference = power - (at == before.end() ? Power{} : at->second);
        change += std::max(difference, -difference);
    }
    return change;
}

Power sumOf(const PowerByItem& powers) {
    Power sum;
    for (const auto& [id, power] : powers)
        sum += power;
    return sum;
}

CoolerAir airThrough(const thermal::CoolerResult& cooler) {
    const double rise = (cooler.returnT - cooler.supplyT).si();
    return {kilogramsPerSecond(cooler.heat.si() / (airSpecificHeat.si() * rise)), cooler.returnT,
            cooler.supplyT};
}

class Coupling {
public:
    Coupling(const OperatingPoint& point, const RoomSolver& solveRoom, std::stop_token stop,
             const WaterFlows& arriving)
        : m_point(point),
          m_solveRoom(solveRoom),
          m_stop(std::move(stop)),
          m_arriving(arriving) {
        m_state.loads = itLoads(point);
        m_state.loads.mechanical = mechanicalPower(point, {});
        m_doorOf = rearDoorsByRack(point.project(), point.catalog());
        m_coolRacks = m_state.loads.it;
    }

    Result<CoupledState> run() {
        for (int round = 0; round < maximumRounds; ++round) {
            auto agreed = runRound();
            if (!agreed) return tl::unexpected(agreed.error());
            if (!*agreed) continue;
            addCause();
            return std::move(m_state);
        }
        return fail(ErrorCode::NotConverged, "power and cooling do not settle on a common state",
                    "coupling of the power chain with the plant",
                    "check that no element is loaded far beyond its rating");
    }

private:
    Result<bool> runRound() {
        m_state.chain = chainInput(m_point, m_state.loads);
        auto chain = power::solveChain(m_state.chain);
        if (!chain) return tl::unexpected(chain.error());
        m_state.power = std::move(*chain);
        if (auto done = fillSupply(); !done) return tl::unexpected(done.error());
        if (auto done = solveRooms(); !done) return tl::unexpected(done.error());
        m_state.heat = plantHeat();
        auto plant = cooling::solvePlant(plantInput(m_point, m_state.heat, m_state.supply.live));
        if (!plant) return tl::unexpected(plant.error());
        m_state.plant = std::move(*plant);
        if (allRoomsSolved()) keepWhole();
        return exchangePower();
    }

    void keepWhole() {
        m_state.wholeHeat = m_state.heat;
        m_hasWhole = true;
        m_warmth.clear();
        for (const Issue& issue : m_state.plant.issues)
            if (issue.rule == "cooling.warm-supply") m_warmth.push_back(issue);
    }

    /// A room that water above its set-point left without an answer hands no heat on, and the plant
    /// without that heat seems to hold: what it said with the heat is why.
    void addCause() {
        if (!m_hasWhole) m_state.wholeHeat = m_state.heat;
        if (allRoomsSolved()) return;
        std::vector<Issue>& issues = m_state.plant.issues;
        for (Issue& issue : m_warmth) {
            const bool isKnown = std::any_of(issues.begin(), issues.end(), [&](const Issue& known) {
                return known.rule == issue.rule && known.items == issue.items;
            });
            if (!isKnown) issues.push_back(std::move(issue));
        }
    }

    [[nodiscard]] IsLive liveness() const {
        // By value: the state moves, and a room's input may outlive this round.
        std::set<ItemId> dark;
        for (const auto& load : m_state.power.loads) {
            if (!load.feedA && !load.feedB) dark.insert(load.id);
        }
        return [dark = std::move(dark)](ItemId id) { return !dark.contains(id); };
    }

    Result<void> fillSupply() {
        RoomSupply supply;
        supply.live = liveness();
        supply.doorOf = m_doorOf;
        supply.waterFlow = m_arriving;
        for (const auto& [id, demand] : m_state.loads.it) {
            const Power power = suppliedTo(id, demand, m_state.loads, m_state.power);
            supply.rackPower.emplace(id, power);
            const Power liquid = liquidHeatOf(m_point, *m_point.project().items.find(id), power);
            if (liquid > Power{}) supply.liquidHeat.emplace(id, liquid);
        }
        for (const auto& element : m_state.power.elements) {
            const Item& item = *m_point.project().items.find(element.id);
            if (isMounted(m_point.catalog().find(item.catalogKey)->kind)) {
                supply.cableHeat[item.hall] += element.loss;
            } else {
                supply.lossHeat.emplace(element.id, element.loss);
            }
        }
        for (const auto& link : m_state.power.links) {
            const HallId hall = m_point.project().items.find(link.to)->hall;
            supply.cableHeat[hall] += link.loss;
        }
        auto water = cooling::coilWater(plantInput(m_point, {}, supply.live));
        if (!water) return tl::unexpected(water.error());
        for (const auto& coil : *water) {
            if (!coil.connected) continue;
            const auto known = m_waterIn.find(coil.id);
            supply.waterIn.emplace(coil.id,
                                   known == m_waterIn.end() ? coil.waterIn : known->second);
        }
        m_state.supply = std::move(supply);
        return {};
    }

    Result<void> solveRooms() {
        std::vector<SolvedRoom> rooms;
        for (const Hall& hall : m_point.project().halls) {
            if (!isAirConditioned(m_point, hall)) continue;
            thermal::RoomInput input = roomInput(m_point, hall, m_state.supply);
            const auto before = std::find_if(m_state.rooms.begin(), m_state.rooms.end(),
                                             [&](const SolvedRoom& room) {
                                                 return room.hall == hall.id && room.input == input;
                                             });
            if (before != m_state.rooms.end()) {
                rooms.push_back(std::move(*before));
                continue;
            }
            auto air = m_solveRoom(hall.id, input, m_stop);
            if (!air && air.error().code == ErrorCode::Cancelled) {
                return tl::unexpected(air.error());
            }
            rooms.push_back({hall.id, std::move(input), std::move(air)});
        }
        m_state.rooms = std::move(rooms);
        return {};
    }

    [[nodiscard]] PlantHeat plantHeat() const {
        PlantHeat heat;
        heat.liquid = m_state.supply.liquidHeat;
        for (const SolvedRoom& room : m_state.rooms) {
            if (!room.air) continue;
            const bool opens =
                m_point.project().halls.find(room.hall)->outsideAir == OutsideAir::Economizer;
            for (const auto& cooler : room.air->coolers) {
                heat.coils.emplace(cooler.id, cooler.coilHeat);
                if (opens && cooler.returnT > cooler.supplyT)
                    heat.air.emplace(cooler.id, airThrough(cooler));
            }
            for (const auto& rack : room.air->racks) {
                const auto door = m_doorOf.find(rack.id);
                if (door != m_doorOf.end()) heat.coils.emplace(door->second, rack.doorHeat);
            }
            for (const auto& tank : room.air->tanks)
                heat.liquid[tank.id] -= tank.heat;
        }
        return heat;
    }

    /// What the racks draw at the intake temperatures just found. A room that grew too hot to be
    /// solved stays with the powers that made it so.
    [[nodiscard]] PowerByItem rackPower() const {
        PowerByItem power = m_coolRacks;
        for (const SolvedRoom& room : m_state.rooms) {
            if (!room.air) {
                for (const auto& rack : room.input.racks)
                    power.at(rack.id) = m_state.loads.it.at(rack.id);
                continue;
            }
            for (const auto& rack : room.air->racks) {
                power.at(rack.id) = power.at(rack.id) * powerFactorAt(rack.intakeMean);
            }
        }
        return power;
    }

    /// True when nothing changed; otherwise the next round starts from the new powers.
    bool exchangePower() {
        PowerByItem it = rackPower();
        PowerByItem mechanical = mechanicalPower(m_point, m_state.plant);
        const Power change =
            changeOf(m_state.loads.it, it) + changeOf(m_state.loads.mechanical, mechanical);
        const Power whole = sumOf(it) + sumOf(mechanical);
        if (change <= whole * agreement() && waterAgrees()) return true;
        if (allRoomsSolved()) keepWater();
        m_state.loads.it = std::move(it);
        m_state.loads.mechanical = std::move(mechanical);
        return false;
    }

    void keepWater() {
        for (const auto& coil : m_state.plant.coils)
            if (coil.connected) m_waterIn.insert_or_assign(coil.id, coil.waterIn);
    }

    [[nodiscard]] bool allRoomsSolved() const {
        return std::all_of(m_state.rooms.begin(), m_state.rooms.end(),
                           [](const SolvedRoom& room) { return room.air.has_value(); });
    }

    /// Whether the rooms were given the water that the plant delivers: at its limit that is warmer
    /// than the set-point. A room that such water cannot cool hands no heat on, and stays so.
    [[nodiscard]] bool waterAgrees() const {
        constexpr double apartK = 1e-5;
        if (!allRoomsSolved()) return true;
        return std::all_of(m_state.plant.coils.begin(), m_state.plant.coils.end(),
                           [&](const auto& coil) {
                               const auto given = m_state.supply.waterIn.find(coil.id);
                               return !coil.connected || given == m_state.supply.waterIn.end() ||
                                      std::abs((coil.waterIn - given->second).si()) < apartK;
                           });
    }

    [[nodiscard]] double agreement() const {
        const bool exact =
            std::all_of(m_state.rooms.begin(), m_state.rooms.end(), [](const SolvedRoom& room) {
                return !room.air || room.air->stage == thermal::Stage::Preview;
            });
        return exact ? exactAgreement : settledAgreement;
    }

    const OperatingPoint& m_point;
    const RoomSolver& m_solveRoom;
    std::stop_token m_stop;
    const WaterFlows& m_arriving;
    CoupledState m_state;
    std::map<ItemId, ItemId> m_doorOf;
    std::map<ItemId, Temperature> m_waterIn;  ///< of the round before
    bool m_hasWhole = false;                  ///< a round had an answer for every room
    std::vector<Issue> m_warmth;              ///< of the plant in the last such round
    PowerByItem m_coolRacks;                  ///< demand of the racks at intakes of 27 °C or less
};

}  // namespace

Result<CoupledState> couple(const OperatingPoint& point, const RoomSolver& solveRoom,
                            std::stop_token stop, const WaterFlows& arriving) {
    return Coupling(point, solveRoom, std::move(stop), arriving).run();
}

}  // namespace halltwin::twin
