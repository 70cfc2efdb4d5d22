// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/prepared_plant.h"
#include "model/core/moist_air.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/chillers.h"

#include <algorithm>
#include <random>

using namespace halltwin;
using namespace halltwin::cooling;
using namespace halltwin::cooling::test;

namespace {

PumpSpec aPump(double litresPerSec) {
    return {.ratedFlow = litresPerSecond(litresPerSec), .ratedPower = kilowatts(20.0)};
}

TowerSpec aTower() {
    TowerSpec tower;
    tower.water = litresPerSecond(60.0);
    tower.fan = kilowatts(30.0);
    tower.basin.conductance = wattsPerKelvin(500.0);
    return tower;
}

DryCoolerSpec aDryCooler() {
    DryCoolerSpec cooler;
    cooler.heat = kilowatts(800.0);
    cooler.fluidIn = celsius(46.0);
    cooler.fluidOut = celsius(40.0);
    cooler.fan = kilowatts(30.0);
    return cooler;
}

ExchangerSpec anExchanger() {
    return {.hot = litresPerSecond(50.0), .cold = litresPerSecond(50.0)};
}

WaterSourceSpec aLake() {
    WaterSourceSpec lake;
    lake.monthlyC.fill(8.0);
    lake.monthlyC[7] = 14.0;
    lake.source = litresPerSecond(50.0);
    lake.loop = litresPerSecond(50.0);
    lake.pump = kilowatts(15.0);
    return lake;
}

PlantOutdoors weather(double dryC, double humidity = 0.5) {
    return {airOfHumidity(celsius(dryC), humidity, pascals(101325.0)), 7, 12};
}

/// Water-cooled chillers 1, 2 behind exchanger 3 → hall pumps 4 → coil 5 (1,000 kW); towers 6, 7 →
/// condenser pumps 8 → chillers and exchanger.
PlantInput anEconomizerPlant() {
    PlantInput input;
    input.chillers = {{{1}, "CH1", carrier19Xr(), celsius(14.0)},
                      {{2}, "CH2", carrier19Xr(), celsius(14.0)}};
    input.exchangers = {{{3}, "HX", anExchanger(), celsius(14.0)}};
    input.pumps = {{{4}, "hall pumps", aPump(60.0)}, {{8}, "condenser pumps", aPump(120.0)}};
    input.coils = {{{5}, "CRAH", kilowatts(1000.0)}};
    input.towers = {{{6}, "CT1", aTower(), celsius(20.0)}, {{7}, "CT2", aTower(), celsius(20.0)}};
    for (const std::int64_t source : {1, 2, 3}) {
        input.links.push_back({{source}, {4}});
        input.links.push_back({{8}, {source}});
    }
    input.links.push_back({{4}, {5}});
    input.links.push_back({{6}, {8}});
    input.links.push_back({{7}, {8}});
    input.beyondRange = BeyondRange::CarnotFraction;
    input.outdoors = weather(28.0);
    return input;
}

/// Dry coolers 1, 2 → pumps 3 → distribution unit 4 (900 kW), no chiller.
PlantInput aWarmWaterPlant() {
    PlantInput input;
    input.dryCoolers = {{{1}, "DC1", aDryCooler(), celsius(32.0)},
                        {{2}, "DC2", aDryCooler(), celsius(32.0)}};
    input.pumps = {{{3}, "pumps", aPump(60.0)}};
    input.coils = {{{4}, "CDU", kilowatts(900.0)}};
    input.links = {{{1}, {3}}, {{2}, {3}}, {{3}, {4}}};
    input.outdoors = weather(20.0);
    return input;
}

PlantResult solved(const PlantInput& input) {
    auto result = solvePlant(input);
    REQUIRE(result);
    return *std::move(result);
}

const Issue* findIssue(const PlantResult& result, const std::string& rule) {
    const auto found = std::find_if(result.issues.begin(), result.issues.end(),
                                    [&](const Issue& issue) { return issue.rule == rule; });
    return found == result.issues.end() ? nullptr : &*found;
}

Power plantPower(const PlantResult& result) {
    return result.pumpPower + result.compressorPower + result.rejectionPower + result.reusePower;
}

}  // namespace

