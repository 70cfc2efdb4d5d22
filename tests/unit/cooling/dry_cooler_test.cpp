// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/dry_cooler.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

DryCoolerSpec aSpec() {
    DryCoolerSpec spec;
    spec.heat = kilowatts(1000.0);
    spec.airIn = celsius(35.0);
    spec.fluidIn = celsius(46.0);
    spec.fluidOut = celsius(40.0);
    spec.fan = kilowatts(40.0);
    return spec;
}

DryCooler aCooler() {
    return *dryCoolerFrom(aSpec());
}

DryCoolerPoint aPoint(double airC, double wantedC, double heatKw = 1000.0) {
    return {kilowatts(heatKw), aCooler().fluid,
            airOfHumidity(celsius(airC), 0.4, pascals(101325.0)), celsius(wantedC)};
}

}  // namespace

TEST_CASE("Fans of a dry cooler hold the wanted fluid with the least power") {
    const auto mild = dryCoolerAt(aCooler(), aPoint(20.0, 40.0));
    REQUIRE(mild);
    CHECK(mild->holdsWanted);
    CHECK(mild->missedBy.si() == 0.0);
    CHECK(mild->leaving.in(celsius) == Approx(40.0).margin(1e-6));
    CHECK(mild->airShare < 0.6);
    CHECK(mild->fan.in(kilowatts) < 0.3 * 40.0);
    const auto warmer = dryCoolerAt(aCooler(), aPoint(28.0, 40.0));
    CHECK(warmer->fan > mild->fan);
    CHECK((mild->entering - mild->leaving).in(kelvins) == Approx(6.0));
}

TEST_CASE("A dry cooler that cannot hold the wanted fluid says by how much") {
    const auto hot = dryCoolerAt(aCooler(), aPoint(38.0, 40.0));
    REQUIRE(hot);
    CHECK_FALSE(hot->holdsWanted);
    CHECK(hot->airShare == 1.0);
    // 3 K hotter air, 3 K hotter fluid, and a little more: hotter air is thinner.
    CHECK(hot->missedBy.in(kelvins) == Approx(3.05).margin(0.05));
    CHECK(hot->missedBy.in(kelvins) > 3.0);
    CHECK(hot->leaving.si() == Approx(celsius(40.0).si() + hot->missedBy.si()));
}

TEST_CASE("A dry cooler never brings the fluid below its air") {
    for (const double airC : {-20.0, 0.0, 20.0, 40.0}) {
        for (const double heatKw : {1.0, 100.0, 1500.0}) {
            const auto result = dryCoolerAt(aCooler(), aPoint(airC, -30.0, heatKw));
            REQUIRE(result);
            CHECK(result->leaving.in(celsius) > airC);
        }
    }
}

TEST_CASE("Below its slowest speed the fans cycle without a step in power") {
    double before = 1e9;
    for (double airC = 34.0; airC > -30.0; airC -= 0.5) {
        const auto result = dryCoolerAt(aCooler(), aPoint(airC, 40.5, 300.0));
        REQUIRE(result);
        CHECK(result->holdsWanted);
        CHECK(result->fan.si() < before);
        CHECK(before - result->fan.si() < (before > 1e8 ? 1e9 : 0.1 * 40e3));
        before = result->fan.si();
    }
    CHECK(before > 0.0);
}

TEST_CASE("Pads run only where the fans alone miss, and take water") {
    DryCoolerSpec spec = aSpec();
    spec.pads.effectiveness = 0.8;
    const DryCooler cooler = *dryCoolerFrom(spec);
    const auto hot = dryCoolerAt(cooler, aPoint(38.0, 40.0));
    REQUIRE(hot);
    CHECK(hot->holdsWanted);
    CHECK(hot->airIn.in(celsius) == Approx(35.0).margin(0.1));
    CHECK(hot->evaporation.si() > 0.0);
    CHECK(hot->makeUp() == hot->evaporation + hot->bleed);
    CHECK(dryCoolerAt(cooler, aPoint(30.0, 40.0))->evaporation.si() == 0.0);
    const auto beyond = dryCoolerAt(cooler, aPoint(48.0, 30.0));
    CHECK_FALSE(beyond->holdsWanted);
    CHECK(beyond->missedBy < dryCoolerAt(aCooler(), aPoint(48.0, 30.0))->missedBy);
}

TEST_CASE("In thin air of heights a dry cooler takes less heat and its fans less power") {
    DryCoolerPoint high = aPoint(35.0, 30.0);
    high.outdoor.pressure = pascals(85000.0);
    const auto thin = dryCoolerAt(aCooler(), high);
    const auto sea = dryCoolerAt(aCooler(), aPoint(35.0, 30.0));
    REQUIRE(thin);
    CHECK(thin->leaving > sea->leaving + kelvins(0.5));
    CHECK(thin->fan.si() == Approx(sea->fan.si() * 85000.0 / 101325.0));
}

TEST_CASE("A dry cooler with far less flow than its rating says so") {
    DryCoolerPoint point = aPoint(20.0, 40.0, 100.0);
    point.fluid = point.fluid * 0.1;
    const auto result = dryCoolerAt(aCooler(), point);
    REQUIRE(result);
    REQUIRE(result->outOfRange.size() == 1);
    CHECK(result->outOfRange[0].value == Approx(0.1));
}

TEST_CASE("A dry cooler with nothing to do stands still") {
    const auto idle = dryCoolerAt(aCooler(), aPoint(20.0, 40.0, 0.0));
    REQUIRE(idle);
    CHECK(idle->fan.si() == 0.0);
    CHECK(idle->makeUp().si() == 0.0);
    CHECK(idle->holdsWanted);
}

TEST_CASE("A dry cooler that cannot be is refused") {
    DryCoolerSpec spec = aSpec();
    SECTION("fluid that warms") {
        spec.fluidOut = celsius(50.0);
    }
    SECTION("air hotter than the fluid") {
        spec.airIn = celsius(47.0);
    }
    SECTION("air that would leave hotter than the fluid comes") {
        spec.airRise = kelvins(12.0);
    }
    SECTION("no heat") {
        spec.heat = {};
    }
    CHECK(dryCoolerFrom(spec).error().code == ErrorCode::InvalidArgument);
    DryCoolerPoint dry = aPoint(20.0, 40.0);
    dry.fluid = {};
    CHECK_FALSE(dryCoolerAt(aCooler(), dry));
    CHECK_FALSE(dryCoolerAt(aCooler(), aPoint(std::nan(""), 40.0)));
}
