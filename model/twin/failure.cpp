// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/failure.h"

#include "model/project/rear_doors.h"
#include "model/thermal/solve.h"
#include "model/twin/coupling.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace halltwin::twin {

namespace {

using thermal::Action;
using thermal::TransientEvent;

Result<CoupledState> settledState(const TwinInput& input, const OperatingPoint& point,
                                  std::stop_token stop) {
    std::map<HallId, thermal::PreviewSolver> solvers;
    thermal::SolveSettings settings;
    settings.gridM = input.settings.gridM;
    const RoomSolver solve = [&](HallId hall, const thermal::RoomInput& room,
                                 std::stop_token token) {
        return solvers[hall].solve(room, settings, std::move(token));
    };
    return couple(point, solve, std::move(stop));
}

std::set<ItemId> darkLoads(const power::ChainResult& chain) {
    std::set<ItemId> dark;
    for (const power::LoadResult& load : chain.loads)
        if (!load.feedA && !load.feedB) dark.insert(load.id);
    return dark;
}

/// Coils that get water, with what is live.
Result<std::set<ItemId>> wetCoils(const OperatingPoint& point, const IsLive& live) {
    const auto water = cooling::coilWater(plantInput(point, {}, live));
    if (!water) return tl::unexpected(water.error());
    std::set<ItemId> wet;
    for (const auto& coil : *water)
        if (coil.connected) wet.insert(coil.id);
    return wet;
}

class FailureFinder {
public:
    FailureFinder(const OperatingPoint& point, CoupledState state, std::span<const ItemId> elements)
        : m_point(point),
          m_state(std::move(state)),
          m_failed(elements.begin(), elements.end()) {}

    Result<Failure> find() {
        for (const ItemId id : m_failed)
            m_failure.losses.push_back({id, Loss::Kind::Failed});
        if (auto done = losePower(); !done) return tl::unexpected(done.error());
        if (auto done = loseWater(); !done) return tl::unexpected(done.error());
        for (SolvedRoom& room : m_state.rooms)
            m_failure.halls.push_back({room.hall, room.input, eventsOf(room.input)});
        return std::move(m_failure);
    }

private:
    Result<void> losePower();
    Result<void> loseWater();
    [[nodiscard]] bool live(ItemId id) const { return !m_dark.contains(id); }
    [[nodiscard]] std::vector<TransientEvent> eventsOf(const thermal::RoomInput& room) const;
    [[nodiscard]] bool isChiller(ItemId id) const {
        return m_point.spec<ChillerSpec>(*m_point.project().items.find(id)) != nullptr;
    }

