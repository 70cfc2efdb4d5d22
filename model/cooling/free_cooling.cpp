// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/free_cooling.h"

#include "model/cooling/named_failure.h"
#include "model/cooling/tower.h"
#include "model/cooling/tower_frost.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {
namespace {

constexpr double leastTowerFlow = 0.75;  // of the design: below it YorkCalc was not fitted
constexpr double leastDryFlow = 0.25;

/// In frost no colder water than the fill bears.
Temperature frostSafe(Temperature wanted, const Outside& outside) {
    const bool frost = outside.given.air.dryBulb < celsius(0.0);
    return frost ? std::max(wanted, coldestWaterInFrost) : wanted;
}

/// Of natural water in the month, without a date in the warmest one.
Temperature naturalWater(const WaterSourceSpec& spec, const PlantOutdoors& outdoors) {
    if (!outdoors.month)
        return celsius(*std::max_element(spec.monthlyC.begin(), spec.monthlyC.end()));
    const int month = std::clamp(*outdoors.month, 1, 12);
    return celsius(spec.monthlyC[static_cast<std::size_t>(month - 1)]);
}

FreeAnswer untouched(Temperature entering) {
    FreeAnswer answer;
    answer.entering = answer.leaving = entering;
    return answer;
}

/// Heat from water of a temperature by a law that answers for a heat: the heat whose water enters
/// at that temperature. The law is nearly a straight line from the coldest the water could be.
template <class Taking>
Result<FreeAnswer> heatFrom(Temperature entering, Temperature coldest, const FreePoint& point,
                            const Taking& taking) {
    constexpr int mostSteps = 40;
    constexpr double nearK = 1e-10;
    const Power full = point.water * (entering - point.wanted);
    if (full <= Power{} || entering <= coldest) return untouched(entering);
    Result<FreeAnswer> at = taking(full);
    if (!at || at->holdsWanted) return at;
    double high = full.si();
    double highMiss = (at->entering - entering).si();
    double low = 0.0;
    double lowMiss = (coldest - entering).si();
    for (int step = 0; step < mostSteps; ++step) {
        const double heat = low - lowMiss * (high - low) / (highMiss - lowMiss);
        at = taking(watts(heat));
        if (!at) return at;
        const double miss = (at->entering - entering).si();
        if (std::abs(miss) < nearK || high - low < 1e-12 * full.si()) break;
        if (miss > 0.0) {
            high = heat;
            highMiss = miss;
            lowMiss *= 0.5;  // Illinois: the end that stays loses weight
        } else {
            low = heat;
            lowMiss = miss;
            highMiss *= 0.5;
        }
    }
    return at;
}

/// Water that carries a heat through a unit that answers for a temperature. At full flow such a
/// unit's heat is proportional to the temperature above its cold stream.
template <class From>
Result<FreeAnswer> stateWith(Power heat, Temperature cold, const FreePoint& point,
                             const From& from) {
    const Temperature held = point.wanted + heat / point.water;
    auto atHeld = from(held, point.wanted);
    if (!atHeld) return atHeld;
    if (atHeld->holdsWanted) {
        // A valve or pump is found to a tolerance; the heat is the one that was asked for.
        atHeld->heat = heat;
        return atHeld;
    }
    const Temperature probe = cold + kelvins(10.0);
    const auto most = from(probe, cold);
    if (!most || most->heat <= Power{}) return most;
    const Temperature entering = cold + kelvins(10.0) * (heat / most->heat);
    auto answer = from(entering, cold);
    if (answer) answer->holdsWanted = false;
    return answer;
}

}  // namespace

Outside outsideOf(const PlantOutdoors& outdoors) {
    return {outdoors, wetBulb(outdoors.air)};
}

