// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/merkel.h"
#include "model/cooling/tower.h"
#include "model/core/moist_air.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

TowerSpec aTower(TowerLaw law) {
    TowerSpec spec;
    spec.law = law;
    spec.water = cubicMetresPerSecond(1e6 / (999.5 * 4190.0 * 5.56));
    spec.air = cubicMetresPerSecond(36.0);
    spec.fan = kilowatts(12.0);
    return spec;
}

TowerPoint at(double wetBulbC, double wantedC, double heatKw = 1000.0) {
    return {kilowatts(heatKw), aTower(TowerLaw::YorkCalc).water, celsius(wetBulbC),
            celsius(wantedC)};
}

}  // namespace

TEST_CASE("Both tower laws agree on water they were not fitted to together") {
    // Two independent laws: a polynomial of one maker's towers and a heat exchanger model, sized at
    // the same point. Within 1.5 K over the common range.
    for (const double wetC : {10.0, 15.0, 20.0, 25.0}) {
        for (const double heatKw : {600.0, 800.0, 1000.0}) {
            const auto york = towerAt(aTower(TowerLaw::YorkCalc), at(wetC, -50.0, heatKw));
            const auto merkel = towerAt(aTower(TowerLaw::Merkel), at(wetC, -50.0, heatKw));
            REQUIRE(york);
            REQUIRE(merkel);
            INFO(wetC << " °C, " << heatKw << " kW");
            CHECK(york->leaving.in(celsius) == Approx(merkel->leaving.in(celsius)).margin(1.5));
        }
    }
}

TEST_CASE("Merkel's air leaves saturated with the heat of the water") {
    // Integrating Merkel's equation dh_w / (h_s(water) − h) in 2,000 slices over the water gives
    // the same transfer units at the design point as over a range twice as fine: and they fall with
    // approach. A coarse check that the effective-specific-heat form is near the integral.
    const TowerSpec spec = aTower(TowerLaw::Merkel);
    const auto saturated = [](double c) {
        return enthalpy(airOfHumidity(celsius(c), 1.0, pascals(101325.0))).si();
    };
    const double waterWK = spec.water.si() * 999.5 * 4190.0;
    const double airKgS = spec.air.si() * 101325.0 / (287.055 * spec.wetBulb.si());
    const double leavingC = spec.wetBulb.in(celsius) + spec.approach.si();
    double units = 0.0;
    const int slices = 2000;
    const double stepK = spec.range.si() / slices;
    for (int n = 0; n < slices; ++n) {
        const double waterC = leavingC + (n + 0.5) * stepK;
        const double airJKg =
            saturated(spec.wetBulb.in(celsius)) + waterWK * (n + 0.5) * stepK / airKgS;
        units += waterWK * stepK / (saturated(waterC) - airJKg);  // kg/s of enthalpy transfer
    }
    // K A of the integral, in W/K of cp: within 12 % of the ε-NTU one.
    CHECK(MerkelTower(spec).designConductanceWK() == Approx(units * 1006.0).epsilon(0.12));
}

TEST_CASE("The fan holds a set-point to 1e-6 K by either law, at the least speed") {
    for (const TowerLaw law : {TowerLaw::YorkCalc, TowerLaw::Merkel}) {
        for (const double wetC : {2.0, 10.0, 18.0}) {
            for (const double heatKw : {800.0, 1000.0}) {
                const auto held = towerAt(aTower(law), at(wetC, 26.0, heatKw));
                REQUIRE(held);
                REQUIRE(held->holdsWanted);
                CHECK(held->leaving.in(celsius) == Approx(26.0).margin(1e-6));
                CHECK(held->airShare > 0.0);
                CHECK(held->airShare < 1.0);
            }
        }
    }
}

TEST_CASE("Make-up, evaporation, blow-down and salts balance exactly") {
    for (const double cycles : {2.0, 3.5, 6.0}) {
        TowerSpec spec = aTower(TowerLaw::Merkel);
        spec.cyclesOfConcentration = cycles;
        const auto result = towerAt(spec, at(20.0, 26.0));
        REQUIRE(result);
        const double in = result->makeUp().si();
        CHECK(in == result->evaporation.si() + result->blowdown.si() + result->drift.si());
        // Salts: what comes in with evaporation's and blow-down's water leaves by blow-down.
        CHECK(result->evaporation.si() + result->blowdown.si() ==
              Approx(cycles * result->blowdown.si()).epsilon(1e-12));
    }
}
