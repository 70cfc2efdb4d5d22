// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/load_shift.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/chillers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace halltwin;
using namespace halltwin::cooling;
using namespace halltwin::cooling::test;

namespace {

/// Air-cooled chillers 1 and tank 2 → pumps 3 → coil 4 (500 kW).
PlantInput aTankPlant(TankModel model = TankModel::Stratified) {
    PlantInput input;
    input.chillers = {{{1}, "CH", carrier30Xa500(), celsius(8.0)}};
    input.tanks = {{{2}, "tank", {cubicMetres(200.0), model, {}}, false}};
    input.pumps = {{{3}, "pumps", {litresPerSecond(40.0), kilowatts(20.0)}}};
    input.coils = {{{4}, "CRAH", kilowatts(500.0)}};
    input.links = {{{1}, {3}}, {{2}, {3}}, {{3}, {4}}};
    input.beyondRange = BeyondRange::CarnotFraction;
    input.outdoors.air.dryBulb = celsius(32.0);
    return input;
}

PlantResult solvedWith(const PlantInput& input, std::vector<Power> tanks) {
    const auto plant = PreparedPlant::of(input);
    REQUIRE(plant);
    PlantLoad load = loadOf(input);
    load.tanks = std::move(tanks);
    const auto result = plant->solve(load);
    REQUIRE(result);
    return *result;
}

/// A day whose wet bulb is lowest at 4:12 and highest at 16:12, at even limits.
std::vector<ShiftHour> aDay(Power charge, Power discharge) {
    std::vector<ShiftHour> day;
    for (int hour = 0; hour < 24; ++hour) {
        const double wetBulbC = 20.0 - 5.0 * std::cos((hour - 4.2) * 3.14159265 / 12.0);
        day.push_back({celsius(wetBulbC), {charge, discharge, kelvins(6.0)}});
    }
    return day;
}

Power sumOf(const std::vector<Power>& powers) {
    return std::accumulate(powers.begin(), powers.end(), Power{});
}

}  // namespace

TEST_CASE("Charging a tank loads the chillers with its heat and the power that moves its water") {
    const PlantInput input = aTankPlant();
    const PlantResult rest = solvedWith(input, {});
    const PlantResult charging = solvedWith(input, {kilowatts(200.0)});
    const Power power = charging.tanks[0].power;
    CHECK(power.si() == Approx(rest.pumpPower.si() * 200e3 / rest.loops[0].heat.si()));
    CHECK(charging.pumpPower.si() == Approx((rest.pumpPower + power).si()));
    CHECK(charging.chillers[0].state.heat.si() ==
          Approx((rest.chillers[0].state.heat + kilowatts(200.0) + power).si()));
    CHECK(charging.loops[0].returning.in(celsius) ==
          Approx(rest.loops[0].returning.in(celsius)).margin(0.1));
    CHECK(charging.relativeResidual < 1e-12);
}

TEST_CASE("A tank that gives takes its heat off the chillers, at most all of the loop's") {
    const PlantInput input = aTankPlant();
    const PlantResult rest = solvedWith(input, {});
    const PlantResult giving = solvedWith(input, {kilowatts(-200.0)});
    CHECK(giving.chillers[0].state.heat.si() ==
          Approx((rest.chillers[0].state.heat - kilowatts(200.0)).si()));
    CHECK(giving.pumpPower == rest.pumpPower);
    CHECK(giving.relativeResidual < 1e-12);
    const PlantResult all = solvedWith(input, {megawatts(-9.0)});
    CHECK(all.tankCharge.si() == Approx(-rest.loops[0].heat.si()));
    CHECK(all.compressorPower == Power{});
    CHECK(all.relativeResidual < 1e-12);
    CHECK(all.loops[0].supply == rest.loops[0].supply);
}

