// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/evaporative.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr MassFlow flow = kilogramsPerSecond(10.0);

MoistAir hotAir() {
    return airOfHumidity(celsius(35.0), 0.30, pascals(101325.0));
}

}  // namespace

TEST_CASE("Pads bring air towards its wet bulb") {
    const auto wetted = evaporativeAt({}, hotAir(), flow, celsius(0.0));
    REQUIRE(wetted);
    // Wet bulb 21.52 °C at 35 °C and 30 % (ASHRAE's equations).
    CHECK(wetted->air.dryBulb.in(celsius) == Approx(35.0 - 0.8 * (35.0 - 21.52)).margin(0.02));
    CHECK(wetBulb(wetted->air).in(celsius) == Approx(21.52).margin(0.02));
    CHECK(wetted->share == 1.0);
}

TEST_CASE("The water of pads is what the air takes up and what is bled") {
    const auto wetted = evaporativeAt({}, hotAir(), flow, celsius(0.0));
    REQUIRE(wetted);
    const double riseKg = wetted->air.humidityRatio - hotAir().humidityRatio;
    CHECK(wetted->evaporation.in(kilogramsPerSecond) == Approx(10.0 * riseKg));
    CHECK(wetted->bleed.si() == Approx(wetted->evaporation.si() / 3.0));
    CHECK(wetted->makeUp() == wetted->evaporation + wetted->bleed);
    // About 10.8 K of 10 kg/s of air by 2.45 MJ/kg.
    CHECK(wetted->evaporation.si() == Approx(10.0 * 1020.0 * 10.8 / 2.45e6).epsilon(0.03));
}

TEST_CASE("Dampers hold the wanted air with the least water") {
    const auto held = evaporativeAt({}, hotAir(), flow, celsius(30.0));
    REQUIRE(held);
    CHECK(held->air.dryBulb.in(celsius) == Approx(30.0).margin(1e-6));
    CHECK(held->share < 0.6);
    CHECK(held->evaporation < evaporativeAt({}, hotAir(), flow, celsius(0.0))->evaporation);
    // What is mixed of wetted and dry air has the same enthalpy but for the water's own.
    const double gain = (enthalpy(held->air) - enthalpy(hotAir())).si();
    const double waterJ = (held->air.humidityRatio - hotAir().humidityRatio) * 4186.0 * 21.52;
    CHECK(gain == Approx(waterJ).margin(5.0));
}

TEST_CASE("Pads stay dry in cold, saturated or cold enough air") {
    const MoistAir cold = airOfHumidity(celsius(3.0), 0.3, pascals(101325.0));
    CHECK(evaporativeAt({}, cold, flow, celsius(-10.0))->evaporation.si() == 0.0);
    const MoistAir wet = airOfHumidity(celsius(25.0), 1.0, pascals(101325.0));
    CHECK(evaporativeAt({}, wet, flow, celsius(10.0))->air.dryBulb.in(celsius) ==
          Approx(25.0).margin(1e-4));
    CHECK(evaporativeAt({}, hotAir(), flow, celsius(36.0))->evaporation.si() == 0.0);
    EvaporativeSpec none;
    none.effectiveness = 0.0;
    CHECK(evaporativeAt(none, hotAir(), flow, celsius(0.0))->air == hotAir());
}

TEST_CASE("Pads that cannot be are refused") {
    EvaporativeSpec spec;
    spec.effectiveness = 1.2;
    CHECK_FALSE(evaporativeAt(spec, hotAir(), flow, celsius(20.0)));
    spec = {};
    spec.cyclesOfConcentration = 1.0;
    CHECK_FALSE(evaporativeAt(spec, hotAir(), flow, celsius(20.0)));
    CHECK_FALSE(evaporativeAt({}, hotAir(), kilogramsPerSecond(-1.0), celsius(20.0)));
}
