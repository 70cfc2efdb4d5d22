// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/prepared_plant.h"

#include "model/cooling/air_side.h"
#include "model/cooling/loop_solver.h"
#include "model/cooling/reset.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace halltwin::cooling {
namespace {

/// Where a reset to lighter loads and to humid weather begins and ends.
constexpr LoadReset lightLoad{};
constexpr WetBulbReset humidity{};

/// Share of the reset's rise, 0…1.
double resetShare(SupplyReset reset, double loadShare, Temperature wetBulb) {
    switch (reset) {
        case SupplyReset::None: return 0.0;
        case SupplyReset::Load:
            return 1.0 - placeBetween(loadShare, lightLoad.light, lightLoad.full);
        case SupplyReset::WetBulb:
            return placeBetween(wetBulb.si(), humidity.dry.si(), humidity.humid.si());
    }
    return 0.0;
}

Temperature wantedOf(const PlantInput& input, const Bank& bank) {
    const std::size_t unit = bank.units.front();
    switch (bank.kind) {
        case SourceKind::Chiller: return input.chillers[unit].leavingWater;
        case SourceKind::Tower: return input.towers[unit].wanted;
        case SourceKind::DryCooler: return input.dryCoolers[unit].wanted;
        case SourceKind::Exchanger: return input.exchangers[unit].wanted;
        case SourceKind::WaterSource: return input.waterSources[unit].wanted;
    }
    return {};
}

ItemId idOf(const PlantInput& input, SourceKind kind, std::size_t unit) {
    switch (kind) {
        case SourceKind::Chiller: return input.chillers[unit].id;
        case SourceKind::Tower: return input.towers[unit].id;
        case SourceKind::DryCooler: return input.dryCoolers[unit].id;
        case SourceKind::Exchanger: return input.exchangers[unit].id;
        case SourceKind::WaterSource: return input.waterSources[unit].id;
    }
    return {};
}

Result<void> checkWanted(const PlantInput& input) {
    const auto bad = [](const std::string& where) {
        return fail(ErrorCode::InvalidArgument, "The water set-point is not a number", where,
                    "Correct the figure");
    };
    const auto check = [&](const auto& units) -> Result<void> {
        for (const auto& unit : units)
            if (!std::isfinite(unit.wanted.si())) return bad(unit.name);
        return {};
    };
    for (const ChillerUnit& unit : input.chillers)
        if (!std::isfinite(unit.leavingWater.si())) return bad(unit.name);
    return check(input.towers)
        .and_then([&] { return check(input.dryCoolers); })
        .and_then([&] { return check(input.exchangers); })
        .and_then([&] { return check(input.waterSources); });
}

template <class Unit>
Result<void> checkHeat(const std::vector<Unit>& units, const std::vector<Power>& heat) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        const bool good = i < heat.size() && std::isfinite(heat[i].si()) && heat[i].si() >= 0.0;
        if (!good)
            return fail(ErrorCode::InvalidArgument, "The heat is negative or not a number",
                        units[i].name, "Correct the figure");
    }
    return {};
}

Result<void> checkTanks(const std::vector<TankUnit>& tanks, const std::vector<Power>& charge) {
    const bool good = (charge.empty() || charge.size() == tanks.size()) &&
                      std::all_of(charge.begin(), charge.end(),
                                  [](Power each) { return std::isfinite(each.si()); });
    if (good) return {};
    return fail(ErrorCode::InvalidArgument, "The charge of a tank is missing or not a number",
                "cooling plant", "State it for every tank, or for none");
}

/// What cools freely stands where chillers could do alone: whether it pays is to be found out.
bool hasChoice(const Loops& loops) {
    return std::any_of(loops.loops.begin(), loops.loops.end(), [](const Loop& loop) {
        return !loop.free.empty() && !loop.chillers.empty();
    });
}

void closeBooks(PlantResult& result) {
    const Power arriving = result.airSideHeat + result.coilHeat + result.tankGain +
                           result.tankCharge + result.directHeat + result.pumpPower +
                           result.compressorPower + result.rejectionPower + result.reusePower;
    result.residual = result.rejected + result.recovered + result.unmet - arriving;
    const Power turned = arriving - std::min(result.tankCharge, Power{});
    if (turned.si() > 0.0) result.relativeResidual = std::abs(result.residual / turned);
}

Power drawn(const PlantResult& result) {
    return result.pumpPower + result.compressorPower + result.rejectionPower + result.reusePower;
}

}  // namespace

Temperature condenserInOf(const PlantInput& input, const ChillerUnit& chiller,
                          const PlantOutdoors& outdoors) {
    return chiller.spec.condenser == CondenserMedium::Air ? outdoors.air.dryBulb
                                                          : input.condenserWaterSupply;
}

Temperature wantedSupply(const PreparedPlant& plant, const Loop& loop, const Outside& outside) {
    const PlantInput& input = plant.input();
    double weights = 0.0;
    double weighted = 0.0;
    const auto add = [&](Temperature wanted, double weight) {
        weights += weight;
        weighted += wanted.si() * weight;
    };
    for (const Bank& bank : loop.chillers) {
        const ChillerUnit& unit = input.chillers[bank.units.front()];
        const double count = static_cast<double>(bank.units.size());
        const Power capacity = chillerCapacity(unit.spec, unit.leavingWater,
                                               condenserInOf(input, unit, outside.given));
        add(unit.leavingWater, capacity.si() * count);
    }
    if (loop.chillers.empty())
        for (const Bank& bank : loop.free)
            add(wantedOf(input, bank),
                plant.free().designOf(bank).si() * static_cast<double>(bank.units.size()));
    return Temperature::fromSi(weights > 0.0 ? weighted / weights : 0.0);
}

