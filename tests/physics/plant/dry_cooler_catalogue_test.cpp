// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/dry_cooler.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// BAC TDFS1238N: 2,931 kW at 35 °C air, fluid 46.11 → 40.55 °C, fans 117.68 kW (sample data of
/// LBNL's Modelica Buildings library).
DryCoolerSpec bac(FlowArrangement arrangement) {
    DryCoolerSpec spec;
    spec.heat = kilowatts(2931.0);
    spec.airIn = celsius(35.0);
    spec.fluidIn = celsius(46.11);
    spec.fluidOut = celsius(40.55);
    spec.fan = kilowatts(117.68);
    spec.arrangement = arrangement;
    return spec;
}

DryCoolerPoint at(const DryCooler& cooler, double airC, double wantedC) {
    return {cooler.spec.heat, cooler.fluid, airOfHumidity(celsius(airC), 0.4, pascals(101325.0)),
            celsius(wantedC)};
}

}  // namespace

TEST_CASE("A dry cooler hits its catalogue point") {
    for (const auto arrangement : {FlowArrangement::Cross, FlowArrangement::Counter}) {
        const auto cooler = dryCoolerFrom(bac(arrangement));
        REQUIRE(cooler);
        const auto result = dryCoolerAt(*cooler, at(*cooler, 35.0, 30.0));
        REQUIRE(result);
        CHECK(result->leaving.in(celsius) == Approx(40.55).epsilon(1e-3));
        CHECK(result->entering.in(celsius) == Approx(46.11).epsilon(1e-3));
        CHECK(result->fan.in(kilowatts) == Approx(117.68).epsilon(1e-3));
        CHECK(result->missedBy.in(kelvins) == Approx(10.55).epsilon(1e-3));
        // The sample's fans take 4.0 % of the heat.
        CHECK(result->fan / bac(arrangement).heat == Approx(0.040).margin(2e-4));
    }
}

TEST_CASE("Off its catalogue point the films follow their flows") {
    // The law by hand, in counterflow: hA_air = 1.5 UA and hA_fluid = 3 UA at the catalogue point.
    const auto cooler = dryCoolerFrom(bac(FlowArrangement::Counter));
    const double heavier = 308.15 / 298.15;  // air of 25 °C against 35 °C
    for (const double fluidShare : {0.4, 0.7, 1.2}) {
        for (const double wantedC : {30.0, 37.0}) {
            DryCoolerPoint point = at(*cooler, 25.0, wantedC);
            point.heat = point.heat * 0.6;
            point.fluid = point.fluid * fluidShare;
            const auto result = dryCoolerAt(*cooler, point);
            REQUIRE(result);
            REQUIRE(result->airShare > cooler->spec.leastAirShare);
            const double air =
                1.5 * cooler->conductance.si() * std::pow(result->airShare * heavier, 0.8);
            const double fluid = 3.0 * cooler->conductance.si() * std::pow(fluidShare, 0.85);
            const double conductance = 1.0 / (1.0 / air + 1.0 / fluid);
            const double airWK = cooler->air.si() * result->airShare * heavier;
            const double fluidWK = point.fluid.si();
            // Counterflow by its mean temperature difference.
            const double airOutC = 25.0 + point.heat.si() / airWK;
            const double hotEnd = result->entering.in(celsius)-airOutC;
            const double coldEnd = result->leaving.in(celsius)-25.0;
            const double mean = (hotEnd - coldEnd) / std::log(hotEnd / coldEnd);
            CHECK(conductance * mean == Approx(point.heat.si()).epsilon(1e-6));
            CHECK(fluidWK * (result->entering - result->leaving).si() ==
                  Approx(point.heat.si()).epsilon(1e-9));
        }
    }
}

TEST_CASE("A surface that is sized in counterflow needs less than in cross flow") {
    CHECK(dryCoolerFrom(bac(FlowArrangement::Counter))->conductance <
          dryCoolerFrom(bac(FlowArrangement::Cross))->conductance);
}

TEST_CASE("Fluid that is held at its set-point takes the heat out of the air to 1e-9") {
    const auto cooler = dryCoolerFrom(bac(FlowArrangement::Cross));
    for (const double airC : {-20.0, 0.0, 15.0, 25.0, 33.0}) {
        const auto result = dryCoolerAt(*cooler, at(*cooler, airC, 40.55));
        REQUIRE(result);
        const double fluidW = cooler->fluid.si() * (result->entering - result->leaving).si();
        CHECK(fluidW == Approx(2931e3).epsilon(1e-9));
        CHECK(result->leaving.in(celsius) == Approx(40.55).margin(1e-6));
    }
}