Result<FreeCooling> FreeCooling::of(const PlantInput& input) {
    FreeCooling result;
    for (const auto& unit : input.towers)
        result.m_towers.push_back(unit.spec);
    for (const auto& unit : input.dryCoolers) {
        auto cooler = dryCoolerFrom(unit.spec);
        if (!cooler) return failedAt(unit.name, cooler.error());
        result.m_dryCoolers.push_back(*std::move(cooler));
    }
    for (const auto& unit : input.exchangers) {
        const ExchangerSpec& spec = unit.spec;
        const auto exchanger = cooling::exchangerFrom(
            {waterRate(spec.hot), waterRate(spec.cold), spec.range, spec.approach});
        if (!exchanger) return failedAt(unit.name, exchanger.error());
        // Whether it pays to open is the plant's to say, so no least gain.
        result.m_exchangers.push_back({*exchanger, spec.piping, kelvins(0.0)});
    }
    for (const auto& unit : input.waterSources) {
        const WaterSourceSpec& spec = unit.spec;
        const auto exchanger = cooling::exchangerFrom(
            {waterRate(spec.loop), waterRate(spec.source), spec.range, spec.approach});
        if (!exchanger) return failedAt(unit.name, exchanger.error());
        result.m_sinks.push_back({*exchanger, spec.pump, spec.leastFlowShare, spec.highestOut});
        result.m_sources.push_back(spec);
    }
    return result;
}

Result<FreeAnswer> FreeCooling::towerTaking(std::size_t unit, Power heat, const FreePoint& point,
                                            const Outside& outside) const {
    const TowerSpec& spec = m_towers[unit];
    const double perFlow = (waterDensity * waterSpecificHeat).si();
    const VolumeFlow flow = VolumeFlow::fromSi(point.water.si() / perFlow);
    const Temperature wanted = frostSafe(point.wanted, outside);
    const auto state =
        towerAt(spec, {heat, flow, outside.wetBulb, wanted, outside.given.air.pressure});
    if (!state) return tl::unexpected(state.error());
    const auto frost = frostAt(spec.basin, heat, state->leaving, outside.given.air.dryBulb);
    if (!frost) return tl::unexpected(frost.error());
    FreeAnswer answer{heat,
                      state->fan + frost->heater,
                      state->entering,
                      state->leaving,
                      state->leaving <= point.wanted + kelvins(1e-6),
                      {},
                      {}};
    RejectorResult& shown = answer.rejector;
    shown.share = state->airShare;
    shown.basinHeater = frost->heater;
    shown.evaporation = state->evaporation;
    shown.bleed = state->blowdown;
    shown.drift = state->drift;
    shown.outOfRange = state->outOfRange;
    shown.icing = frost->icing;
    return answer;
}

Result<FreeAnswer> FreeCooling::dryCoolerTaking(std::size_t unit, Power heat,
                                                const FreePoint& point,
                                                const Outside& outside) const {
    const auto state =
        dryCoolerAt(m_dryCoolers[unit], {heat, point.water, outside.given.air, point.wanted});
    if (!state) return tl::unexpected(state.error());
    FreeAnswer answer{heat, state->fan, state->entering, state->leaving, state->holdsWanted,
                      {},   {}};
    answer.rejector.share = state->airShare;
    answer.rejector.evaporation = state->evaporation;
    answer.rejector.bleed = state->bleed;
    answer.rejector.outOfRange = state->outOfRange;
    return answer;
}

Result<FreeAnswer> FreeCooling::exchangerFrom(const WaterEconomizer& exchanger,
                                              Temperature entering, const FreePoint& point) const {
    const auto state = waterEconomizerAt(
        exchanger, {point.water, point.cold, entering, point.coldIn, point.wanted});
    if (!state) return tl::unexpected(state.error());
    FreeAnswer answer{state->heat, Power{}, entering, state->loopOut, state->left <= Power{},
                      {},          {}};
    answer.exchanger = {{},           state->mode,     state->heat, entering, state->loopOut,
                        point.coldIn, state->sourceOut};
    return answer;
}