TEST_CASE("Towers take the heat of condensers and of the exchanger, and the books close") {
    const double dryC = GENERATE(-15.0, -2.0, 4.0, 9.0, 14.0, 20.0, 28.0, 38.0);
    PlantInput input = anEconomizerPlant();
    input.outdoors = weather(dryC);
    const PlantResult result = solved(input);
    CAPTURE(dryC);
    CHECK(result.relativeResidual < 1e-9);
    REQUIRE(result.loops.size() == 2);
    const LoopResult& hall = result.loops[0];
    const LoopResult& condenser = result.loops[1];
    CHECK_FALSE(hall.rejects);
    CHECK(condenser.rejects);
    Power towers;
    for (const RejectorResult& tower : result.towers)
        towers += tower.heat;
    CHECK(towers.si() == Approx(condenser.heat.si()).epsilon(1e-9));
    CHECK((hall.free + hall.mechanical + hall.unmet).si() == Approx(hall.heat.si()).epsilon(1e-9));
    for (const ChillerUnitResult& chiller : result.chillers)
        if (chiller.state.heat > Power{})
            CHECK(chiller.condenserIn.in(celsius) >=
                  Approx(std::max(condenser.supply.in(celsius), carrier19Xr().condenserRangeC[0]))
                      .margin(1e-6));
}

TEST_CASE("An economizer is free in frost, mixed in between, mechanical in summer") {
    PlantInput input = anEconomizerPlant();
    input.outdoors = weather(2.0);
    CHECK(solved(input).mode == LoopMode::Free);
    input.outdoors = weather(13.0);
    CHECK(solved(input).mode == LoopMode::Mixed);
    input.outdoors = weather(30.0);
    CHECK(solved(input).mode == LoopMode::Mechanical);
}

TEST_CASE("An economizer never raises the power of an hour") {
    for (double dryC = -20.0; dryC <= 40.0; dryC += 2.0) {
        PlantInput input = anEconomizerPlant();
        input.outdoors = weather(dryC, 0.6);
        const PlantResult with = solved(input);
        std::erase_if(input.links, [](const PlantLink& link) { return link.from == ItemId{3}; });
        const PlantResult without = solved(input);
        CAPTURE(dryC);
        CHECK(plantPower(with).si() <= plantPower(without).si() * (1.0 + 1e-9));
    }
}

TEST_CASE("Tower water is evaporation, blow-down and drift, and evaporation carries the heat") {
    const PlantResult result = solved(anEconomizerPlant());
    Power heat;
    MassFlow evaporation;
    MassFlow bleed;
    MassFlow drift;
    for (const RejectorResult& tower : result.towers) {
        heat += tower.heat;
        evaporation += tower.evaporation;
        bleed += tower.bleed;
        drift += tower.drift;
    }
    CHECK(evaporation.si() == Approx(heat.si() / 2.43e6).epsilon(1e-9));
    CHECK(bleed.si() == Approx(evaporation.si() / 4.0).epsilon(1e-9));
    CHECK(drift.si() > 0.0);
    CHECK(result.water.si() == Approx((evaporation + bleed + drift).si()).epsilon(1e-12));
}

TEST_CASE("Dry coolers alone hold warm water in mild weather") {
    const PlantResult result = solved(aWarmWaterPlant());
    REQUIRE(result.loops.size() == 1);
    CHECK(result.mode == LoopMode::Free);
    CHECK(result.loops[0].supply.in(celsius) == Approx(32.0).margin(1e-4));
    CHECK(result.compressorPower == Power{});
    CHECK(result.rejected.si() ==
          Approx((result.coilHeat + result.pumpPower + result.rejectionPower).si()).epsilon(1e-9));
    CHECK(result.water == MassFlow{});
}

TEST_CASE("Dry coolers at their limit let the water warm, and say by how much") {
    PlantInput input = aWarmWaterPlant();
    input.outdoors = weather(40.0);
    const PlantResult result = solved(input);
    CHECK(result.loops[0].supply.in(celsius) > 40.0);
    CHECK_FALSE(result.loops[0].holdsWanted);
    CHECK(result.coils[0].waterIn == result.loops[0].supply);
    REQUIRE(findIssue(result, "cooling.warm-supply") != nullptr);
    CHECK(findIssue(result, "cooling.warm-supply")->arguments[2] == "32.0");
    CHECK(result.relativeResidual < 1e-9);
    CHECK(result.dryCoolers[0].heat.si() == Approx(result.dryCoolers[1].heat.si()));
}

