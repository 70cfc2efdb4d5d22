// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/prepared_plant.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// Two own-compressor coolers (100 kW each) of one hall, 35 °C to 22 °C, that can take outside air.
PlantInput aHall(double dryC, double humidity) {
    PlantInput input;
    input.direct = {{{1}, "CRAC 1", kilowatts(100.0), 3.0, Power{}},
                    {{2}, "CRAC 2", kilowatts(100.0), 3.0, Power{}}};
    const double heatPerAir = 1006.0 * 13.0;
    input.airSides = {
        {{7}, {}, {0, 1}, kilogramsPerSecond(200e3 / heatPerAir), celsius(35.0), celsius(22.0)}};
    input.outdoors = {airOfHumidity(celsius(dryC), humidity, pascals(101325.0)), 7, 12};
    return input;
}

PlantResult solved(const PlantInput& input) {
    auto result = solvePlant(input);
    REQUIRE(result);
    return *std::move(result);
}

}  // namespace

TEST_CASE("Cool outside air takes all heat of a hall, and the books close") {
    const PlantResult result = solved(aHall(10.0, 0.6));
    CHECK(result.airSideHeat.in(kilowatts) == Approx(200.0).epsilon(1e-3));
    CHECK(result.compressorPower.in(kilowatts) == Approx(0.0).margin(0.1));
    CHECK(result.mode == LoopMode::Free);
    REQUIRE(result.airSides.size() == 1);
    CHECK(result.airSides[0].hall == HallId{7});
    CHECK(result.airSides[0].share > 0.3);
    CHECK(result.relativeResidual < 1e-12);
}

TEST_CASE("Air warmer than the supply helps in part, air warmer than the return not at all") {
    const PlantResult mild = solved(aHall(27.0, 0.3));
    CHECK(mild.mode == LoopMode::Mixed);
    CHECK(mild.airSideHeat.in(kilowatts) == Approx(200.0 * 8.0 / 13.0).epsilon(0.02));
    const PlantResult hot = solved(aHall(38.0, 0.2));
    CHECK(hot.mode == LoopMode::Mechanical);
    CHECK(hot.airSideHeat == Power{});
}

TEST_CASE("Damp outside air is shut out") {
    const PlantResult result = solved(aHall(20.0, 0.95));
    CHECK(result.airSideHeat == Power{});
    CHECK(result.compressorPower > Power{});
}

TEST_CASE("Very dry air is humidified: water and power are in the figures") {
    const PlantResult result = solved(aHall(-5.0, 0.2));
    CHECK(result.water.si() > 0.0);
    CHECK(result.rejectionPower == result.airSides[0].humidifierPower);
    CHECK(result.rejectionPower.si() == Approx(result.water.si() * 36e3).epsilon(1e-9));
    CHECK(result.relativeResidual < 1e-12);
}
