// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_economizer.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr Pressure seaLevel = pascals(101325.0);

AirEconomizerPoint aPoint(double outsideC, double outsideDewC, double wantedC = 24.0) {
    return {airOfDewPoint(celsius(outsideC), celsius(outsideDewC), seaLevel),
            airOfDewPoint(celsius(36.0), celsius(10.0), seaLevel), kilogramsPerSecond(10.0),
            celsius(wantedC)};
}

/// Enthalpy that the air loses on its way, W: what mechanical cooling and heating make of it.
double fallW(const AirEconomizerPoint& point, const AirEconomizerResult& result) {
    return point.dryAir.si() * (enthalpy(result.mixed) - enthalpy(result.supply)).si();
}

}  // namespace

TEST_CASE("Mixed outside air gives the wanted supply for nothing") {
    const auto point = aPoint(12.0, 8.0);
    const auto result = airEconomizerAt({}, point);
    REQUIRE(result);
    CHECK(result->mode == AirMode::Free);
    CHECK(result->share == Approx(0.5).margin(0.01));
    CHECK(result->mixed.dryBulb.in(celsius) == Approx(24.0).margin(1e-4));
    CHECK(result->cooling.si() == 0.0);
    CHECK(result->heating.si() == 0.0);
    CHECK(result->humidification.si() == 0.0);
}

TEST_CASE("Air warmer than the supply but colder than the return leaves a part to the chiller") {
    const auto point = aPoint(30.0, 8.0);
    const auto result = airEconomizerAt({}, point);
    REQUIRE(result);
    CHECK(result->mode == AirMode::Mixed);
    CHECK(result->share == 1.0);
    CHECK(result->cooling.in(kilowatts) == Approx(10.0 * 1.006 * 6.0).epsilon(0.02));
    CHECK(result->cooling.si() == Approx(fallW(point, *result)));
}

TEST_CASE("Hot, damp or locked-out air is kept to its least share") {
    AirEconomizer economizer;
    CHECK(airEconomizerAt(economizer, aPoint(38.0, 8.0))->mode == AirMode::Mechanical);
    const auto damp = airEconomizerAt(economizer, aPoint(22.0, 18.0));
    CHECK(damp->mode == AirMode::Mechanical);
    CHECK(damp->share == economizer.leastShare);
    economizer.highestDryBulb = celsius(18.0);
    CHECK(airEconomizerAt(economizer, aPoint(20.0, 8.0))->mode == AirMode::Mechanical);
    CHECK(airEconomizerAt(economizer, aPoint(17.0, 8.0))->mode == AirMode::Free);
}

TEST_CASE("Cold dry air is humidified, and sprays cool while they do") {
    AirEconomizer economizer;
    AirEconomizerPoint point = aPoint(-15.0, -25.0);
    point.returning = airOfDewPoint(celsius(36.0), celsius(-9.0), seaLevel);
    const auto spray = airEconomizerAt(economizer, point);
    REQUIRE(spray);
    CHECK(spray->mode == AirMode::Free);
    CHECK(dewPoint(spray->supply).in(celsius) == Approx(-9.0).margin(0.01));
    CHECK(spray->supply.dryBulb.in(celsius) == Approx(24.0).margin(1e-6));
    CHECK(spray->mixed.dryBulb > celsius(24.5));
    CHECK(spray->humidification.si() ==
          Approx(10.0 * (spray->supply.humidityRatio - spray->mixed.humidityRatio)));
    CHECK(spray->humidifierPower.si() == Approx(spray->humidification.si() * 36e3));

    economizer.humidifier = Humidifier::Steam;
    const auto steam = airEconomizerAt(economizer, point);
    CHECK(steam->mixed.dryBulb.in(celsius) == Approx(24.0).margin(1e-4));
    CHECK(steam->humidifierPower.si() == Approx(steam->humidification.si() * 2.63e6));
    CHECK(steam->share > spray->share);

    economizer.humidifier = Humidifier::None;
    CHECK(airEconomizerAt(economizer, point)->isTooDry);
}

TEST_CASE("Damp return air is dried by the coil, and the books say how much") {
    AirEconomizerPoint point = aPoint(34.0, 25.0);
    point.returning = airOfDewPoint(celsius(36.0), celsius(18.0), seaLevel);
    const auto result = airEconomizerAt({}, point);
    REQUIRE(result);
    CHECK(result->mode == AirMode::Mechanical);
    CHECK(dewPoint(result->supply).in(celsius) == Approx(15.0).margin(0.01));
    CHECK(result->condensate.si() > 0.0);
    CHECK(result->dehumidification < result->cooling);
    CHECK(result->cooling.si() == Approx(fallW(point, *result)));
}

TEST_CASE("Fresh air that is too cold is heated") {
    AirEconomizer economizer;
    economizer.leastShare = 0.6;
    const auto point = aPoint(-10.0, -9.5);
    const auto result = airEconomizerAt(economizer, point);
    REQUIRE(result);
    CHECK(result->share == 0.6);
    CHECK(result->heating.si() > 0.0);
    CHECK(result->cooling.si() == 0.0);
}

TEST_CASE("The supply is the wanted one in any weather") {
    for (double c = -30.0; c <= 45.0; c += 2.5) {
        for (const double spreadK : {0.0, 5.0, 15.0}) {
            const auto point = aPoint(c, c - spreadK);
            const auto result = airEconomizerAt({}, point);
            REQUIRE(result);
            CHECK(result->supply.dryBulb.in(celsius) == Approx(24.0).margin(1e-6));
            CHECK(result->share >= 0.02);
            CHECK(result->share <= 1.0);
            CHECK(std::isfinite(result->cooling.si()));
            CHECK((result->cooling.si() == 0.0 || result->heating.si() == 0.0));
        }
    }
}

TEST_CASE("An air economizer that cannot be is refused") {
    AirEconomizer economizer;
    economizer.leastShare = 1.5;
    CHECK_FALSE(airEconomizerAt(economizer, aPoint(10.0, 5.0)));
    CHECK_FALSE(airEconomizerAt({}, aPoint(10.0, 5.0, std::nan(""))));
}
