// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/dry_cooler.h"
#include "model/cooling/heat_exchanger.h"
#include "model/cooling/tower.h"
#include "model/core/data_paths.h"
#include "model/exchange/catalog_json.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <variant>

using namespace halltwin;

namespace {

const Catalog& builtIn() {
    static const exchange::CatalogLoad load =
        exchange::loadCatalog(resourceDirectory() / "catalog");
    return load.catalog;
}

template <class Spec, class Check>
int forEach(Check&& check) {
    int count = 0;
    for (const auto& [key, entry] : builtIn().entries()) {
        const auto* spec = std::get_if<Spec>(&entry.spec);
        if (spec == nullptr) continue;
        INFO(key);
        check(key, *spec);
        ++count;
    }
    return count;
}

template <class Spec>
const Spec& specOf(const std::string& key) {
    const CatalogEntry* entry = builtIn().find(key);
    REQUIRE(entry != nullptr);
    REQUIRE(entry->as<Spec>() != nullptr);
    return *entry->as<Spec>();
}

/// The number in a key: "cooling-tower.2000-merkel" has 2,000.
double sizeIn(const std::string& key) {
    return std::stod(key.substr(key.find_first_of("0123456789")));
}

Power heatOf(VolumeFlow flow, TemperatureDifference range) {
    return cooling::waterRate(flow) * range;
}

}  // namespace

TEST_CASE("A tower's water and range carry the heat that it is named for") {
    const int count = forEach<TowerSpec>([](const std::string& key, const TowerSpec& tower) {
        CHECK(heatOf(tower.water, tower.range).in(kilowatts) == Approx(sizeIn(key)).epsilon(0.01));
        CHECK(tower.fan.in(kilowatts) == Approx(0.0105 * sizeIn(key)).epsilon(1e-3));
        const bool isMerkel = tower.law == TowerLaw::Merkel;
        CHECK((key.find("merkel") != std::string::npos) == isMerkel);
        CHECK((tower.air > VolumeFlow{}) == isMerkel);
        CHECK((tower.basin.conductance > HeatCapacityRate{}) == isMerkel);
    });
    CHECK(count >= 5);
}

TEST_CASE("Every tower holds its design water at its design wet bulb") {
    forEach<TowerSpec>([](const std::string&, const TowerSpec& tower) {
        const Temperature design = tower.wetBulb + tower.approach;
        const auto at = cooling::towerAt(
            tower, {heatOf(tower.water, tower.range), tower.water, tower.wetBulb, design});
        REQUIRE(at);
        CHECK((at->leaving - design).in(kelvins) == Approx(0.0).margin(0.1));
        CHECK(at->makeUp() > at->evaporation);
        CHECK(at->outOfRange.empty());
    });
}

// Baltimore Aircoil TDFS1238N: 2,931 kW, 46.11 → 40.55 °C in air of 35 °C, fans 117.68 kW.
TEST_CASE("The TDFS1238N has its published point") {
    const auto& cooler = specOf<DryCoolerSpec>("dry-cooler.2931");
    CHECK(cooler.heat == kilowatts(2931.0));
    CHECK(cooler.fan == kilowatts(117.68));
    CHECK(cooler.fluidIn == celsius(46.11));
    CHECK(cooler.fluidOut == celsius(40.55));
    CHECK(cooler.airIn == celsius(35.0));
}

TEST_CASE("Every dry cooler gives its heat at its point with full fans, and dry") {
    const int count = forEach<DryCoolerSpec>([](const std::string& key, const DryCoolerSpec& spec) {
        const auto cooler = cooling::dryCoolerFrom(spec);
        REQUIRE(cooler);
        const MoistAir air{spec.airIn, 0.01};
        const auto at =
            cooling::dryCoolerAt(*cooler, {spec.heat, cooler->fluid, air, spec.fluidOut});
        REQUIRE(at);
        CHECK((at->leaving - spec.fluidOut).in(kelvins) == Approx(0.0).margin(1e-3));
        CHECK(at->fan / spec.fan == Approx(1.0).epsilon(0.02));
        CHECK(at->evaporation.si() == Approx(0.0).margin(1e-6));
        CHECK(spec.fan < spec.heat * 0.045);
        CHECK(spec.heat.in(kilowatts) == Approx(sizeIn(key)));
    });
    CHECK(count >= 7);
}

