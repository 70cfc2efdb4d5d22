// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/year_states.h"

#include "model/twin/electrical.h"
#include "model/twin/mechanical.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace halltwin::twin {
namespace {

Power& part(YearHour& hour, YearPart which) {
    return hour.parts[static_cast<std::size_t>(which)];
}

Power between(Power low, Power high, double share) {
    return low + (high - low) * share;
}

Power sumOf(const PowerByItem& powers) {
    Power sum;
    for (const auto& [id, power] : powers)
        sum += power;
    return sum;
}

/// A plant's figures that change over the year.
Power plantPower(const cooling::PlantResult& plant) {
    return plant.pumpPower + plant.compressorPower + plant.rejectionPower + plant.reusePower;
}

/// The weather half way between two; its date is that of the second.
cooling::PlantOutdoors between(const cooling::PlantOutdoors& low,
                               const cooling::PlantOutdoors& high) {
    cooling::PlantOutdoors middle = high;
    middle.air.dryBulb = low.air.dryBulb + (high.air.dryBulb - low.air.dryBulb) * 0.5;
    middle.air.humidityRatio = 0.5 * (low.air.humidityRatio + high.air.humidityRatio);
    return middle;
}

void findUnsafe(ItemId unit, const std::vector<cooling::RangeExcess>& excesses,
                std::optional<UnitExcess>& found) {
    for (const cooling::RangeExcess& excess : excesses)
        if (!excess.conservative && !found) found = UnitExcess{unit, excess};
}

/// The first unit at work whose law flatters it.
std::optional<UnitExcess> unsafeExcess(const cooling::PlantResult& plant) {
    std::optional<UnitExcess> found;
    for (const cooling::ChillerUnitResult& unit : plant.chillers)
        if (unit.state.heat > Power{}) findUnsafe(unit.id, unit.state.outOfRange, found);
    for (const auto* units : {&plant.towers, &plant.dryCoolers})
        for (const cooling::RejectorResult& unit : *units)
            if (unit.heat > Power{}) findUnsafe(unit.id, unit.outOfRange, found);
    return found;
}

/// How far the worst loop that serves a hall is above its set-point.
TemperatureDifference warmthOf(const cooling::PlantResult& plant) {
    TemperatureDifference warmest;
    for (const cooling::LoopResult& loop : plant.loops)
        if (!loop.rejects && !loop.holdsWanted)
            warmest = std::max(warmest, loop.supply - loop.wanted);
    return warmest;
}

/// No compressor runs while a tank takes all heat.
cooling::LoopMode modeOf(const cooling::PlantResult& plant) {
    const bool isTankAlone = plant.mode == cooling::LoopMode::Idle && plant.tankCharge < Power{};
    return isTankAlone ? cooling::LoopMode::Free : plant.mode;
}

/// What can be moved at a load between two without going beyond either's limits.
std::vector<cooling::ShiftLimits> leastOf(const std::vector<cooling::ShiftLimits>& low,
                                          const std::vector<cooling::ShiftLimits>& high) {
    std::vector<cooling::ShiftLimits> least;
    for (std::size_t n = 0; n < low.size(); ++n)
        least.push_back({std::min(low[n].charge, high[n].charge),
                         std::min(low[n].discharge, high[n].discharge),
                         std::min(low[n].rise, high[n].rise)});
    return least;
}

/// What lies between two loads.
YearHour between(const YearHour& low, const YearHour& high, double shareOfHigh) {
    YearHour hour = low;
    hour.loadFactor += (high.loadFactor - low.loadFactor) * shareOfHigh;
    for (std::size_t n = 0; n < yearPartCount; ++n)
        hour.parts[n] = between(low.parts[n], high.parts[n], shareOfHigh);
    hour.facility = between(low.facility, high.facility, shareOfHigh);
    hour.tank = between(low.tank, high.tank, shareOfHigh);
    hour.rejected = between(low.rejected, high.rejected, shareOfHigh);
    hour.recovered = between(low.recovered, high.recovered, shareOfHigh);
    hour.water = low.water + (high.water - low.water) * shareOfHigh;
    hour.warm = low.warm + (high.warm - low.warm) * shareOfHigh;
    hour.mode = shareOfHigh < 0.5 ? low.mode : high.mode;
    hour.icing = low.icing || high.icing;
    hour.unmet = between(low.unmet, high.unmet, shareOfHigh);
    hour.outOfRange = low.outOfRange || high.outOfRange;
    hour.excess = high.excess ? high.excess : low.excess;
    return hour;
}

}  // namespace