Result<FreeAnswer> FreeCooling::sinkFrom(std::size_t unit, Temperature entering,
                                         const FreePoint& point, const Outside& outside) const {
    const auto state =
        waterSinkAt(m_sinks[unit], {point.water, entering,
                                    naturalWater(m_sources[unit], outside.given), point.wanted});
    if (!state) return tl::unexpected(state.error());
    FreeAnswer answer{state->heat,        state->pump, entering, state->loopOut,
                      state->holdsWanted, {},          {}};
    answer.rejector.share = state->flowShare;
    answer.rejector.tooWarm = state->tooWarm;
    return answer;
}

Result<FreeAnswer> FreeCooling::taking(const Bank& bank, Power heat, const FreePoint& point,
                                       const Outside& outside) const {
    const std::size_t unit = bank.units.front();
    const auto at = [&](Temperature wanted) {
        FreePoint same = point;
        same.wanted = wanted;
        return same;
    };
    switch (bank.kind) {
        case SourceKind::Tower: return towerTaking(unit, heat, point, outside);
        case SourceKind::DryCooler: return dryCoolerTaking(unit, heat, point, outside);
        case SourceKind::Exchanger: {
            // With nothing behind it that could take over, it stays open.
            WaterEconomizer alone = m_exchangers[unit];
            alone.piping = EconomizerPiping::Integrated;
            return stateWith(heat, point.coldIn, point, [&](Temperature entering, Temperature to) {
                return exchangerFrom(alone, entering, at(to));
            });
        }
        default:
            return stateWith(heat, naturalWater(m_sources[unit], outside.given), point,
                             [&](Temperature entering, Temperature to) {
                                 return sinkFrom(unit, entering, at(to), outside);
                             });
    }
}

Result<FreeAnswer> FreeCooling::coolingFrom(const Bank& bank, Temperature entering,
                                            const FreePoint& point, const Outside& outside) const {
    const std::size_t unit = bank.units.front();
    switch (bank.kind) {
        case SourceKind::Exchanger: return exchangerFrom(m_exchangers[unit], entering, point);
        case SourceKind::WaterSource: return sinkFrom(unit, entering, point, outside);
        default:
            return heatFrom(entering, outside.wetBulb, point,
                            [&](Power heat) { return taking(bank, heat, point, outside); });
    }
}

HeatCapacityRate FreeCooling::designOf(const Bank& bank) const {
    const std::size_t unit = bank.units.front();
    switch (bank.kind) {
        case SourceKind::Tower: return waterRate(m_towers[unit].water);
        case SourceKind::DryCooler: return m_dryCoolers[unit].fluid;
        case SourceKind::Exchanger: return m_exchangers[unit].exchanger.hot;
        default: return m_sinks[unit].exchanger.hot;
    }
}

std::size_t FreeCooling::runningFor(const Bank& bank, HeatCapacityRate water) const {
    const double least = bank.kind == SourceKind::Tower       ? leastTowerFlow
                         : bank.kind == SourceKind::DryCooler ? leastDryFlow
                                                              : 0.0;
    if (least == 0.0) return bank.units.size();
    const double flow = water / designOf(bank);  // in units of one machine
    double fewest = 1.0;
    if (bank.kind == SourceKind::Tower)
        fewest = std::ceil(flow / towerWaterBounds(m_towers[bank.units.front()].law).high - 1e-9);
    const double fits = std::max(std::floor(flow / least), fewest);
    return static_cast<std::size_t>(std::clamp(fits, 1.0, static_cast<double>(bank.units.size())));
}

HeatCapacityRate FreeCooling::coldFlowOf(std::size_t exchanger) const {
    return m_exchangers[exchanger].exchanger.cold;
}

FreeAnswer FreeCooling::idle(const Bank& bank, const FreePoint& point,
                             const Outside& outside) const {
    FreeAnswer answer = untouched(point.wanted);
    if (bank.kind != SourceKind::Tower) return answer;
    const auto frost = frostAt(m_towers[bank.units.front()].basin, Power{}, point.wanted,
                               outside.given.air.dryBulb);
    if (!frost) return answer;
    answer.power = answer.rejector.basinHeater = frost->heater;
    answer.rejector.icing = frost->icing;
    return answer;
}

}  // namespace halltwin::cooling
