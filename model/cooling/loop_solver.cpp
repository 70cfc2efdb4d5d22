// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/loop_solver.h"

#include "model/cooling/named_failure.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {
namespace {

constexpr int mostSweeps = 60;
constexpr double settledK = 1e-8;
constexpr double bearableK = 0.01;  // of a loop that does not come to rest; its books close even so
constexpr Temperature indoors = celsius(25.0);  // around a tank in a plant room

/// Flow that a pump set would need for its heat at its design rise.
VolumeFlow askedFlow(const PumpSpec& spec, Power heat, VolumeFlow least) {
    const double perFlow = (waterDensity * waterSpecificHeat).si() * spec.designRise.si();
    return std::max(VolumeFlow::fromSi(heat.si() / perFlow), least);
}

/// Time until the water that leaves has warmed by half of the loop's rise. A stratified tank is
/// pushed out as a plug; two mixed halves in a row warm as 1 − e^−2t (1 + 2t), t in changes.
Duration rideThrough(const TankSpec& tank, VolumeFlow flow) {
    if (flow.si() <= 0.0) return {};
    constexpr double mixedChanges = 0.839;
    const double changes = tank.model == TankModel::Stratified ? 1.0 : mixedChanges;
    return tank.volume / flow * changes;
}

}  // namespace

LoopSolver::LoopSolver(const PreparedPlant& plant, const PlantLoad& load, const Outside& outside,
                       bool economize)
    : m_plant(plant),
      m_load(load),
      m_outside(outside),
      m_economize(economize) {
    const PlantInput& input = plant.input();
    const Loops& loops = plant.loops();
    m_result.chillers.resize(input.chillers.size());
    m_result.pumps.resize(input.pumps.size());
    m_result.towers.resize(input.towers.size());
    m_result.dryCoolers.resize(input.dryCoolers.size());
    m_result.waterSources.resize(input.waterSources.size());
    m_result.exchangers.resize(input.exchangers.size());
    m_result.reuse.resize(input.reuse.size());
    m_result.tanks.resize(input.tanks.size());
    m_result.loops.resize(loops.loops.size());
    for (const Loop& loop : loops.loops) {
        const Temperature wanted = wantedSupply(plant, loop, outside);
        m_states.push_back({wanted, wanted});
    }
}

Result<PlantResult> LoopSolver::run() {
    for (m_round = 0; m_round < mostSweeps; ++m_round) {
        const auto change = sweep();
        if (!change) return tl::unexpected(change.error());
        const double settled = m_round + 1 < mostSweeps ? settledK : bearableK;
        if (*change > settled) continue;
        if (auto done = finish(); !done) return tl::unexpected(done.error());
        return std::move(m_result);
    }
    return fail(ErrorCode::NotConverged, "The loops of the plant do not settle on a temperature",
                "cooling plant", "Check that towers and exchangers are as large as their heat");
}

/// All loops once. The water from a loop behind is that of the sweep before; its heat is of this
/// one, so that the books close in every sweep. Returns the greatest change of a supply, K.
Result<double> LoopSolver::sweep() {
    const PlantInput& input = m_plant.input();
    m_pumpHeat.assign(input.pumps.size(), Power{});
    m_pumpFlow.assign(input.pumps.size(), VolumeFlow{});
    for (std::size_t i = 0; i < input.coils.size(); ++i)
        for (const HeatShare& pump : m_plant.loops().pumpsOfCoil[i])
            m_pumpHeat[pump.to] += m_load.coils[i] * pump.share;
    double change = 0.0;
    for (std::size_t index = 0; index < m_states.size(); ++index) {
        const Temperature before = m_states[index].supply;
        if (auto done = solveLoop(index); !done) return tl::unexpected(done.error());
        change = std::max(change, std::abs((m_result.loops[index].supply - before).si()));
        settle(index);
    }
    return change;
}

