// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/loop_solver.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

Result<void> LoopSolver::solveFree(const Loop& loop, Power heat, LoopResult& shown) {
    const std::vector<FreeShare> shares = sharesOf(loop, shown);
    for (const Bank& bank : loop.free)
        for (const std::size_t unit : bank.units)
            keepUnit(bank, unit, m_plant.free().idle(bank, {{}, shown.wanted, {}, {}}, m_outside),
                     {});
    if (shares.empty()) {
        if (loop.chillers.empty()) shown.unmet = heat;
        return {};
    }
    if (loop.chillers.empty()) return solveAlone(shares, heat, shown);
    const Temperature entering = shown.wanted + heat / waterRate(shown.flow);
    const auto taken = keepFrom(shares, entering);
    if (!taken) return tl::unexpected(taken.error());
    shown.free += std::min(*taken, heat);
    return {};
}

/// What helps in a loop, with its part of the water.
std::vector<LoopSolver::FreeShare> LoopSolver::sharesOf(const Loop& loop, const LoopResult& shown) {
    const FreeCooling& free = m_plant.free();
    if (!opensExchangers(loop)) return {};
    std::vector<FreeShare> shares;
    double total = 0.0;
    for (const Bank& bank : loop.free) {
        const bool leadsNowhere = bank.kind == SourceKind::Exchanger &&
                                  m_plant.loops().pumpsOfExchanger[bank.units.front()].empty();
        if (leadsNowhere || m_shut.contains(&bank)) continue;
        shares.push_back({&bank, 0, {}});
        total += free.designOf(bank).si() * static_cast<double>(bank.units.size());
    }
    const HeatCapacityRate water = waterRate(shown.flow);
    for (FreeShare& share : shares) {
        const Bank& bank = *share.bank;
        const HeatCapacityRate ofBank =
            water * (free.designOf(bank).si() * static_cast<double>(bank.units.size()) / total);
        share.running = latched(bank, free.runningFor(bank, ofBank));
        share.point.water = ofBank / static_cast<double>(share.running);
        share.point.wanted = shown.wanted;
        if (bank.kind != SourceKind::Exchanger) continue;
        const auto& behind = m_plant.loops().pumpsOfExchanger[bank.units.front()];
        share.point.coldIn = supplyBehind(behind);
        share.point.cold = free.coldFlowOf(bank.units.front()) * flowShareBehind(behind);
    }
    return shares;
}

/// Nothing else cools the loop: all heat goes, and the water comes as cold as that allows.
Result<void> LoopSolver::solveAlone(const std::vector<FreeShare>& shares, Power heat,
                                    LoopResult& shown) {
    if (shares.size() == 1) {
        const FreeShare& only = shares.front();
        const auto answer = m_plant.free().taking(
            *only.bank, heat / static_cast<double>(only.running), only.point, m_outside);
        if (!answer) return tl::unexpected(answer.error());
        keep(only, *answer);
        shown.supply = answer->leaving;
    } else {
        const auto entering = enteringFor(shares, heat, shown);
        if (!entering) return tl::unexpected(entering.error());
        if (const auto taken = keepFrom(shares, *entering); !taken)
            return tl::unexpected(taken.error());
        shown.supply = *entering - heat / waterRate(shown.flow);
    }
    shown.free += heat;
    shown.holdsWanted = shown.supply <= shown.wanted + kelvins(1e-6);
    return {};
}

/// Temperature from which sources of several kinds take all the heat together.
Result<Temperature> LoopSolver::enteringFor(const std::vector<FreeShare>& shares, Power heat,
                                            const LoopResult& shown) const {
    constexpr int mostSteps = 80;
    constexpr double mostRiseK = 80.0;
    const auto missing = [&](Temperature entering) -> Result<double> {
        const auto taken = takenFrom(shares, entering);
        if (!taken) return tl::unexpected(taken.error());
        return (heat - *taken) / heat;
    };
    Temperature low = shown.wanted + heat / waterRate(shown.flow);
    auto lowMiss = missing(low);
    if (!lowMiss || *lowMiss <= 1e-12) return low;
    Temperature high = low + kelvins(mostRiseK);
    auto highMiss = missing(high);
    for (int step = 0; step < mostSteps && lowMiss && highMiss; ++step) {
        const double along = *lowMiss / (*lowMiss - *highMiss);
        const Temperature at = low + (high - low) * along;
        const auto miss = missing(at);
        if (!miss) return tl::unexpected(miss.error());
        if (std::abs(*miss) < 1e-12 || (high - low).si() < 1e-11) return at;
        if (*miss > 0.0) {
            low = at;
            lowMiss = *miss;
            *highMiss *= 0.5;  // Illinois: the end that stays loses weight
        } else {
            high = at;
            highMiss = *miss;
            *lowMiss *= 0.5;
        }
    }
    if (!lowMiss) return tl::unexpected(lowMiss.error());
    if (!highMiss) return tl::unexpected(highMiss.error());
    return high;
}