Power facilityPower(const CoupledState& state) {
    return state.power.sourceInput + state.loads.uncordedDemand();
}

Result<LoadState> LoadState::at(const TwinInput& input, double loadFactor,
                                const std::array<cooling::PlantOutdoors, 2>& ends,
                                const RoomSolver& solveRoom, const std::stop_token& stop) {
    LoadState result;
    result.m_loadFactor = loadFactor;
    for (const cooling::PlantOutdoors& end : ends) {
        const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario,
                                              Conditions{end, loadFactor}, input.network);
        if (!point) return tl::unexpected(point.error());
        const auto state = couple(*point, solveRoom, stop);
        if (!state) return tl::unexpected(state.error());
        if (auto added = result.addEnd(*point, *state); !added)
            return tl::unexpected(added.error());
        if (result.m_ends.size() < ends.size()) continue;
        if (auto added = result.addMiddle(*point, *state); !added)
            return tl::unexpected(added.error());
    }
    return result;
}

/// What neither the weather nor the hour changes.
void LoadState::addSteady(const OperatingPoint& point, const CoupledState& state) {
    m_lights = state.loads.lights;
    for (const Item& item : point.project().items) {
        if (const auto* cooler = point.spec<CoolerSpec>(item))
            m_fans += fanPowerOf(item, *cooler);
        else if (const auto* cdu = point.spec<CduSpec>(item))
            m_cduPumps += cdu->pumpPower;
    }
}

Result<void> LoadState::addEnd(const OperatingPoint& point, const CoupledState& state) {
    // Water too warm for a room leaves it without an answer, and not the plant without its heat.
    cooling::PlantInput input = plantInput(point, state.wholeHeat, state.supply.live);
    End end{cooling::loadOf(input), sumOf(state.supply.rackPower)};
    if (m_ends.empty()) {
        addSteady(point, state);
        auto plant = cooling::PreparedPlant::of(std::move(input));
        if (!plant) return tl::unexpected(plant.error());
        m_plant = *std::move(plant);
        m_tankLoops = cooling::tankLoops(m_plant);
    }
    const Power plant = plantPower(state.plant);
    addChainPoint(plant, facilityPower(state) - besidePlant(end.it) - plant);
    m_ends.push_back(std::move(end));
    return {};
}

/// Losses grow with the square of a load: a third point between the ends. The heat is that of the
/// hot end, whose chain is asked again with the plant of a milder hour.
Result<void> LoadState::addMiddle(const OperatingPoint& point, const CoupledState& state) {
    const End& end = m_ends.back();
    cooling::PlantLoad load = end.plant;
    load.outdoors = between(m_ends.front().plant.outdoors, end.plant.outdoors);
    const auto plant = m_plant.solve(load);
    if (!plant) return tl::unexpected(plant.error());
    Loads loads = state.loads;
    loads.mechanical = mechanicalPower(point, *plant);
    const auto chain = power::solveChain(chainInput(point, loads));
    if (!chain) return tl::unexpected(chain.error());
    const Power drawn = chain->sourceInput + loads.uncordedDemand();
    addChainPoint(plantPower(*plant), drawn - besidePlant(end.it) - plantPower(*plant));
    return {};
}

void LoadState::addChainPoint(Power plant, Power lost) {
    constexpr double apart = 1e-3;  // of the power; nearer points would only amplify rounding
    const auto same = [&](const ChainPoint& point) {
        return std::abs((point.plant - plant).si()) <= apart * plant.si();
    };
    if (std::any_of(m_chain.begin(), m_chain.end(), same)) return;
    const auto behind = std::find_if(m_chain.begin(), m_chain.end(),
                                     [&](const ChainPoint& point) { return point.plant > plant; });
    m_chain.insert(behind, {plant, lost});
}

/// The parabola, line or constant through the known points.
Power LoadState::lossBeside(Power plant) const {
    Power sum;
    for (std::size_t n = 0; n < m_chain.size(); ++n) {
        double weight = 1.0;
        for (std::size_t other = 0; other < m_chain.size(); ++other)
            if (other != n)
                weight *=
                    (plant - m_chain[other].plant) / (m_chain[n].plant - m_chain[other].plant);
        sum += m_chain[n].lost * weight;
    }
    return sum;
}