TEST_CASE("Tanks that rest change nothing, and a charge that is no number is refused") {
    const PlantInput input = aTankPlant();
    CHECK(solvedWith(input, {Power{}}).compressorPower == solvedWith(input, {}).compressorPower);
    const auto plant = PreparedPlant::of(input);
    REQUIRE(plant);
    PlantLoad load = loadOf(input);
    load.tanks = {watts(std::nan(""))};
    CHECK(plant->solve(load).error().code == ErrorCode::InvalidArgument);
    load.tanks = {Power{}, Power{}};
    CHECK(plant->solve(load).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A loop can move what its chillers have to spare and what they take") {
    const PlantInput input = aTankPlant();
    const auto plant = PreparedPlant::of(input);
    REQUIRE(plant);
    const auto loops = tankLoops(*plant);
    REQUIRE(loops.size() == 1);
    CHECK(loops[0].usable.in(cubicMetres) == Approx(200.0 * 0.9 * 0.5));
    const PlantResult rest = solvedWith(input, {});
    const auto limits = shiftLimits(*plant, loops, rest);
    const Power capacity = chillerCapacity(carrier30Xa500(), celsius(8.0), celsius(32.0));
    CHECK(limits[0].charge.si() ==
          Approx((capacity * 0.9 - rest.chillers[0].state.heat).si()).epsilon(1e-9));
    CHECK(limits[0].discharge.si() == Approx(rest.chillers[0].state.heat.si()));
    CHECK(limits[0].rise.in(kelvins) == Approx(6.0).epsilon(0.05));
    PlantInput noChiller = input;
    noChiller.links.erase(noChiller.links.begin());
    CHECK(tankLoops(*PreparedPlant::of(noChiller)).empty());
    PlantInput two = input;
    two.tanks.push_back({{5}, "small", {cubicMetres(50.0), TankModel::Stratified, {}}, false});
    two.links.push_back({{5}, {3}});
    CHECK(tankLoops(*PreparedPlant::of(two))[0].tanks ==
          std::vector<HeatShare>{{0, 0.8}, {1, 0.2}});
    const auto mixed = PreparedPlant::of(aTankPlant(TankModel::Mixed));
    CHECK(tankLoops(*mixed)[0].usable.in(cubicMetres) == Approx(200.0 * 0.25 * 0.5));
}

TEST_CASE("The tank is charged in the coldest hours before the peak and gives in the warmest") {
    const auto plan = planShift(aDay(kilowatts(300.0), kilowatts(500.0)), cubicMetres(50.0));
    for (std::size_t hour = 0; hour < 24; ++hour) {
        CAPTURE(hour);
        CHECK((plan[hour] > Power{}) == (hour >= 1 && hour <= 8));
        CHECK((plan[hour] < Power{}) == (hour >= 13 && hour <= 20));
    }
    // 50 m³ warmed by 6 K, over eight hours
    const double storedJ = (waterDensity * waterSpecificHeat).si() * 50.0 * 6.0;
    CHECK(plan[4].si() == Approx(storedJ / (8.0 * 3600.0)));
    CHECK(plan[16].si() == Approx(-storedJ / (8.0 * 3600.0)));
    CHECK(std::abs(sumOf(plan).si()) < 1e-6);
}

TEST_CASE("Nothing is moved without chillers at work, without spare capacity, or without water") {
    const auto isStill = [](const std::vector<Power>& plan) {
        return std::all_of(plan.begin(), plan.end(), [](Power each) { return each == Power{}; });
    };
    CHECK(isStill(planShift(aDay(kilowatts(300.0), {}), cubicMetres(50.0))));
    CHECK(isStill(planShift(aDay({}, kilowatts(500.0)), cubicMetres(50.0))));
    CHECK(isStill(planShift(aDay(kilowatts(300.0), kilowatts(500.0)), {})));
    CHECK(planShift({}, cubicMetres(50.0)).empty());
}

TEST_CASE("Plans of random days stay within every limit and give back what they took") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    for (int n = 0; n < 300; ++n) {
        std::vector<ShiftHour> day;
        for (int hour = 0; hour < 24; ++hour)
            day.push_back({celsius(30.0 * share(random)),
                           {kilowatts(std::max(900.0 * share(random) - 300.0, 0.0)),
                            kilowatts(std::max(900.0 * share(random) - 300.0, 0.0)),
                            kelvins(3.0 + 5.0 * share(random))}});
        const Volume usable = cubicMetres(400.0 * share(random));
        const auto plan = planShift(day, usable);
        double heldJ = 0.0;
        double leastRiseK = 100.0;
        double mostJ = 0.0;
        for (std::size_t hour = 0; hour < 24; ++hour) {
            CHECK(plan[hour] <= day[hour].limits.charge);
            CHECK(-plan[hour] <= day[hour].limits.discharge);
            heldJ += plan[hour].si() * 3600.0;
            CHECK(heldJ > -1e-3);
            mostJ = std::max(mostJ, heldJ);
            if (plan[hour] != Power{})
                leastRiseK = std::min(leastRiseK, day[hour].limits.rise.in(kelvins));
        }
        CHECK(std::abs(heldJ) < 1e-3);
        const double storedJ = (waterDensity * waterSpecificHeat * usable).si() * leastRiseK;
        CHECK(mostJ <= storedJ * (1.0 + 1e-12));
    }
}
