// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/failure.h"

#include "model/project/connections.h"
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

/// The water of the coils that had some before.
struct Water {
    std::set<ItemId> dry;       ///< stands still
    std::set<ItemId> uncooled;  ///< goes round, and nothing cools it
};

/// Events of one hall, written as its devices change state.
class HallEvents {
public:
    HallEvents(const OperatingPoint& point, const thermal::RoomInput& room)
        : m_room(room),
          m_doors(rearDoorsByRack(point.project(), point.catalog())) {}

    /// What runs at a time: devices stop and start, coils lose their water and get it again.
    void look(Duration at, const std::set<ItemId>& dark, const Water& water) {
        m_at = at;
        for (const thermal::RackDevice& rack : m_room.racks)
            if (rack.flow.si() > 0.0) turn(rack.id, dark.contains(rack.id));
        for (const thermal::CoolerDevice& cooler : m_room.coolers)
            if (cooler.flow.si() > 0.0) turn(cooler.id, dark.contains(cooler.id));
        lookAtWater(dark, water);
    }

    [[nodiscard]] std::vector<TransientEvent> take() { return std::move(m_events); }

private:
    void add(Action action, ItemId item) { m_events.push_back({m_at, action, item, 1.0, {}}); }

    void turn(ItemId device, bool off) {
        const bool changed = off ? m_off.insert(device).second : m_off.erase(device) > 0;
        if (changed) add(off ? Action::Stop : Action::Start, device);
    }

    void cut(ItemId device, bool off) {
        const bool changed = off ? m_cut.insert(device).second : m_cut.erase(device) > 0;
        if (changed) add(off ? Action::CutWater : Action::FeedWater, device);
    }

    /// Coil and the device of the room that it cools through.
    [[nodiscard]] std::vector<std::pair<ItemId, ItemId>> coils() const {
        std::vector<std::pair<ItemId, ItemId>> found;
        for (const thermal::RackDevice& rack : m_room.racks) {
            const auto door = m_doors.find(rack.id);
            if (rack.rearDoor && door != m_doors.end()) found.emplace_back(door->second, rack.id);
        }
        for (const thermal::CoolerDevice& cooler : m_room.coolers)
            if (cooler.flow.si() > 0.0 && !cooler.capacity)
                found.emplace_back(cooler.id, cooler.id);
        return found;
    }

    /// Water that nothing cools goes round in the whole hall when that befalls all its coils, else
    /// it is cut off where it does: the loop of the others is not followed.
    void lookAtWater(const std::set<ItemId>& dark, const Water& water) {
        std::size_t wet = 0;
        std::size_t uncooled = 0;
        for (const auto& [coil, device] : coils()) {
            if (dark.contains(coil) || water.dry.contains(coil)) continue;
            ++wet;
            uncooled += water.uncooled.contains(coil) ? 1 : 0;
        }
        const bool all = uncooled > 0 && uncooled == wet;
        for (const auto& [coil, device] : coils())
            if (!dark.contains(coil))
                cut(device, water.dry.contains(coil) || (!all && water.uncooled.contains(coil)));
        if (all != m_chillersOff) add(all ? Action::StopChillers : Action::StartChillers, {});
        m_chillersOff = all;
    }

    const thermal::RoomInput& m_room;
    std::map<ItemId, ItemId> m_doors;
    Duration m_at;
    std::set<ItemId> m_off;
    std::set<ItemId> m_cut;
    bool m_chillersOff = false;
    std::vector<TransientEvent> m_events;
};

class FailureFinder {
public:
    FailureFinder(const OperatingPoint& point, CoupledState state, std::span<const ItemId> elements,
                  const FailureSettings& settings)
        : m_point(point),
          m_state(std::move(state)),
          m_failed(elements.begin(), elements.end()),
          m_settings(settings) {}