double LoadState::shareOfHot(Temperature dryBulb) const {
    const Temperature cold = m_ends.front().plant.outdoors.air.dryBulb;
    const double span = (m_ends.back().plant.outdoors.air.dryBulb - cold).si();
    return span > 0.0 ? (dryBulb - cold).si() / span : 0.0;
}

cooling::PlantLoad LoadState::plantAt(const cooling::PlantOutdoors& outdoors) const {
    const double share = shareOfHot(outdoors.air.dryBulb);
    const cooling::PlantLoad& cold = m_ends.front().plant;
    const cooling::PlantLoad& hot = m_ends.back().plant;
    const auto mix = [share](const std::vector<Power>& low, const std::vector<Power>& high) {
        std::vector<Power> heat;
        for (std::size_t n = 0; n < low.size(); ++n)
            heat.push_back(std::max(between(low[n], high[n], share), Power{}));
        return heat;
    };
    return {mix(cold.coils, hot.coils), mix(cold.direct, hot.direct), outdoors, {}};
}

Result<HourAnswer> LoadState::hourAt(const cooling::PlantOutdoors& outdoors,
                                     const std::vector<Power>& tanks) const {
    cooling::PlantLoad load = plantAt(outdoors);
    load.tanks = tanks;
    const auto plant = m_plant.solve(load);
    if (!plant) return tl::unexpected(plant.error());
    const double share = shareOfHot(outdoors.air.dryBulb);
    YearHour hour;
    hour.dryBulb = outdoors.air.dryBulb;
    hour.loadFactor = m_loadFactor;
    part(hour, YearPart::It) = between(m_ends.front().it, m_ends.back().it, share);
    part(hour, YearPart::Fans) = m_fans;
    part(hour, YearPart::Pumps) = plant->pumpPower + m_cduPumps;
    part(hour, YearPart::Compressors) = plant->compressorPower;
    part(hour, YearPart::HeatRejection) = plant->rejectionPower;
    part(hour, YearPart::HeatReuse) = plant->reusePower;
    part(hour, YearPart::Lights) = m_lights;
    part(hour, YearPart::Distribution) = lossBeside(plantPower(*plant));
    for (const Power power : hour.parts)
        hour.facility += power;
    hour.rejected = plant->rejected;
    hour.recovered = plant->recovered;
    hour.unmet = plant->unmet;
    hour.water = plant->water;
    hour.tank = plant->tankCharge;
    hour.mode = modeOf(*plant);
    hour.warm = warmthOf(*plant);
    hour.icing = std::any_of(plant->towers.begin(), plant->towers.end(),
                             [](const auto& tower) { return tower.icing.has_value(); });
    hour.excess = unsafeExcess(*plant);
    hour.outOfRange = hour.excess.has_value();
    HourAnswer answer{std::move(hour), {}};
    if (!m_tankLoops.empty()) answer.limits = cooling::shiftLimits(m_plant, m_tankLoops, *plant);
    return answer;
}

Result<YearStates> YearStates::of(const TwinInput& input, const std::vector<double>& loads,
                                  const std::array<cooling::PlantOutdoors, 2>& ends,
                                  const RoomSolver& solveRoom, const std::stop_token& stop) {
    YearStates result;
    for (const double load : loads) {
        auto state = LoadState::at(input, load, ends, solveRoom, stop);
        if (!state) return tl::unexpected(state.error());
        result.m_loads.push_back(*std::move(state));
    }
    return result;
}

Result<HourAnswer> YearStates::at(double load, const cooling::PlantOutdoors& outdoors,
                                  const std::vector<Power>& tanks) const {
    std::size_t high = 0;
    while (high + 1 < m_loads.size() && m_loads[high].loadFactor() < load)
        ++high;
    auto above = m_loads[high].hourAt(outdoors, tanks);
    if (!above || high == 0) return above;
    const auto below = m_loads[high - 1].hourAt(outdoors, tanks);
    if (!below) return below;
    const double low = m_loads[high - 1].loadFactor();
    const double share = (load - low) / (m_loads[high].loadFactor() - low);
    return HourAnswer{between(below->hour, above->hour, share),
                      leastOf(below->limits, above->limits)};
}

}  // namespace halltwin::twin