Result<Power> LoopSolver::takenFrom(const std::vector<FreeShare>& shares,
                                    Temperature entering) const {
    Power taken;
    for (const FreeShare& share : shares) {
        const auto answer =
            m_plant.free().coolingFrom(*share.bank, entering, share.point, m_outside);
        if (!answer) return tl::unexpected(answer.error());
        taken += answer->heat * static_cast<double>(share.running);
    }
    return taken;
}

Result<Power> LoopSolver::keepFrom(const std::vector<FreeShare>& shares, Temperature entering) {
    Power taken;
    for (const FreeShare& share : shares) {
        const auto answer =
            m_plant.free().coolingFrom(*share.bank, entering, share.point, m_outside);
        if (!answer) return tl::unexpected(answer.error());
        taken += answer->heat * static_cast<double>(share.running);
        shutIfIdle(*share.bank, answer->heat);
        if (answer->heat > Power{}) keep(share, *answer);
    }
    return taken;
}

std::size_t LoopSolver::latched(const Bank& bank, std::size_t running) {
    constexpr int freeRounds = 6;
    std::size_t& last = m_running[&bank];
    last = m_round < freeRounds ? running : std::max(last, running);
    return last;
}

void LoopSolver::shutIfIdle(const Bank& bank, Power heat) {
    constexpr int freeRounds = 10;
    if (bank.kind == SourceKind::Exchanger && m_round >= freeRounds && heat <= Power{})
        m_shut.insert(&bank);
}

void LoopSolver::keep(const FreeShare& share, const FreeAnswer& answer) {
    for (std::size_t n = 0; n < share.running; ++n)
        keepUnit(*share.bank, share.bank->units[n], answer, share.point);
}

void LoopSolver::keepUnit(const Bank& bank, std::size_t unit, const FreeAnswer& answer,
                          const FreePoint& point) {
    if (bank.kind == SourceKind::Exchanger) {
        m_result.exchangers[unit] = answer.exchanger;
        if (answer.heat <= Power{}) return;
        const double perFlow = (waterDensity * waterSpecificHeat).si();
        addRejected(m_plant.loops().pumpsOfExchanger[unit], answer.heat,
                    VolumeFlow::fromSi(m_plant.free().coldFlowOf(unit).si() / perFlow));
        return;
    }
    RejectorResult shown = answer.rejector;
    shown.heat = answer.heat;
    shown.power = answer.power;
    shown.entering = answer.entering;
    shown.leaving = answer.leaving;
    shown.wanted = point.wanted;
    shown.holdsWanted = answer.heat <= Power{} || answer.holdsWanted;
    if (bank.kind == SourceKind::Tower)
        m_result.towers[unit] = std::move(shown);
    else if (bank.kind == SourceKind::DryCooler)
        m_result.dryCoolers[unit] = std::move(shown);
    else
        m_result.waterSources[unit] = std::move(shown);
}

void LoopSolver::idleAll(const Loop& loop, const LoopResult& shown) {
    const FreePoint point{{}, shown.wanted, {}, {}};
    for (const Bank& bank : loop.free)
        for (const std::size_t unit : bank.units)
            keepUnit(bank, unit, m_plant.free().idle(bank, point, m_outside), point);
    for (const Bank& bank : loop.chillers)
        for (const std::size_t unit : bank.units)
            m_result.chillers[unit] = {};
    for (const std::size_t index : loop.reuse)
        m_result.reuse[index] = {};
}

}  // namespace halltwin::cooling