    Result<Failure> find() {
        for (const ItemId id : m_failed)
            m_failure.losses.push_back({id, Loss::Kind::Failed, {}});
        if (auto done = losePower(); !done) return tl::unexpected(done.error());
        if (auto done = followPlant(); !done) return tl::unexpected(done.error());
        return std::move(m_failure);
    }

private:
    Result<void> losePower();
    void noteRacks();
    [[nodiscard]] std::set<ItemId> darkAt(Duration at) const;
    [[nodiscard]] std::vector<Duration> changes() const;
    Result<void> followPlant();
    Result<std::set<ItemId>> cooledCoils(const IsLive& live) const;
    Result<Water> waterWith(const std::set<ItemId>& dark, const std::set<ItemId>& before) const;
    Result<void> noteLack(const std::set<ItemId>& dark);
    void noteWater(Duration at, const std::set<ItemId>& dark, const Water& was, const Water& is);
    [[nodiscard]] bool isChiller(ItemId id) const {
        return m_point.spec<ChillerSpec>(*m_point.project().items.find(id)) != nullptr;
    }
    [[nodiscard]] bool isColdSource(ItemId id) const {
        const Item& item = *m_point.project().items.find(id);
        const CatalogEntry* entry = m_point.catalog().find(item.catalogKey);
        return entry != nullptr && coolsWater(entry->kind);
    }

    const OperatingPoint& m_point;
    CoupledState m_state;
    std::set<ItemId> m_failed;
    const FailureSettings& m_settings;
    Failure m_failure;
};

/// Elements fail in the chain; a failed load asks nothing of it.
Result<void> FailureFinder::losePower() {
    power::ChainInput chain = chainInput(m_point, m_state.loads);
    std::erase_if(chain.loads,
                  [this](const power::Load& load) { return m_failed.contains(load.id); });
    std::set<ItemId> elements;
    for (const power::Element& element : chain.elements)
        elements.insert(element.id);
    std::erase_if(chain.links, [&](const power::Link& link) {
        return m_failed.contains(link.to) && !elements.contains(link.to);
    });
    std::vector<power::Incident> incidents;
    for (const ItemId id : m_failed)
        if (elements.contains(id)) incidents.push_back({id, {}, power::Incident::Kind::Fails});
    incidents.insert(incidents.end(), m_settings.incidents.begin(), m_settings.incidents.end());
    power::SequenceSettings settings;
    settings.horizon = m_settings.horizon;
    for (const power::Load& load : chain.loads)
        if (isChiller(load.id)) settings.restart[load.id] = m_settings.chillerRestart;
    auto sequence = power::followFailure(chain, incidents, settings);
    if (!sequence) return tl::unexpected(sequence.error());
    m_failure.power = *std::move(sequence);
    noteRacks();
    return {};
}

void FailureFinder::noteRacks() {
    std::set<ItemId> dark(m_failure.power.darkLoads.begin(), m_failure.power.darkLoads.end());
    dark.insert(m_failed.begin(), m_failed.end());
    std::set<ItemId> interrupted;
    for (const power::Outage& outage : m_failure.power.outages)
        if (outage.until && !dark.contains(outage.load)) interrupted.insert(outage.load);
    for (const auto& [rack, demand] : m_state.loads.it) {
        if (dark.contains(rack)) m_failure.darkRacks.push_back(rack);
        if (interrupted.contains(rack)) m_failure.interruptedRacks.push_back(rack);
    }
}

std::set<ItemId> FailureFinder::darkAt(Duration at) const {
    std::set<ItemId> dark = darkLoads(m_state.power);
    dark.insert(m_failed.begin(), m_failed.end());
    for (const power::Outage& outage : m_failure.power.outages)
        if (outage.from <= at && (!outage.until || at < *outage.until)) dark.insert(outage.load);
    return dark;
}

