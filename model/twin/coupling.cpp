// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/coupling.h"

#include <algorithm>
#include <cmath>

namespace halltwin::twin {
namespace {

constexpr int maximumRounds = 30;
constexpr double agreement = 1e-10;

Power sumOf(const PowerByItem& powers) {
    Power sum;
    for (const auto& [id, power] : powers) sum += power;
    return sum;
}

class Coupling {
public:
    Coupling(const OperatingPoint& point, const RoomSolver& solveRoom, std::stop_token stop)
        : m_point(point), m_solveRoom(solveRoom), m_stop(std::move(stop)) {
        m_state.loads = itLoads(point);
        m_state.loads.mechanical = mechanicalPower(point, {});
    }

    Result<CoupledState> run() {
        for (int round = 0; round < maximumRounds; ++round) {
            auto agreed = runRound();
            if (!agreed) return tl::unexpected(agreed.error());
            if (*agreed) return std::move(m_state);
        }
        return fail(ErrorCode::NotConverged, "power and cooling do not settle on a common state",
                    "coupling of the power chain with the plant",
                    "check that no element is loaded far beyond its rating");
    }

private:
    Result<bool> runRound() {
        auto chain = power::solveChain(chainInput(m_point, m_state.loads));
        if (!chain) return tl::unexpected(chain.error());
        m_state.power = std::move(*chain);
        if (auto done = fillSupply(); !done) return tl::unexpected(done.error());
        if (auto done = solveRooms(); !done) return tl::unexpected(done.error());
        auto plant = cooling::solvePlant(plantInput(m_point, plantHeat(), m_state.supply.live));
        if (!plant) return tl::unexpected(plant.error());
        m_state.plant = std::move(*plant);
        return exchangeMechanicalPower();
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
        for (const auto& [id, demand] : m_state.loads.it) {
            const Power power = suppliedTo(id, demand, m_state.loads, m_state.power);
            supply.rackPower.emplace(id, power);
            const Power liquid = liquidHeatOf(m_point, *m_point.project().items.find(id), power);
            if (liquid > Power{}) supply.liquidHeat.emplace(id, liquid);
        }
        for (const auto& element : m_state.power.elements) {
            supply.lossHeat.emplace(element.id, element.loss);
        }
        auto water = cooling::coilWater(plantInput(m_point, {}, supply.live));
        if (!water) return tl::unexpected(water.error());
        for (const auto& coil : *water) {
            if (coil.connected) supply.waterIn.emplace(coil.id, coil.waterIn);
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
            for (const auto& cooler : room.air->coolers) {
                heat.coils.emplace(cooler.id, cooler.coilHeat);
            }
        }
        return heat;
    }

    bool exchangeMechanicalPower() {
        PowerByItem next = mechanicalPower(m_point, m_state.plant);
        Power change;
        for (const auto& [id, power] : next) {
            const Power difference = power - m_state.loads.mechanical[id];
            change += std::max(difference, -difference);
        }
        const Power whole = sumOf(m_state.loads.it) + sumOf(next);
        m_state.mismatch = whole > Power{} ? change / whole : 0.0;
        const bool agreed = m_state.mismatch <= agreement;
        if (!agreed) m_state.loads.mechanical = std::move(next);
        return agreed;
    }

    const OperatingPoint& m_point;
    const RoomSolver& m_solveRoom;
    std::stop_token m_stop;
    CoupledState m_state;
};

}  // namespace

Result<CoupledState> couple(const OperatingPoint& point, const RoomSolver& solveRoom,
                            std::stop_token stop) {
    return Coupling(point, solveRoom, std::move(stop)).run();
}

}  // namespace halltwin::twin