TEST_CASE("Wet pads let an adiabatic cooler hold its water in air that a dry one fails in") {
    const auto& wet = specOf<DryCoolerSpec>("dry-cooler.500-adiabatic");
    DryCoolerSpec dry = wet;
    dry.pads.effectiveness = 0.0;
    const MoistAir hot = airOfHumidity(celsius(38.0), 0.2, pascals(101325.0));
    for (const auto& [spec, holds] : {std::pair{wet, true}, std::pair{dry, false}}) {
        const auto cooler = cooling::dryCoolerFrom(spec);
        REQUIRE(cooler);
        const auto at =
            cooling::dryCoolerAt(*cooler, {spec.heat, cooler->fluid, hot, celsius(32.0)});
        REQUIRE(at);
        CHECK(at->holdsWanted == holds);
        CHECK((at->makeUp() > MassFlow{}) == holds);
    }
}

TEST_CASE("Every plate exchanger carries the heat that it is named for, by its own flows") {
    const int count = forEach<ExchangerSpec>([](const std::string& key, const ExchangerSpec& spec) {
        CHECK(heatOf(spec.hot, spec.range).in(kilowatts) == Approx(sizeIn(key)).epsilon(0.01));
        const auto made =
            cooling::exchangerFrom({cooling::waterRate(spec.hot), cooling::waterRate(spec.cold),
                                    spec.range, spec.approach});
        REQUIRE(made);
        const auto at = cooling::exchangerAt(
            *made,
            {made->hot, made->cold, celsius(10.0) + spec.approach + spec.range, celsius(10.0)});
        CHECK((at.hotOut - celsius(10.0)).in(kelvins) ==
              Approx(spec.approach.in(kelvins)).margin(1e-6));
    });
    CHECK(count >= 5);
}

TEST_CASE("Natural water is warmest in summer, never ice, and never warmer than its permit") {
    const int count = forEach<WaterSourceSpec>([](const std::string& key,
                                                  const WaterSourceSpec& source) {
        const auto [coldest, warmest] =
            std::minmax_element(source.monthlyC.begin(), source.monthlyC.end());
        CHECK(*coldest >= 0.0);
        CHECK(celsius(*warmest) < source.highestOut);
        CHECK(warmest - source.monthlyC.begin() >= 6);  // July or later
        CHECK(coldest - source.monthlyC.begin() <= 3);
        CHECK(heatOf(source.loop, source.range).in(kilowatts) == Approx(sizeIn(key)).epsilon(0.01));
        CHECK(source.pump < heatOf(source.loop, source.range) * 0.02);
    });
    CHECK(count >= 6);
}

TEST_CASE("Tanks hold what they are named for and lose little") {
    const int count = forEach<TankSpec>([](const std::string& key, const TankSpec& tank) {
        CHECK(tank.volume.in(cubicMetres) == sizeIn(key));
        const CatalogEntry& entry = *builtIn().find(key);
        const double radiusM = entry.size.width.in(metres) / 2.0;
        const double roomM3 = 3.14159 * radiusM * radiusM * entry.size.height.in(metres);
        CHECK(tank.volume.in(cubicMetres) < roomM3);
        CHECK(tank.volume.in(cubicMetres) > roomM3 * 0.8);
        CHECK(tank.loss.in(wattsPerKelvin) > 0.0);
    });
    CHECK(count >= 4);
}

TEST_CASE("A heat network asks for its peak in January, and its hours for one on average") {
    const int count =
        forEach<HeatReuseSpec>([](const std::string& key, const HeatReuseSpec& reuse) {
            CHECK(reuse.peakDemand.in(kilowatts) == sizeIn(key));
            CHECK(reuse.byMonth.front() == 1.0);
            const double hours = std::accumulate(reuse.byHour.begin(), reuse.byHour.end(), 0.0);
            CHECK(hours / 24.0 == Approx(1.0).margin(0.01));
            CHECK((reuse.heatPump > Power{}) == (key.find("pump") != std::string::npos));
        });
    CHECK(count >= 3);
}