TemperatureDifference resetOf(const PreparedPlant& plant, const Loop& loop, double loadShare,
                              const Outside& outside) {
    const PlantControl& control = plant.input().control;
    if (loop.chillers.empty()) return {};
    return control.resetRise * resetShare(control.reset, loadShare, outside.wetBulb);
}

Result<PreparedPlant> PreparedPlant::of(PlantInput input) {
    if (auto good = checkWanted(input); !good) return tl::unexpected(good.error());
    PreparedPlant result;
    auto loops = loopsOf(input);
    if (!loops) return tl::unexpected(loops.error());
    auto free = FreeCooling::of(input);
    if (!free) return tl::unexpected(free.error());
    result.m_input = std::move(input);
    result.m_loops = *std::move(loops);
    result.m_free = *std::move(free);
    return result;
}

Result<PlantResult> PreparedPlant::solve(const PlantLoad& load) const {
    const MoistAir& air = load.outdoors.air;
    if (!std::isfinite(air.dryBulb.si()) || !std::isfinite(m_input.condenserWaterSupply.si()))
        return fail(ErrorCode::InvalidArgument, "An outdoor temperature is not a number",
                    "cooling plant", "Correct the figure");
    auto good = checkHeat(m_input.coils, load.coils)
                    .and_then([&] { return checkHeat(m_input.direct, load.direct); })
                    .and_then([&] { return checkTanks(m_input.tanks, load.tanks); });
    if (!good) return tl::unexpected(good.error());
    auto relief = relieve(m_input, load.coils, load.direct, load.outdoors);
    if (!relief) return tl::unexpected(relief.error());
    auto result = solveLoops(
        {std::move(relief->coils), std::move(relief->direct), load.outdoors, load.tanks});
    if (!result) return result;
    addAirSides(std::move(relief->halls), *result);
    closeBooks(*result);
    return result;
}

Result<PlantResult> PreparedPlant::solveLoops(const PlantLoad& load) const {
    const Outside outside = outsideOf(load.outdoors);
    auto best = LoopSolver(*this, load, outside, true).run();
    if (!best || !hasChoice(m_loops)) return best;
    auto closed = LoopSolver(*this, load, outside, false).run();
    if (!closed) return closed;
    const bool lessUnmet = closed->unmet < best->unmet * (1.0 - 1e-9);
    const bool asMuch = closed->unmet <= best->unmet * (1.0 + 1e-9);
    return lessUnmet || (asMuch && drawn(*closed) < drawn(*best)) ? std::move(closed)
                                                                  : std::move(best);
}

std::vector<CoilUnitResult> PreparedPlant::wantedWater() const {
    const Outside outside = outsideOf(m_input.outdoors);
    std::vector<Temperature> wanted;
    for (const Loop& loop : m_loops.loops)
        wanted.push_back(wantedSupply(*this, loop, outside) + resetOf(*this, loop, 1.0, outside));
    std::vector<CoilUnitResult> coils;
    for (std::size_t i = 0; i < m_input.coils.size(); ++i) {
        const auto& pumps = m_loops.pumpsOfCoil[i];
        double water = 0.0;
        for (const HeatShare& pump : pumps)
            water += pump.share * wanted[m_loops.loopOfPump[pump.to]].si();
        coils.push_back({m_input.coils[i].id, !pumps.empty(),
                         pumps.empty() ? Temperature{} : Temperature::fromSi(water)});
    }
    return coils;
}

void nameLoops(const PreparedPlant& plant, PlantResult& result) {
    const PlantInput& input = plant.input();
    const Loops& loops = plant.loops();
    const auto addConsumers = [&](const auto& units, const auto& pumpsOf) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            std::size_t last = noLoop;
            for (const HeatShare& pump : pumpsOf[i]) {
                const std::size_t loop = loops.loopOfPump[pump.to];
                if (loop != last) result.loops[loop].consumers.push_back(units[i].id);
                last = loop;
            }
        }
    };
    addConsumers(input.coils, loops.pumpsOfCoil);
    addConsumers(input.chillers, loops.pumpsOfChiller);
    addConsumers(input.exchangers, loops.pumpsOfExchanger);
    for (std::size_t n = 0; n < loops.loops.size(); ++n) {
        const Loop& loop = loops.loops[n];
        for (const std::size_t pump : loop.pumps)
            result.loops[n].pumps.push_back(input.pumps[pump].id);
        for (const auto* banks : {&loop.free, &loop.chillers})
            for (const Bank& bank : *banks)
                for (const std::size_t unit : bank.units)
                    result.loops[n].sources.push_back(idOf(input, bank.kind, unit));
        for (const std::size_t unit : loop.reuse)
            result.loops[n].sources.push_back(input.reuse[unit].id);
        for (const std::size_t unit : loop.tanks)
            result.loops[n].sources.push_back(input.tanks[unit].id);
    }
}

}  // namespace halltwin::cooling
