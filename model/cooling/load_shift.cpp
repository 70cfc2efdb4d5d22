// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/load_shift.h"

#include <algorithm>

namespace halltwin::cooling {
namespace {

constexpr double reserve = 0.5;          // of a tank, for the loss of its chillers
constexpr double stratifiedShare = 0.9;  // that leaves cold; the rest is where the waters meet
constexpr double mixedShare = 0.25;    // of two mixed halves, until what leaves is warm by a tenth
constexpr double chillerMargin = 0.9;  // charging makes condenser water warmer
constexpr std::size_t mostHours = 8;   // a third of the day, each way
const Duration oneHour = hours(1.0);

Volume usableOf(const TankSpec& spec) {
    const double share = spec.model == TankModel::Stratified ? stratifiedShare : mixedShare;
    return spec.volume * (share * (1.0 - reserve));
}

/// Places of the day's hours from the coldest wet bulb up.
std::vector<std::size_t> byWetBulb(const std::vector<ShiftHour>& day) {
    std::vector<std::size_t> order(day.size());
    for (std::size_t n = 0; n < order.size(); ++n)
        order[n] = n;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return day[a].wetBulb < day[b].wetBulb; });
    return order;
}

Power sumOver(const std::vector<ShiftHour>& day, const std::vector<std::size_t>& hours,
              Power ShiftLimits::*limit) {
    Power sum;
    for (const std::size_t hour : hours)
        sum += day[hour].limits.*limit;
    return sum;
}

}  // namespace

std::vector<TankLoop> tankLoops(const PreparedPlant& plant) {
    std::vector<TankLoop> found;
    const auto& loops = plant.loops().loops;
    for (std::size_t n = 0; n < loops.size(); ++n) {
        if (loops[n].tanks.empty() || loops[n].chillers.empty()) continue;
        TankLoop loop{n, {}, {}};
        for (const std::size_t tank : loops[n].tanks)
            loop.usable += usableOf(plant.input().tanks[tank].spec);
        if (loop.usable <= Volume{}) continue;
        for (const std::size_t tank : loops[n].tanks)
            loop.tanks.push_back({tank, usableOf(plant.input().tanks[tank].spec) / loop.usable});
        found.push_back(std::move(loop));
    }
    return found;
}

std::vector<ShiftLimits> shiftLimits(const PreparedPlant& plant, const std::vector<TankLoop>& loops,
                                     const PlantResult& solved) {
    std::vector<ShiftLimits> limits;
    for (const TankLoop& tanks : loops) {
        const LoopResult& loop = solved.loops[tanks.loop];
        Power capacity;
        for (const Bank& bank : plant.loops().loops[tanks.loop].chillers)
            for (const std::size_t unit : bank.units) {
                const auto& chiller = solved.chillers[unit];
                const ChillerSpec& spec = plant.input().chillers[unit].spec;
                capacity += chillerCapacity(spec, loop.supply, chiller.condenserIn) *
                            std::min(spec.partLoadRange[1], 1.0);
            }
        const Power spare = std::max(capacity * chillerMargin - loop.mechanical, Power{});
        const bool holds = loop.unmet <= Power{} && loop.heat > Power{};
        limits.push_back({holds ? spare : Power{}, loop.mechanical,
                          std::max(loop.returning - loop.supply, TemperatureDifference{})});
    }
    return limits;
}

std::vector<Power> planShift(const std::vector<ShiftHour>& day, Volume usable) {
    std::vector<Power> plan(day.size());
    const std::vector<std::size_t> order = byWetBulb(day);
    std::vector<std::size_t> giving;
    for (auto hour = order.rbegin(); hour != order.rend() && giving.size() < mostHours; ++hour)
        if (day[*hour].limits.discharge > Power{}) giving.push_back(*hour);
    if (giving.empty()) return plan;
    const std::size_t first = *std::min_element(giving.begin(), giving.end());
    std::vector<std::size_t> taking;
    for (const std::size_t hour : order)
        if (hour < first && taking.size() < mostHours && day[hour].limits.charge > Power{})
            taking.push_back(hour);
    if (taking.empty()) return plan;
    TemperatureDifference rise = day[first].limits.rise;
    for (const auto* hours : {&giving, &taking})
        for (const std::size_t hour : *hours)
            rise = std::min(rise, day[hour].limits.rise);
    const Power give = sumOver(day, giving, &ShiftLimits::discharge);
    const Power take = sumOver(day, taking, &ShiftLimits::charge);
    const Energy stored = waterDensity * waterSpecificHeat * usable * rise;
    const Power moved = std::min({stored / oneHour, give, take});
    for (const std::size_t hour : giving)
        plan[hour] = -day[hour].limits.discharge * (moved / give);
    for (const std::size_t hour : taking)
        plan[hour] = day[hour].limits.charge * (moved / take);
    return plan;
}

}  // namespace halltwin::cooling