TEST_CASE("Sources of several kinds without a chiller share the heat and the supply") {
    PlantInput input = aWarmWaterPlant();
    input.waterSources = {{{5}, "lake", aLake(), celsius(32.0)}};
    input.links.push_back({{5}, {3}});
    input.outdoors = weather(39.0);
    const PlantResult result = solved(input);
    CHECK(result.relativeResidual < 1e-8);
    CHECK(result.waterSources[0].heat.si() > 0.0);
    CHECK(result.dryCoolers[0].entering.in(celsius) ==
          Approx(result.waterSources[0].entering.in(celsius)).margin(1e-6));
}

TEST_CASE("A lake is as warm as its month, without a date as its warmest") {
    PlantInput input = aWarmWaterPlant();
    input.dryCoolers.clear();
    input.waterSources = {{{1}, "lake", aLake(), celsius(16.0)}};
    input.links = {{{1}, {3}}, {{3}, {4}}};
    input.outdoors = weather(20.0);
    input.outdoors.month = 1;
    const PlantResult january = solved(input);
    input.outdoors.month = 8;
    const PlantResult august = solved(input);
    input.outdoors.month.reset();
    const PlantResult undated = solved(input);
    CHECK(january.rejectionPower < august.rejectionPower);
    CHECK(undated.rejectionPower == august.rejectionPower);
}

TEST_CASE("Heat that a network takes need not be rejected, and its heat pump is in the books") {
    PlantInput input = aWarmWaterPlant();
    const PlantResult before = solved(input);
    HeatReuseSpec network;
    network.peakDemand = kilowatts(500.0);
    network.byMonth.fill(1.0);
    network.byHour.fill(1.0);
    network.heatPump = kilowatts(600.0);
    input.reuse = {{{9}, "DH", network}};
    input.links.push_back({{9}, {3}});
    const PlantResult after = solved(input);
    CHECK(after.recovered.in(kilowatts) == Approx(500.0));
    CHECK(after.reusePower.si() > 0.0);
    CHECK(after.relativeResidual < 1e-9);
    CHECK(after.rejected < before.rejected);
    const Power taken = after.reuse[0].state.taken;
    CHECK((after.recovered - after.reusePower).si() == Approx(taken.si()));
    input.reuse[0].spec.peakDemand = Power{} + kilowatts(0.001);
    CHECK(solved(input).rejected.si() == Approx(before.rejected.si()).epsilon(1e-4));
}

TEST_CASE("Staging runs as few chillers as carry the load, or those that take least") {
    PlantInput input = anEconomizerPlant();
    input.coils[0].heat = kilowatts(400.0);
    input.outdoors = weather(32.0);
    const Power all = solved(input).compressorPower;
    input.control.staging = StagingRule::Fewest;
    const PlantResult fewest = solved(input);
    CHECK(fewest.chillers[0].state.heat.si() > 0.0);
    CHECK(fewest.chillers[1].state.power == Power{});
    input.control.staging = StagingRule::LeastPower;
    const Power least = solved(input).compressorPower;
    CHECK(least <= all);
    CHECK(least <= fewest.compressorPower);
}

TEST_CASE("A reset warms the chillers' water at light load and saves compressor power") {
    PlantInput input = anEconomizerPlant();
    std::erase_if(input.links, [](const PlantLink& link) { return link.from == ItemId{3}; });
    input.coils[0].heat = kilowatts(445.0);  // some 30 % of both chillers
    const PlantResult fixed = solved(input);
    input.control.reset = SupplyReset::Load;
    input.control.resetRise = kelvins(4.0);
    const PlantResult warmed = solved(input);
    CHECK(warmed.loops[0].supply.in(celsius) == Approx(18.0).margin(0.1));
    CHECK(warmed.compressorPower < fixed.compressorPower);
    CHECK(warmed.relativeResidual < 1e-9);
}

TEST_CASE("An idle tower in frost heats its basin, a running one without heater may ice") {
    PlantInput input = anEconomizerPlant();
    input.outdoors = weather(-20.0);
    input.coils[0].heat = Power{};
    const PlantResult idle = solved(input);
    CHECK(idle.towers[0].basinHeater.in(kilowatts) == Approx(12.0));
    CHECK(idle.rejectionPower.in(kilowatts) == Approx(24.0));
    CHECK(idle.mode == LoopMode::Idle);
}

TEST_CASE("A tank takes heat from around it and bridges as long as its water lasts") {
    PlantInput input = anEconomizerPlant();
    input.tanks = {
        {{20}, "tank", {cubicMetres(60.0), TankModel::Stratified, wattsPerKelvin(100.0)}, true}};
    input.links.push_back({{20}, {4}});
    const PlantResult result = solved(input);
    CHECK(result.tanks[0].gain.si() == Approx(100.0 * (28.0 - 14.0)).epsilon(1e-3));
    CHECK(result.tanks[0].rideThrough.si() ==
          Approx((cubicMetres(60.0) / result.loops[0].flow).si()));
    CHECK(result.relativeResidual < 1e-9);
}

