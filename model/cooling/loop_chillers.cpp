// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/compressor.h"
#include "model/cooling/loop_solver.h"
#include "model/cooling/named_failure.h"
#include "model/cooling/staging.h"

#include <algorithm>

namespace halltwin::cooling {
namespace {

template <class Unit, class Shown>
void name(const std::vector<Unit>& units, std::vector<Shown>& shown) {
    for (std::size_t i = 0; i < units.size(); ++i)
        shown[i].id = units[i].id;
}

LoopMode modeOf(Power free, Power mechanical) {
    const Power all = free + mechanical;
    if (all <= Power{}) return LoopMode::Idle;
    if (mechanical <= all * 1e-9) return LoopMode::Free;
    return free <= all * 1e-9 ? LoopMode::Mechanical : LoopMode::Mixed;
}

}  // namespace

Temperature LoopSolver::condenserOf(const Bank& bank) const {
    const std::size_t unit = bank.units.front();
    const ChillerUnit& chiller = m_plant.input().chillers[unit];
    const auto& behind = m_plant.loops().pumpsOfChiller[unit];
    if (behind.empty()) return condenserInOf(m_plant.input(), chiller, m_load.outdoors);
    // A bypass keeps the condenser as warm as the compressor needs it.
    return std::max(supplyBehind(behind), celsius(chiller.spec.condenserRangeC[0]));
}

/// Chillers share what is left by capacity, equal ones by the plant's staging.
Result<void> LoopSolver::solveChillers(const Loop& loop, Power heat, LoopResult& shown) {
    const PlantInput& input = m_plant.input();
    const Power asked = std::max(heat, Power{});
    std::vector<double> capacity;
    double total = 0.0;
    double units = 0.0;
    for (const Bank& bank : loop.chillers) {
        const ChillerUnit& unit = input.chillers[bank.units.front()];
        const double count = static_cast<double>(bank.units.size());
        capacity.push_back(
            chillerCapacity(unit.spec, unit.leavingWater + m_reset, condenserOf(bank)).si() *
            count);
        total += capacity.back();
        units += count;
    }
    for (std::size_t n = 0; n < loop.chillers.size(); ++n) {
        const Bank& bank = loop.chillers[n];
        const double share =
            total > 0.0 ? capacity[n] / total : static_cast<double>(bank.units.size()) / units;
        const auto unmet = runBank(bank, asked * share);
        if (!unmet) return tl::unexpected(unmet.error());
        shown.unmet += *unmet;
        shown.mechanical += asked * share - *unmet;
    }
    return {};
}

Result<std::size_t> LoopSolver::stagedUnits(const Bank& bank, Power asked,
                                            const ChillerPoint& point) {
    const StagingRule rule = m_plant.input().control.staging;
    if (rule == StagingRule::All || bank.units.size() == 1) return bank.units.size();
    const ChillerSpec& spec = m_plant.input().chillers[bank.units.front()].spec;
    Staging staging;
    staging.installed = static_cast<int>(bank.units.size());
    staging.capacity = chillerCapacity(spec, point.leavingWater, point.condenserIn);
    staging.leastPartLoad = std::clamp(spec.partLoadRange[0], 0.0, 1.0);
    staging.rule = rule;
    const auto staged = stageUnits(staging, asked, [&](Power heat) {
        ChillerPoint at = point;
        at.heat = heat;
        const auto state = chillerAt(spec, at);
        return state ? state->power : Power{};
    });
    if (!staged) return tl::unexpected(staged.error());
    return latched(bank, static_cast<std::size_t>(std::max(staged->running, 1)));
}

/// Returns what the bank could not take.
Result<Power> LoopSolver::runBank(const Bank& bank, Power asked) {
    const PlantInput& input = m_plant.input();
    const ChillerUnit& first = input.chillers[bank.units.front()];
    ChillerPoint point{Power{}, first.leavingWater + m_reset, condenserOf(bank), input.beyondRange};
    const auto running = stagedUnits(bank, asked, point);
    if (!running) return failedAt(first.name, running.error());
    const auto resting = chillerAt(first.spec, point);
    if (!resting) return failedAt(first.name, resting.error());
    point.heat = asked / static_cast<double>(*running);
    const auto state = chillerAt(first.spec, point);
    if (!state) return failedAt(first.name, state.error());
    for (std::size_t n = 0; n < bank.units.size(); ++n) {
        const std::size_t unit = bank.units[n];
        const ChillerResult& shown = n < *running ? *state : *resting;
        m_result.chillers[unit] = {{}, shown, point.condenserIn};
        addRejected(m_plant.loops().pumpsOfChiller[unit], shown.heat + shown.power, {});
    }
    return state->unmet * static_cast<double>(*running);
}

Result<void> LoopSolver::finish() {
    if (auto done = solveDirect(); !done) return done;
    nameUnits();
    addUp();
    addRejection();
    return {};
}

Result<void> LoopSolver::solveDirect() {
    const PlantInput& input = m_plant.input();
    const Temperature outdoors = m_load.outdoors.air.dryBulb;
    for (std::size_t i = 0; i < input.direct.size(); ++i) {
        const DirectUnit& unit = input.direct[i];
        const auto power = cracPower(m_load.direct[i], unit.ratedCop, outdoors);
        if (!power) return failedAt(unit.name, power.error());
        m_result.direct.push_back(
            {unit.id, m_load.direct[i], cracCop(unit.ratedCop, outdoors), *power});
    }
    return {};
}

void LoopSolver::nameUnits() {
    const PlantInput& input = m_plant.input();
    name(input.chillers, m_result.chillers);
    name(input.pumps, m_result.pumps);
    name(input.towers, m_result.towers);
    name(input.dryCoolers, m_result.dryCoolers);
    name(input.waterSources, m_result.waterSources);
    name(input.exchangers, m_result.exchangers);
    name(input.reuse, m_result.reuse);
    name(input.tanks, m_result.tanks);
    for (std::size_t i = 0; i < input.coils.size(); ++i) {
        const auto& pumps = m_plant.loops().pumpsOfCoil[i];
        double water = 0.0;
        for (const HeatShare& pump : pumps)
            water += pump.share * m_result.loops[m_plant.loops().loopOfPump[pump.to]].supply.si();
        const bool connected = !pumps.empty();
        m_result.coils.push_back(
            {input.coils[i].id, connected, connected ? Temperature::fromSi(water) : Temperature{}});
        (connected ? m_result.coilHeat : m_result.unserved) += m_load.coils[i];
    }
}

void LoopSolver::addUp() {
    for (const auto& unit : m_result.pumps)
        m_result.pumpPower += unit.state.power;
    for (const auto& unit : m_result.chillers)
        m_result.compressorPower += unit.state.power;
    for (const auto& unit : m_result.direct) {
        m_result.directHeat += unit.heat;
        m_result.compressorPower += unit.power;
    }
    for (const auto& unit : m_result.tanks) {
        m_result.tankGain += unit.gain;
        m_result.tankCharge += unit.charge;
        m_result.pumpPower += unit.power;
    }
    for (const auto& unit : m_result.reuse) {
        m_result.reusePower += unit.state.power;
        m_result.recovered += unit.state.delivered;
    }
    Power free;
    Power mechanical = m_result.directHeat;
    for (const LoopResult& loop : m_result.loops) {
        m_result.unmet += loop.unmet;
        if (loop.rejects) continue;
        free += loop.free;
        mechanical += loop.mechanical;
    }
    m_result.mode = modeOf(free, mechanical);
}

/// Whatever goes outdoors: by towers, dry coolers and natural water, and by condensers that no pump
/// set serves.
void LoopSolver::addRejection() {
    for (const auto* units : {&m_result.towers, &m_result.dryCoolers, &m_result.waterSources})
        for (const RejectorResult& unit : *units) {
            m_result.rejectionPower += unit.power;
            m_result.rejected += unit.heat + unit.power;
            m_result.water += unit.makeUp();
        }
    for (std::size_t i = 0; i < m_result.chillers.size(); ++i) {
        const ChillerResult& state = m_result.chillers[i].state;
        if (m_plant.loops().pumpsOfChiller[i].empty())
            m_result.rejected += state.heat + state.power;
    }
    for (const DirectUnitResult& unit : m_result.direct)
        m_result.rejected += unit.heat + unit.power;
}

}  // namespace halltwin::cooling
