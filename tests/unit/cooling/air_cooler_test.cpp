// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_cooler.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr Density density = kilogramsPerCubicMetre(1.2);

/// 10 m³/s of 1.2 kg/m³ between 35 °C and 15 °C could give 241.44 kW; 60 % of it is rated.
CoolerSpec aCrah() {
    CoolerSpec spec;
    spec.ratedFlow = cubicMetresPerSecond(10.0);
    spec.ratedCapacity = kilowatts(0.6 * 241.44);
    spec.ratedReturn = celsius(35.0);
    spec.ratedWaterIn = celsius(15.0);
    spec.fanPower = kilowatts(8.0);
    return spec;
}

CoilPoint ratedPoint() {
    return {1.0, celsius(35.0), celsius(15.0), density};
}

}  // namespace

TEST_CASE("A coil has its rated capacity at its rated point") {
    const auto coil = coilFrom(aCrah(), density);
    REQUIRE(coil);
    CHECK(coil->ratedEffectiveness == Approx(0.6));
    CHECK(coilCapacity(*coil, ratedPoint()).in(kilowatts) == Approx(0.6 * 241.44));
    CHECK(coldestSupply(*coil, ratedPoint()).in(celsius) == Approx(35.0 - 0.6 * 20.0));
}

TEST_CASE("Coil capacity is proportional to the span from return air to water") {
    const auto coil = coilFrom(aCrah(), density);
    CoilPoint point = ratedPoint();
    point.airReturn = celsius(25.0);
    CHECK(coilCapacity(*coil, point).in(kilowatts) == Approx(0.5 * 0.6 * 241.44));
    point.airReturn = celsius(14.0);
    CHECK(coilCapacity(*coil, point) == Power{});
    CHECK(coldestSupply(*coil, point) == celsius(14.0));
}

TEST_CASE("Slower air is cooled nearer to the water, NTU growing with speed to the power −0.2") {
    const auto coil = coilFrom(aCrah(), density);
    CoilPoint point = ratedPoint();
    point.speed = 0.5;
    const double ntu = -std::log(0.4) * std::pow(0.5, -0.2);
    CHECK(coilEffectiveness(*coil, 0.5) == Approx(1.0 - std::exp(-ntu)));
    CHECK(coilCapacity(*coil, point).in(kilowatts) ==
          Approx(0.5 * 241.44 * (1.0 - std::exp(-ntu))));
}

TEST_CASE("Fan power falls with the cube of speed and flow in proportion") {
    CHECK(fanPower(aCrah(), 1.0).in(kilowatts) == Approx(8.0));
    CHECK(fanPower(aCrah(), 0.5).in(kilowatts) == Approx(1.0));
    CHECK(fanPower(aCrah(), 0.0) == Power{});
    CHECK(fanFlow(aCrah(), 0.5).in(cubicMetresPerSecond) == Approx(5.0));
}

TEST_CASE("A stopped fan moves no heat") {
    const auto coil = coilFrom(aCrah(), density);
    CoilPoint point = ratedPoint();
    point.speed = 0.0;
    CHECK(coilCapacity(*coil, point) == Power{});
}

TEST_CASE("An impossible rated point is refused") {
    CoolerSpec spec = aCrah();
    SECTION("more heat than the air can give") {
        spec.ratedCapacity = kilowatts(250.0);
    }
    SECTION("no air") {
        spec.ratedFlow = VolumeFlow{};
    }
    SECTION("return colder than the water") {
        spec.ratedReturn = celsius(10.0);
    }
    SECTION("no capacity") {
        spec.ratedCapacity = Power{};
    }
    const auto coil = coilFrom(spec, density);
    REQUIRE_FALSE(coil);
    CHECK(coil.error().code == ErrorCode::InvalidArgument);
}