TEST_CASE("Heat that would go in a circle is cut and named") {
    PlantInput input = anEconomizerPlant();
    input.links.push_back({{1}, {8}});  // the chiller cools its own condenser water
    const PlantResult result = solved(input);
    CHECK(findIssue(result, "cooling.water-circle") != nullptr);
    CHECK(result.relativeResidual < 1e-9);
}

TEST_CASE("An exchanger without a cold side is named and takes nothing") {
    PlantInput input = anEconomizerPlant();
    std::erase_if(input.links, [](const PlantLink& link) { return link.to == ItemId{3}; });
    input.outdoors = weather(0.0);
    const PlantResult result = solved(input);
    CHECK(findIssue(result, "cooling.no-cold-side") != nullptr);
    CHECK(result.exchangers[0].heat == Power{});
}

TEST_CASE("Equal units answer alike however many there are") {
    PlantInput one = aWarmWaterPlant();
    one.dryCoolers.pop_back();
    std::erase_if(one.links, [](const PlantLink& link) { return link.from == ItemId{2}; });
    one.coils[0].heat = kilowatts(450.0);
    one.pumps[0].spec = {.ratedFlow = litresPerSecond(30.0), .ratedPower = kilowatts(10.0)};
    const PlantResult half = solved(one);
    const PlantResult whole = solved(aWarmWaterPlant());
    CHECK(whole.rejectionPower.si() == Approx(2.0 * half.rejectionPower.si()).epsilon(1e-9));
}

TEST_CASE("The books of random plants close in any weather") {
    std::mt19937 random(20261122);
    const auto uniform = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    for (int round = 0; round < 300; ++round) {
        PlantInput input = anEconomizerPlant();
        input.coils[0].heat = kilowatts(uniform(0.0, 1800.0));
        input.outdoors = weather(uniform(-30.0, 45.0), uniform(0.05, 1.0));
        input.outdoors.month = 1 + static_cast<int>(uniform(0.0, 11.99));
        input.control.staging = static_cast<StagingRule>(round % 3);
        input.control.reset = static_cast<SupplyReset>(round % 2);
        if (round % 3 == 0) {
            input.dryCoolers = {{{30}, "DC", aDryCooler(), celsius(20.0)}};
            input.links.push_back({{30}, {round % 2 == 0 ? 4 : 8}});
        }
        if (round % 5 == 0) {
            input.waterSources = {{{31}, "lake", aLake(), celsius(15.0)}};
            input.links.push_back({{31}, {round % 2 == 0 ? 8 : 4}});
        }
        const PlantResult result = solved(input);
        CAPTURE(round, input.outdoors.air.dryBulb.in(celsius), input.coils[0].heat.in(kilowatts));
        CHECK(result.relativeResidual < 1e-6);
        CHECK(result.water.si() >= 0.0);
    }
}

TEST_CASE("A hall behind an exchanger alone is not cooled when its cold side is not") {
    PlantInput input = anEconomizerPlant();
    std::erase_if(input.links, [](const PlantLink& link) {
        return link.from == ItemId{1} || link.from == ItemId{2};
    });
    CHECK(solved(input).coils[0].connected);
    input.towers.clear();
    std::erase_if(input.links, [](const PlantLink& link) {
        return link.from == ItemId{6} || link.from == ItemId{7};
    });
    const PlantResult result = solved(input);
    CHECK_FALSE(result.coils[0].connected);
    CHECK(result.unserved.in(kilowatts) == Approx(1000.0));
    CHECK(result.relativeResidual < 1e-9);
}

TEST_CASE("Steps that chase each other come to rest") {
    // A small exchanger that hardly helps, staged chillers and towers at the edge of a cell more.
    PlantInput input = anEconomizerPlant();
    input.exchangers[0].spec.approach = kelvins(1.5);
    for (double dryC = 10.0; dryC < 24.0; dryC += 0.25)
        for (const auto rule : {StagingRule::Fewest, StagingRule::LeastPower}) {
            input.control.staging = rule;
            input.outdoors = weather(dryC, 0.45);
            CAPTURE(dryC);
            const auto result = solvePlant(input);
            REQUIRE(result);
            CHECK(result->relativeResidual < 1e-9);
        }
}