/// Next guess of a supply: on the straight line through the last two (Wegstein).
void LoopSolver::settle(std::size_t index) {
    constexpr double mostSlope = 0.9;
    constexpr double leastSlope = -20.0;
    LoopState& state = m_states[index];
    const Temperature answer = m_result.loops[index].supply;
    const double asked = state.supply.si();
    const double given = answer.si();
    double next = given;
    if (state.rounds > 0 && asked != state.askedBefore) {
        const double slope = std::clamp((given - state.givenBefore) / (asked - state.askedBefore),
                                        leastSlope, mostSlope);
        next = asked + (given - asked) / (1.0 - slope);
    }
    state.askedBefore = asked;
    state.givenBefore = given;
    state.supply = Temperature::fromSi(next);
    state.returning = m_result.loops[index].returning;
    ++state.rounds;
}

Result<void> LoopSolver::solveLoop(std::size_t index) {
    const Loop& loop = m_plant.loops().loops[index];
    LoopResult shown;
    shown.rejects = loop.rejects;
    m_current = index;
    if (auto done = solvePumps(loop, shown); !done) return done;
    addTanks(loop, shown);
    shown.wanted = wantedFor(loop, shown);
    shown.supply = shown.wanted;
    const double water = waterRate(shown.flow).si();
    if (shown.heat <= Power{} || water <= 0.0) {
        shown.returning = shown.wanted;
        shown.heat = Power{};
        idleAll(loop, shown);
        m_result.loops[index] = std::move(shown);
        return {};
    }
    const auto reused = solveReuse(loop, shown);
    if (!reused) return tl::unexpected(reused.error());
    shown.free = *reused;
    const auto done = solveFree(loop, shown.heat - *reused, shown).and_then([&] {
        return solveChillers(loop, shown.heat - shown.free - shown.unmet, shown);
    });
    if (!done) return done;
    shown.returning = shown.supply + TemperatureDifference::fromSi(shown.heat.si() / water);
    const bool compressors = shown.mechanical > shown.heat * 1e-9;
    const bool freely = shown.free > shown.heat * 1e-9;
    shown.mode = compressors ? (freely ? LoopMode::Mixed : LoopMode::Mechanical) : LoopMode::Free;
    m_result.loops[index] = std::move(shown);
    return {};
}

Result<void> LoopSolver::solvePumps(const Loop& loop, LoopResult& shown) {
    const PlantInput& input = m_plant.input();
    VolumeFlow asked;
    for (const std::size_t pump : loop.pumps) {
        const PumpSpec& spec = input.pumps[pump].spec;
        const auto state = pumpAt(spec, m_pumpHeat[pump], m_pumpFlow[pump]);
        if (!state) return failedAt(input.pumps[pump].name, state.error());
        shown.heat += m_pumpHeat[pump] + state->power;
        shown.flow += state->flow;
        asked += askedFlow(spec, m_pumpHeat[pump], m_pumpFlow[pump]);
        m_result.pumps[pump] = {{}, m_pumpHeat[pump], *state};
    }
    m_states[m_current].flowShare = asked.si() > 0.0 ? std::min(shown.flow / asked, 1.0) : 1.0;
    return {};
}

void LoopSolver::addTanks(const Loop& loop, LoopResult& shown) {
    for (const std::size_t tank : loop.tanks) {
        const TankUnit& unit = m_plant.input().tanks[tank];
        const Temperature around = unit.isOutside ? m_load.outdoors.air.dryBulb : indoors;
        const Power gain = unit.spec.loss * (around - m_states[m_current].supply);
        const Power taken = shown.heat > Power{} ? std::max(gain, -shown.heat) : Power{};
        m_result.tanks[tank] = {{}, taken, rideThrough(unit.spec, shown.flow)};
        shown.heat += taken;
    }
    if (!m_load.tanks.empty()) shiftHeat(loop, shown);
}

/// Water between a tank and what cools the loop, at the loop's rise: charging adds it to the flow,
/// at the power by flow of the loop's pump sets; discharging spares what cools that much.
void LoopSolver::shiftHeat(const Loop& loop, LoopResult& shown) {
    const Power heat = shown.heat;
    Power pumps;
    for (const std::size_t pump : loop.pumps)
        pumps += m_result.pumps[pump].state.power;
    for (const std::size_t tank : loop.tanks) {
        if (shown.heat <= Power{}) break;
        TankUnitResult& unit = m_result.tanks[tank];
        unit.charge = std::max(m_load.tanks[tank], -shown.heat);
        unit.power = pumps * std::max(unit.charge / heat, 0.0);
        shown.flow += shown.flow * (unit.charge / shown.heat);
        shown.heat += unit.charge + unit.power;
    }
}