/// Times at which something goes dark or comes back, from the start on.
std::vector<Duration> FailureFinder::changes() const {
    std::vector<Duration> times{Duration{}};
    for (const power::Outage& outage : m_failure.power.outages) {
        times.push_back(outage.from);
        if (outage.until) times.push_back(*outage.until);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

/// Coils whose water comes about as cold as before. An exchanger alone in summer does not bring
/// it: such water counts as not cooled.
Result<std::set<ItemId>> FailureFinder::cooledCoils(const IsLive& live) const {
    constexpr TemperatureDifference bearable = kelvins(5.0);
    const auto plant = cooling::solvePlant(plantInput(m_point, m_state.heat, live));
    if (!plant) return tl::unexpected(plant.error());
    std::set<ItemId> cooled;
    for (const auto& coil : plant->coils) {
        const auto before = m_state.supply.waterIn.find(coil.id);
        const bool warm =
            before != m_state.supply.waterIn.end() && coil.waterIn > before->second + bearable;
        if (coil.connected && !warm) cooled.insert(coil.id);
    }
    return cooled;
}

Result<Water> FailureFinder::waterWith(const std::set<ItemId>& dark,
                                       const std::set<ItemId>& before) const {
    const IsLive live = [&](ItemId id) { return !dark.contains(id); };
    const auto cooled = cooledCoils(live);
    const auto moving = wetCoils(m_point, [&](ItemId id) { return live(id) || isColdSource(id); });
    if (!cooled) return tl::unexpected(cooled.error());
    if (!moving) return tl::unexpected(moving.error());
    Water water;
    for (const ItemId id : before) {
        if (cooled->contains(id) || dark.contains(id)) continue;
        (moving->contains(id) ? water.uncooled : water.dry).insert(id);
    }
    return water;
}

Result<void> FailureFinder::noteLack(const std::set<ItemId>& dark) {
    const IsLive live = [&](ItemId id) { return !dark.contains(id); };
    const auto plant = cooling::solvePlant(plantInput(m_point, m_state.heat, live));
    if (!plant) return tl::unexpected(plant.error());
    m_failure.lackingChillers =
        std::max(m_failure.lackingChillers, plant->unmet - m_state.plant.unmet);
    return {};
}

void FailureFinder::noteWater(Duration at, const std::set<ItemId>& dark, const Water& was,
                              const Water& is) {
    for (const ItemId id : is.dry)
        if (!was.dry.contains(id)) m_failure.losses.push_back({id, Loss::Kind::NoWater, at});
    for (const ItemId id : is.uncooled)
        if (!was.uncooled.contains(id)) m_failure.losses.push_back({id, Loss::Kind::NoChiller, at});
    for (const auto* list : {&was.dry, &was.uncooled})
        for (const ItemId id : *list)
            if (!is.dry.contains(id) && !is.uncooled.contains(id) && !dark.contains(id))
                m_failure.losses.push_back({id, Loss::Kind::WaterCooled, at});
}

Result<void> FailureFinder::followPlant() {
    const auto before = wetCoils(m_point, m_state.supply.live);
    if (!before) return tl::unexpected(before.error());
    std::vector<HallEvents> halls;
    for (const SolvedRoom& room : m_state.rooms)
        halls.emplace_back(m_point, room.input);
    Water was;
    for (const Duration at : changes()) {
        const std::set<ItemId> dark = darkAt(at);
        auto water = waterWith(dark, *before);
        if (!water) return tl::unexpected(water.error());
        if (auto done = noteLack(dark); !done) return done;
        noteWater(at, dark, was, *water);
        for (HallEvents& hall : halls)
            hall.look(at, dark, *water);
        was = *std::move(water);
    }
    for (std::size_t n = 0; n < halls.size(); ++n)
        m_failure.halls.push_back({m_state.rooms[n].hall, m_state.rooms[n].input, halls[n].take()});
    return {};
}

}  // namespace

Result<std::vector<HallRoom>> hallRooms(const TwinInput& input, std::stop_token stop) {
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario, {},
                                          networkFor(input));
    if (!point) return tl::unexpected(point.error());
    auto state = settledState(input, *point, std::move(stop));
    if (!state) return tl::unexpected(state.error());
    std::vector<HallRoom> rooms;
    for (SolvedRoom& room : state->rooms)
        rooms.push_back({room.hall, std::move(room.input)});
    return rooms;
}

Result<power::ChainInput> powerChain(const TwinInput& input, std::stop_token stop) {
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario, {},
                                          networkFor(input));
    if (!point) return tl::unexpected(point.error());
    const auto state = settledState(input, *point, std::move(stop));
    if (!state) return tl::unexpected(state.error());
    return chainInput(*point, state->loads);
}

Result<Failure> failureOf(const TwinInput& input, std::span<const ItemId> elements,
                          const FailureSettings& settings, std::stop_token stop) {
    for (const ItemId id : elements)
        if (!input.project->items.contains(id))
            return fail(ErrorCode::NotFound, "There is no item " + std::to_string(id.value) + ".",
                        "failure", "Name an item of the project.");
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario, {},
                                          networkFor(input));
    if (!point) return tl::unexpected(point.error());
    auto state = settledState(input, *point, std::move(stop));
    if (!state) return tl::unexpected(state.error());
    return FailureFinder(*point, std::move(*state), elements, settings).find();
}

}  // namespace halltwin::twin
