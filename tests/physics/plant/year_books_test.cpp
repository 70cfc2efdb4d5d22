// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_economizer.h"
#include "model/cooling/dry_cooler.h"
#include "model/cooling/tower.h"
#include "model/cooling/water_economizer.h"
#include "model/weather/climate.h"
#include "model/weather/year_figures.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// A place with hot dry summers and frosty winters, made up for tests.
weather::WeatherYear aYear(double warmerK = 0.0) {
    weather::Climate climate;
    climate.key = "xx-plain";
    climate.meanC = {-2, 1, 6, 11, 16, 21, 24, 23, 18, 11, 4, -1};
    for (std::size_t m = 0; m < 12; ++m) {
        climate.meanC[m] += warmerK;
        climate.dailyMaximumC[m] = climate.meanC[m] + 6.0;
        climate.dailyMinimumC[m] = climate.meanC[m] - 6.0;
        climate.humidity[m] = 0.6;
    }
    return *weather::weatherYearOf(climate);
}

/// 1 MW of water, 24 → 18 °C, over a year of a tower behind an exchanger.
struct YearSums {
    double heatJ = 0.0;
    double freeJ = 0.0;
    double leftJ = 0.0;
    double waterKg = 0.0;
    int fullHours = 0;
    int partHours = 0;
};

YearSums runYear(const weather::WeatherYear& year, Temperature wanted) {
    TowerSpec tower;
    tower.law = TowerLaw::Merkel;
    tower.water = litresPerSecond(45.0);
    tower.air = cubicMetresPerSecond(36.0);
    tower.fan = kilowatts(12.0);
    const HeatCapacityRate loop = waterRate(litresPerSecond(40.0));
    const HeatCapacityRate source = waterRate(tower.water);
    const WaterEconomizer economizer{*exchangerFrom({loop, source, kelvins(6.0), kelvins(2.0)})};
    const Power load = loop * kelvins(6.0);
    YearSums sums;
    for (const weather::WeatherHour& hour : year.hours) {
        const Temperature wet = wetBulb(hour.air());
        const auto cooled = towerAt(tower, {load, tower.water, wet, wanted - kelvins(2.0)});
        REQUIRE(cooled);
        const auto state = waterEconomizerAt(
            economizer, {loop, source, wanted + kelvins(6.0), cooled->leaving, wanted});
        REQUIRE(state);
        sums.heatJ += load.si() * 3600.0;
        sums.freeJ += state->heat.si() * 3600.0;
        sums.leftJ += state->left.si() * 3600.0;
        sums.waterKg += cooled->makeUp().si() * 3600.0;
        sums.fullHours += state->mode == EconomizerMode::Full ? 1 : 0;
        sums.partHours += state->mode == EconomizerMode::Partial ? 1 : 0;
    }
    return sums;
}

}  // namespace

TEST_CASE("Over a year free cooling and the chiller together take all heat") {
    const YearSums sums = runYear(aYear(), celsius(18.0));
    CHECK(sums.freeJ + sums.leftJ == Approx(sums.heatJ).epsilon(1e-12));
    CHECK(sums.fullHours > 3000);
    CHECK(sums.fullHours < 8000);
    CHECK(sums.partHours > 100);
    // Every joule evaporates the same: 1 / 2.43 MJ/kg, a quarter more blown down, and drift.
    const double drift = 2e-5 * 45.0e-3 * 999.5 * 3600.0 * 8760.0;
    CHECK(sums.waterKg == Approx(1.25 * sums.heatJ / 2.43e6 + drift).epsilon(1e-9));
}

TEST_CASE("Warmer water and a colder place give more hours of free cooling") {
    const YearSums base = runYear(aYear(), celsius(18.0));
    CHECK(runYear(aYear(), celsius(22.0)).fullHours > base.fullHours);
    CHECK(runYear(aYear(-5.0), celsius(18.0)).fullHours > base.fullHours);
    CHECK(runYear(aYear(5.0), celsius(18.0)).fullHours < base.fullHours);
}

TEST_CASE("A dry cooler sized at the year's 1 % dry bulb misses for about 1 % of the hours") {
    const weather::WeatherYear year = aYear();
    const auto design = weather::designConditions(year);
    REQUIRE(design);
    DryCoolerSpec spec;
    spec.heat = kilowatts(1000.0);
    spec.airIn = design->cooling[1].temperature;
    spec.fluidOut = spec.airIn + kelvins(5.0);
    spec.fluidIn = spec.fluidOut + kelvins(6.0);
    spec.fan = kilowatts(40.0);
    const auto cooler = dryCoolerFrom(spec);
    REQUIRE(cooler);
    int missed = 0;
    double fanJ = 0.0;
    for (const weather::WeatherHour& hour : year.hours) {
        const auto state =
            dryCoolerAt(*cooler, {spec.heat, cooler->fluid, hour.air(), spec.fluidOut});
        REQUIRE(state);
        missed += state->holdsWanted ? 0 : 1;
        fanJ += state->fan.si() * 3600.0;
    }
    CHECK(missed == 87);
    CHECK(fanJ < 0.3 * 40e3 * 3600.0 * 8760.0);
}

TEST_CASE("An air economizer's mechanical cooling over a year is less than the load") {
    double loadJ = 0.0;
    double coolingJ = 0.0;
    int freeHours = 0;
    for (const weather::WeatherHour& hour : aYear().hours) {
        AirEconomizerPoint point;
        point.outside = hour.air();
        point.returning = airOfDewPoint(celsius(36.0), celsius(8.0), hour.pressure);
        point.dryAir = kilogramsPerSecond(50.0);
        point.wanted = celsius(24.0);
        const auto state = airEconomizerAt({}, point);
        REQUIRE(state);
        loadJ += 50.0 * 1006.0 * 12.0 * 3600.0;
        coolingJ += state->cooling.si() * 3600.0;
        freeHours += state->mode == AirMode::Free ? 1 : 0;
    }
    CHECK(coolingJ < 0.3 * loadJ);
    CHECK(freeHours > 5000);
}