    const OperatingPoint& m_point;
    CoupledState m_state;
    std::set<ItemId> m_failed;
    std::set<ItemId> m_dark;      ///< failed or without power, from the start or now
    std::set<ItemId> m_dry;       ///< coils whose water stands still now
    std::set<ItemId> m_uncooled;  ///< coils whose water nothing cools now
    Failure m_failure;
};

Result<void> FailureFinder::losePower() {
    const std::vector<ItemId> failed(m_failed.begin(), m_failed.end());
    const auto chain =
        power::solveChain(power::withoutElements(chainInput(m_point, m_state.loads), failed));
    if (!chain) return tl::unexpected(chain.error());
    const std::set<ItemId> before = darkLoads(m_state.power);
    m_dark = darkLoads(*chain);
    m_dark.insert(before.begin(), before.end());
    m_dark.insert(m_failed.begin(), m_failed.end());
    for (const ItemId id : m_dark) {
        if (!before.contains(id) && !m_failed.contains(id))
            m_failure.losses.push_back({id, Loss::Kind::Dark});
        if (m_state.loads.it.contains(id)) m_failure.darkRacks.push_back(id);
    }
    for (const power::ElementResult& element : chain->elements) {
        const power::ElementResult* was = m_state.power.element(element.id);
        if (!element.energised && was != nullptr && was->energised)
            m_failure.losses.push_back({element.id, Loss::Kind::Dark});
        if (element.loading > 1.0 && (was == nullptr || was->loading <= 1.0))
            m_failure.losses.push_back({element.id, Loss::Kind::Overloaded, element.loading});
    }
    return {};
}

Result<void> FailureFinder::loseWater() {
    const IsLive now = [this](ItemId id) { return live(id); };
    const auto before = wetCoils(m_point, m_state.supply.live);
    const auto after = wetCoils(m_point, now);
    const auto circulating =
        wetCoils(m_point, [this](ItemId id) { return live(id) || isChiller(id); });
    for (const auto* each : {&before, &after, &circulating})
        if (!*each) return tl::unexpected(each->error());
    std::vector<Loss> uncooled;
    for (const ItemId id : *before) {
        if (after->contains(id) || m_dark.contains(id)) continue;
        const bool goesRound = circulating->contains(id);
        (goesRound ? m_uncooled : m_dry).insert(id);
        if (goesRound)
            uncooled.push_back({id, Loss::Kind::NoChiller});
        else
            m_failure.losses.push_back({id, Loss::Kind::NoWater});
    }
    m_failure.losses.insert(m_failure.losses.end(), uncooled.begin(), uncooled.end());
    const auto plant = cooling::solvePlant(plantInput(m_point, m_state.heat, now));
    if (!plant) return tl::unexpected(plant.error());
    m_failure.lackingChillers = std::max(Power{}, plant->unmet - m_state.plant.unmet);
    return {};
}

/// Water that nothing cools goes round in the whole hall when that befalls all its coils, else it
/// is cut off where it does: the loop of the others is not followed.
std::vector<TransientEvent> FailureFinder::eventsOf(const thermal::RoomInput& room) const {
    std::vector<TransientEvent> events;
    const auto add = [&](Action action, ItemId item) {
        events.push_back({{}, action, item, 1.0, {}});
    };
    std::size_t wet = 0;
    std::vector<ItemId> uncooled;
    const auto lookAt = [&](ItemId coil, ItemId device) {
        if (m_uncooled.contains(coil)) uncooled.push_back(device);
        if (m_dry.contains(coil)) add(Action::CutWater, device);
        if (!m_dry.contains(coil) && !m_dark.contains(coil)) ++wet;
    };
    const auto doors = rearDoorsByRack(m_point.project(), m_point.catalog());
    for (const thermal::RackDevice& rack : room.racks) {
        if (rack.flow.si() > 0.0 && m_dark.contains(rack.id)) add(Action::Stop, rack.id);
        const auto door = doors.find(rack.id);
        if (rack.rearDoor && door != doors.end()) lookAt(door->second, rack.id);
    }
    for (const thermal::CoolerDevice& cooler : room.coolers) {
        if (cooler.flow.si() <= 0.0) continue;
        if (m_dark.contains(cooler.id)) add(Action::Stop, cooler.id);
        if (!cooler.capacity) lookAt(cooler.id, cooler.id);
    }
    if (!uncooled.empty() && uncooled.size() == wet) {
        add(Action::StopChillers, ItemId{});
    } else {
        for (const ItemId device : uncooled)
            add(Action::CutWater, device);
    }
    return events;
}

}  // namespace

Result<std::vector<HallRoom>> hallRooms(const TwinInput& input, std::stop_token stop) {
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario);
    if (!point) return tl::unexpected(point.error());
    auto state = settledState(input, *point, std::move(stop));
    if (!state) return tl::unexpected(state.error());
    std::vector<HallRoom> rooms;
    for (SolvedRoom& room : state->rooms)
        rooms.push_back({room.hall, std::move(room.input)});
    return rooms;
}

Result<Failure> failureOf(const TwinInput& input, std::span<const ItemId> elements,
                          std::stop_token stop) {
    for (const ItemId id : elements)
        if (!input.project->items.contains(id))
            return fail(ErrorCode::NotFound, "There is no item " + std::to_string(id.value) + ".",
                        "failure", "Name an item of the project.");
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario);
    if (!point) return tl::unexpected(point.error());
    auto state = settledState(input, *point, std::move(stop));
    if (!state) return tl::unexpected(state.error());
    return FailureFinder(*point, std::move(*state), elements).find();
}

}  // namespace halltwin::twin