/// A loop behind exchangers goes as cold as they need, where they are to help.
Temperature LoopSolver::wantedFor(const Loop& loop, const LoopResult& shown) {
    const PlantInput& input = m_plant.input();
    Power capacity;
    for (const Bank& bank : loop.chillers)
        capacity += input.chillers[bank.units.front()].spec.referenceCapacity *
                    static_cast<double>(bank.units.size());
    const double loadShare = capacity > Power{} ? shown.heat / capacity : 1.0;
    m_reset = resetOf(m_plant, loop, loadShare, m_outside);
    Temperature wanted = wantedSupply(m_plant, loop, m_outside) + m_reset;
    for (std::size_t before = 0; before < m_current; ++before) {
        const Loop& served = m_plant.loops().loops[before];
        if (!opensExchangers(served)) continue;
        for (const Bank& bank : served.free) {
            if (bank.kind != SourceKind::Exchanger || !rejectsTo(bank, m_current)) continue;
            const ExchangerSpec& spec = input.exchangers[bank.units.front()].spec;
            wanted = std::min(wanted, m_result.loops[before].wanted - spec.approach);
        }
    }
    return wanted;
}

bool LoopSolver::opensExchangers(const Loop& loop) const {
    return m_economize || loop.chillers.empty();
}

bool LoopSolver::rejectsTo(const Bank& bank, std::size_t loop) const {
    const auto& shares = m_plant.loops().pumpsOfExchanger[bank.units.front()];
    return std::any_of(shares.begin(), shares.end(), [&](const HeatShare& share) {
        return m_plant.loops().loopOfPump[share.to] == loop;
    });
}

Result<Power> LoopSolver::solveReuse(const Loop& loop, const LoopResult& shown) {
    const PlantInput& input = m_plant.input();
    Power taken;
    const auto rise = TemperatureDifference::fromSi(shown.heat.si() / waterRate(shown.flow).si());
    const Temperature returning = std::max(m_states[m_current].returning, shown.wanted + rise);
    for (const std::size_t index : loop.reuse) {
        const auto state = reuseOf(input.reuse[index].spec, shown.heat - taken, returning);
        if (!state) return failedAt(input.reuse[index].name, state.error());
        m_result.reuse[index].state = *state;
        taken += state->taken;
    }
    return taken;
}

/// Without a date, a network asks for the mean of its year.
Result<HeatReuseResult> LoopSolver::reuseOf(HeatReuseSpec spec, Power available,
                                            Temperature loop) const {
    const PlantOutdoors& outdoors = m_load.outdoors;
    if (!outdoors.month) {
        double months = 0.0;
        for (const double month : spec.byMonth)
            months += month / static_cast<double>(spec.byMonth.size());
        spec.byMonth.fill(months);
    }
    if (!outdoors.hour) {
        double hours = 0.0;
        for (const double hour : spec.byHour)
            hours += hour / static_cast<double>(spec.byHour.size());
        spec.byHour.fill(hours);
    }
    return heatReuseAt(spec,
                       {available, loop, outdoors.month.value_or(1), outdoors.hour.value_or(0)});
}

Temperature LoopSolver::supplyBehind(const std::vector<HeatShare>& shares) const {
    double sum = 0.0;
    for (const HeatShare& share : shares)
        sum += share.share * m_states[m_plant.loops().loopOfPump[share.to]].supply.si();
    return Temperature::fromSi(sum);
}

double LoopSolver::flowShareBehind(const std::vector<HeatShare>& shares) const {
    double sum = 0.0;
    for (const HeatShare& share : shares)
        sum += share.share * m_states[m_plant.loops().loopOfPump[share.to]].flowShare;
    return sum;
}

void LoopSolver::addRejected(const std::vector<HeatShare>& shares, Power heat, VolumeFlow flow) {
    for (const HeatShare& share : shares) {
        m_pumpHeat[share.to] += heat * share.share;
        m_pumpFlow[share.to] += flow * share.share;
    }
}

}  // namespace halltwin::cooling
