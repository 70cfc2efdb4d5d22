// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/plant.h"

#include "model/cooling/compressor.h"
#include "model/cooling/distribution.h"
#include "model/cooling/plant_issues.h"

#include <cmath>

namespace halltwin::cooling {

namespace {

Result<void> checkFigures(const PlantInput& input) {
    const auto badHeat = [](Power heat) { return !std::isfinite(heat.si()) || heat.si() < 0.0; };
    const auto bad = [](const std::string& where, const char* what) {
        return fail(ErrorCode::InvalidArgument, what, where, "Correct the figure");
    };
    if (!std::isfinite(input.outdoors.air.dryBulb.si()) ||
        !std::isfinite(input.condenserWaterSupply.si())) {
        return bad("cooling plant", "An outdoor temperature is not a number");
    }
    for (const ChillerUnit& unit : input.chillers) {
        if (!std::isfinite(unit.leavingWater.si())) {
            return bad(unit.name, "The water set-point is not a number");
        }
    }
    for (const CoilUnit& unit : input.coils) {
        if (badHeat(unit.heat)) return bad(unit.name, "The heat is negative or not a number");
    }
    for (const DirectUnit& unit : input.direct) {
        if (badHeat(unit.heat)) return bad(unit.name, "The heat is negative or not a number");
    }
    return {};
}

/// The unit's name goes in front of where it failed.
tl::unexpected<Error> failedAt(const std::string& name, Error error) {
    error.context = name.empty() ? error.context : name + ", " + error.context;
    return tl::unexpected<Error>(std::move(error));
}

std::vector<CoilUnitResult> waterOfCoils(const PlantInput& input,
                                         const Distribution& distribution) {
    std::vector<CoilUnitResult> coils;
    for (std::size_t i = 0; i < input.coils.size(); ++i) {
        double waterK = 0.0;
        for (const HeatShare& pump : distribution.pumpsOfCoil[i]) {
            for (const HeatShare& chiller : distribution.chillersOfPump[pump.to]) {
                waterK +=
                    pump.share * chiller.share * input.chillers[chiller.to].leavingWater.in(kelvin);
            }
        }
        const bool connected = !distribution.pumpsOfCoil[i].empty();
        coils.push_back({input.coils[i].id, connected, connected ? kelvin(waterK) : Temperature{}});
    }
    return coils;
}

Result<void> solvePumps(const PlantInput& input, const Distribution& distribution,
                        PlantResult& result) {
    for (const PumpUnit& unit : input.pumps)
        result.pumps.push_back({unit.id, Power{}, {}});
    for (std::size_t i = 0; i < input.coils.size(); ++i) {
        const Power heat = input.coils[i].heat;
        (result.coils[i].connected ? result.coilHeat : result.unserved) += heat;
        for (const HeatShare& pump : distribution.pumpsOfCoil[i]) {
            result.pumps[pump.to].coilHeat += heat * pump.share;
        }
    }
    for (std::size_t i = 0; i < input.pumps.size(); ++i) {
        const auto state = pumpAt(input.pumps[i].spec, result.pumps[i].coilHeat);
        if (!state) return failedAt(input.pumps[i].name, state.error());
        result.pumps[i].state = *state;
        result.pumpPower += state->power;
    }
    return {};
}

Result<void> solveChillers(const PlantInput& input, const Distribution& distribution,
                           PlantResult& result) {
    std::vector<Power> asked(input.chillers.size());
    for (std::size_t i = 0; i < input.pumps.size(); ++i) {
        const Power heat = result.pumps[i].coilHeat + result.pumps[i].state.power;
        for (const HeatShare& chiller : distribution.chillersOfPump[i]) {
            asked[chiller.to] += heat * chiller.share;
        }
    }
    for (std::size_t i = 0; i < input.chillers.size(); ++i) {
        const ChillerUnit& unit = input.chillers[i];
        const auto state = chillerAt(unit.spec, {asked[i], unit.leavingWater,
                                                 condenserInOf(input, unit), input.beyondRange});
        if (!state) return failedAt(unit.name, state.error());
        result.chillers.push_back({unit.id, *state, condenserInOf(input, unit)});
        result.compressorPower += state->power;
        result.rejected += state->heat + state->power;
        result.unmet += state->unmet;
    }
    return {};
}

Result<void> solveDirect(const PlantInput& input, PlantResult& result) {
    for (const DirectUnit& unit : input.direct) {
        const auto power = cracPower(unit.heat, unit.ratedCop, input.outdoors.air.dryBulb);
        if (!power) return failedAt(unit.name, power.error());
        const double cop = cracCop(unit.ratedCop, input.outdoors.air.dryBulb);
        result.direct.push_back({unit.id, unit.heat, cop, *power});
        result.directHeat += unit.heat;
        result.compressorPower += *power;
        result.rejected += unit.heat + *power;
    }
    return {};
}

void closeBooks(PlantResult& result) {
    const Power arriving =
        result.coilHeat + result.pumpPower + result.directHeat + result.compressorPower;
    result.residual = result.rejected + result.unmet - arriving;
    if (arriving.si() > 0.0) result.relativeResidual = std::abs(result.residual / arriving);
}

}  // namespace

Result<std::vector<CoilUnitResult>> coilWater(const PlantInput& input) {
    if (const Result<void> figures = checkFigures(input); !figures) {
        return tl::unexpected<Error>(figures.error());
    }
    const Result<Distribution> distribution = distribute(input);
    if (!distribution) return tl::unexpected<Error>(distribution.error());
    return waterOfCoils(input, *distribution);
}

Result<PlantResult> solvePlant(const PlantInput& input) {
    if (const Result<void> figures = checkFigures(input); !figures) {
        return tl::unexpected<Error>(figures.error());
    }
    const Result<Distribution> distribution = distribute(input);
    if (!distribution) return tl::unexpected<Error>(distribution.error());

    PlantResult result;
    result.coils = waterOfCoils(input, *distribution);
    const Result<void> solved =
        solvePumps(input, *distribution, result)
            .and_then([&] { return solveChillers(input, *distribution, result); })
            .and_then([&] { return solveDirect(input, result); });
    if (!solved) return tl::unexpected<Error>(solved.error());
    closeBooks(result);
    result.issues = plantIssues(input, result);
    return result;
}

}  // namespace halltwin::cooling
