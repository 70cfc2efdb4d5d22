// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/merkel.h"
#include "model/cooling/tower.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// 1 MW at its design point.
TowerSpec aTower(TowerLaw law) {
    TowerSpec spec;
    spec.law = law;
    spec.water = cubicMetresPerSecond(1e6 / (999.5 * 4190.0 * 5.56));
    spec.air = cubicMetresPerSecond(36.0);
    spec.fan = kilowatts(12.0);
    return spec;
}

TowerPoint aPoint(const TowerSpec& spec, double heatKw = 1000.0, double wetBulbC = 25.56,
                  double wantedC = 10.0) {
    return {kilowatts(heatKw), spec.water, celsius(wetBulbC), celsius(wantedC)};
}

}  // namespace

TEST_CASE("The YorkCalc approach is EnergyPlus's at four points") {
    CHECK(yorkCalcApproach(25.56, 5.56, 1.0) == Approx(3.8425).epsilon(1e-3));
    CHECK(yorkCalcApproach(20.0, 5.56, 1.0) == Approx(5.058).epsilon(1e-3));
    CHECK(yorkCalcApproach(10.0, 5.56, 1.0) == Approx(7.771).epsilon(1e-3));
    CHECK(yorkCalcApproach(25.56, 5.56, 1.5) == Approx(6.262).epsilon(1e-3));
}

TEST_CASE("A tower at its design point leaves its design approach") {
    for (const TowerLaw law : {TowerLaw::YorkCalc, TowerLaw::Merkel}) {
        const TowerSpec spec = aTower(law);
        const auto result = towerAt(spec, aPoint(spec));
        REQUIRE(result);
        CHECK((result->leaving - spec.wetBulb).in(kelvins) == Approx(3.89).epsilon(1e-3));
        CHECK((result->entering - result->leaving).in(kelvins) == Approx(5.56).epsilon(1e-6));
        CHECK(result->airShare == 1.0);
        CHECK(result->fan.in(kilowatts) == Approx(12.0).epsilon(1e-3));
        CHECK_FALSE(result->holdsWanted);
        CHECK(result->outOfRange.empty());
    }
}

TEST_CASE("A fan holds the wanted water with the least air") {
    for (const TowerLaw law : {TowerLaw::YorkCalc, TowerLaw::Merkel}) {
        const TowerSpec spec = aTower(law);
        const auto eager = towerAt(spec, aPoint(spec, 1000.0, 15.0, 26.0));
        REQUIRE(eager);
        CHECK(eager->holdsWanted);
        CHECK(eager->leaving.in(celsius) == Approx(26.0).margin(1e-3));
        CHECK(eager->airShare < 0.9);
        // More than the cube: the drive loses some.
        CHECK(eager->fan > spec.fan * std::pow(eager->airShare, 3.0));
        const auto warmer = towerAt(spec, aPoint(spec, 1000.0, 15.0, 28.0));
        REQUIRE(warmer);
        CHECK(warmer->fan < eager->fan);
        const auto drier = towerAt(spec, aPoint(spec, 1000.0, 10.0, 26.0));
        REQUIRE(drier);
        CHECK(drier->fan < eager->fan);
    }
}

TEST_CASE("Less heat never leaves warmer water, nor does drier air") {
    for (const TowerLaw law : {TowerLaw::YorkCalc, TowerLaw::Merkel}) {
        const TowerSpec spec = aTower(law);
        double before = -100.0;
        for (const double heatKw : {300.0, 600.0, 900.0, 1200.0}) {
            const auto result = towerAt(spec, aPoint(spec, heatKw));
            REQUIRE(result);
            CHECK(result->leaving.in(celsius) > before);
            before = result->leaving.in(celsius);
        }
        before = -100.0;
        for (const double wetC : {5.0, 12.0, 19.0, 26.0}) {
            const auto result = towerAt(spec, aPoint(spec, 1000.0, wetC));
            REQUIRE(result);
            CHECK(result->leaving.in(celsius) > before);
            before = result->leaving.in(celsius);
        }
    }
}

TEST_CASE("Heights change a Merkel tower a little: air is thinner but takes up more vapour") {
    const TowerSpec spec = aTower(TowerLaw::Merkel);
    TowerPoint high = aPoint(spec, 1000.0, 20.0);
    high.pressure = pascals(85000.0);
    const auto thin = towerAt(spec, high);
    const auto sea = towerAt(spec, aPoint(spec, 1000.0, 20.0));
    REQUIRE(thin);
    CHECK_FALSE(thin->leaving == sea->leaving);
    CHECK(std::abs((thin->leaving - sea->leaving).in(kelvins)) < 1.0);
    high.pressure = {};
    CHECK_FALSE(towerAt(spec, high));
}

TEST_CASE("Make-up water is what evaporates, is blown down and drifts") {
    const TowerSpec spec = aTower(TowerLaw::YorkCalc);
    const auto result = towerAt(spec, aPoint(spec));
    REQUIRE(result);
    // 1 MW / 2,430 kJ/kg; 5 cycles: a quarter of it again.
    CHECK(result->evaporation.in(kilogramsPerSecond) == Approx(1e6 / 2.43e6));
    CHECK(result->blowdown.in(kilogramsPerSecond) == Approx(0.25 * 1e6 / 2.43e6));
    CHECK(result->drift.in(kilogramsPerSecond) == Approx(2e-5 * spec.water.si() * 999.5));
    CHECK(result->makeUp() == result->evaporation + result->blowdown + result->drift);
}

TEST_CASE("Beyond the range of its law a tower says so") {
    const TowerSpec spec = aTower(TowerLaw::YorkCalc);
    const auto hot = towerAt(spec, aPoint(spec, 1000.0, 30.0));
    REQUIRE(hot);
    REQUIRE(hot->outOfRange.size() == 1);
    CHECK(hot->outOfRange[0].quantity == "wet bulb");
    CHECK(hot->outOfRange[0].value == Approx(30.0));
    TowerPoint thin = aPoint(spec);
    thin.water = 0.5 * spec.water;
    const auto little = towerAt(spec, thin);
    REQUIRE(little);
    CHECK(little->outOfRange.size() == 1);
}

TEST_CASE("A tower with nothing to do stands still") {
    const TowerSpec spec = aTower(TowerLaw::YorkCalc);
    const auto idle = towerAt(spec, aPoint(spec, 0.0));
    REQUIRE(idle);
    CHECK(idle->fan.si() == 0.0);
    CHECK(idle->evaporation.si() == 0.0);
}

TEST_CASE("An unusable tower is an error") {
    TowerSpec spec = aTower(TowerLaw::YorkCalc);
    TowerPoint dry = aPoint(spec);
    dry.water = {};
    CHECK_FALSE(towerAt(spec, dry));
    CHECK_FALSE(towerAt(spec, aPoint(spec, std::nan(""))));
    spec.cyclesOfConcentration = 1.0;
    CHECK_FALSE(towerAt(spec, aPoint(spec)));
    TowerSpec airless = aTower(TowerLaw::Merkel);
    airless.air = {};
    CHECK_FALSE(towerAt(airless, aPoint(airless)));
}

TEST_CASE("Fan power follows the drive's curve") {
    CHECK(fanPowerShare(0.0) == 0.0);
    CHECK(fanPowerShare(1.0) == Approx(0.9991).margin(1e-9));
    CHECK(fanPowerShare(0.5) == Approx(0.0013 + 0.0735 + 0.23765 - 0.012475));
}
