// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/chiller.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/chillers.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::cooling;
using namespace halltwin::cooling::test;

namespace {

/// State at a part-load ratio of the capacity at these temperatures.
ChillerResult at(const ChillerSpec& spec, double waterC, double condenserC, double partLoad) {
    const Temperature water = celsius(waterC);
    const Temperature condenser = celsius(condenserC);
    const Power heat = chillerCapacity(spec, water, condenser) * partLoad;
    return chillerAt(spec, {heat, water, condenser}).value();
}

}  // namespace

TEST_CASE("Chillers reproduce the capacity, power and COP of their EnergyPlus curves") {
    struct Case {
        ChillerSpec spec;
        double waterC, condenserC, capacityKw, powerKw, cop;
    };
    const auto c = GENERATE(values<Case>({{yorkYk(), 6.67, 26.67, 4603.6, 739.8, 6.223},
                                          {carrier30Xa500(), 6.67, 35.0, 1633.5, 569.8, 2.867},
                                          {carrier30Xa500(), 10.0, 30.0, 1789.1, 573.6, 3.119},
                                          {yorkYcal(), 6.67, 35.0, 105.5, 34.7, 3.037}}));
    const ChillerResult result = at(c.spec, c.waterC, c.condenserC, 1.0);
    CHECK(result.capacity.in(kilowatts) == Approx(c.capacityKw).epsilon(1e-3));
    // Powers are printed to 0.1 kW, and the capacity behind them to the digits of the model's name.
    CHECK(result.power.in(kilowatts) == Approx(c.powerKw).epsilon(1e-3).margin(0.1));
    CHECK(result.cop == Approx(c.cop).epsilon(1e-3));
    CHECK(result.outOfRange.empty());
}

TEST_CASE("Chillers reproduce their part-load COP") {
    struct Case {
        ChillerSpec spec;
        double waterC, condenserC, partLoad, cop;
    };
    const auto c = GENERATE(values<Case>({{yorkYk(), 6.67, 26.67, 0.5, 6.064},
                                          {carrier19Xr(), 5.56, 21.11, 1.0, 5.434},
                                          {carrier19Xr(), 5.56, 21.11, 0.5, 7.242},
                                          {carrier19Xr(), 7.0, 20.0, 1.0, 5.916},
                                          {carrier19Xr(), 7.0, 20.0, 0.75, 6.918},
                                          {carrier19Xr(), 10.0, 15.0, 0.5, 10.284},
                                          {carrier19Xr(), 10.0, 15.0, 0.25, 9.574}}));
    const ChillerResult result = at(c.spec, c.waterC, c.condenserC, c.partLoad);
    CHECK(result.partLoad == Approx(c.partLoad));
    CHECK(result.cop == Approx(c.cop).epsilon(1e-3));
}

TEST_CASE("Below its least part load a chiller cycles at the power of that part load") {
    const ChillerResult least = at(yorkYk(), 6.67, 26.67, 0.40);
    const ChillerResult cycling = at(yorkYk(), 6.67, 26.67, 0.10);
    CHECK(least.cycling == Approx(1.0));
    CHECK(cycling.cycling == Approx(0.25));
    CHECK(cycling.power.si() == Approx(0.25 * least.power.si()));
    CHECK(cycling.cop == Approx(least.cop));
}

TEST_CASE("A chiller that is asked for more than its largest part load leaves the rest") {
    const ChillerSpec spec = carrier30Xa500();
    const Power capacity = chillerCapacity(spec, celsius(6.67), celsius(35.0));
    const auto result = chillerAt(spec, {capacity * 1.2, celsius(6.67), celsius(35.0)});
    REQUIRE(result);
    CHECK(result->heat.si() == Approx(capacity.si()));
    CHECK(result->unmet.si() == Approx(0.2 * capacity.si()));
    CHECK(result->power == at(spec, 6.67, 35.0, 1.0).power);
}

TEST_CASE("Outside the fitted range the curves stay at its end and the excess is named") {
    const ChillerSpec spec = carrier30Xa500();
    const auto result = chillerAt(spec, {kilowatts(800.0), celsius(18.0), celsius(25.0)});
    REQUIRE(result);
    REQUIRE(result->outOfRange.size() == 2);
    CHECK(result->outOfRange[0].quantity == "leaving water");
    CHECK(result->outOfRange[0].value == Approx(18.0));
    CHECK(result->outOfRange[0].high == Approx(10.0));
    CHECK(result->outOfRange[1].quantity == "entering condenser medium");
    CHECK(result->outOfRange[1].low == Approx(29.44));
    CHECK(result->outOfRange[0].conservative);
    CHECK(result->outOfRange[1].conservative);
    const auto edge = chillerAt(spec, {kilowatts(800.0), celsius(10.0), celsius(29.44)});
    CHECK(result->power.si() == Approx(edge->power.si()).epsilon(1e-12));
    CHECK(result->capacity.si() == Approx(edge->capacity.si()).epsilon(1e-12));
    CHECK_FALSE(result->carnotUsed);
}

TEST_CASE("The Carnot fraction takes over beyond the range without a step") {
    const ChillerSpec spec = carrier30Xa500();
    const auto power = [&](double waterC) {
        const auto result = chillerAt(
            spec, {kilowatts(800.0), celsius(waterC), celsius(35.0), BeyondRange::CarnotFraction});
        return result->power.in(kilowatts);
    };
    CHECK(power(10.0 + 1e-6) == Approx(power(10.0)).epsilon(1e-6));
    // Evaporating 8 °C and 18 °C, condensing 47 °C: Carnot COP 281.15/39 and 291.15/29.
    CHECK(power(20.0) == Approx(power(10.0) * (281.15 / 39.0) / (291.15 / 29.0)));
}

TEST_CASE("Within the range the Carnot fraction changes nothing") {
    const ChillerSpec spec = carrier30Xa500();
    const auto result = chillerAt(
        spec, {kilowatts(800.0), celsius(8.0), celsius(40.0), BeyondRange::CarnotFraction});
    REQUIRE(result);
    CHECK_FALSE(result->carnotUsed);
    CHECK(result->power == result->clampedPower);
    CHECK(result->carnotPower.si() == Approx(result->clampedPower.si()).epsilon(1e-12));
}

TEST_CASE("An idle chiller draws nothing") {
    const auto result = chillerAt(yorkYk(), {Power{}, celsius(20.0), celsius(40.0)});
    REQUIRE(result);
    CHECK(result->power == Power{});
    CHECK(result->cop == 0.0);
    CHECK(result->outOfRange.empty());
}

TEST_CASE("A chiller specification that cannot be used is refused") {
    ChillerSpec spec = yorkYk();
    ChillerPoint point{kilowatts(100.0), celsius(6.67), celsius(26.67)};
    SECTION("no capacity") {
        spec.referenceCapacity = Power{};
    }
    SECTION("no COP") {
        spec.referenceCop = 0.0;
    }
    SECTION("a range that runs backwards") {
        spec.waterRangeC = {8.0, 4.0};
    }
    SECTION("no part-load range") {
        spec.partLoadRange = {0.0, 0.0};
    }
    SECTION("a coefficient that is no number") {
        spec.eirCurve[3] = std::numeric_limits<double>::quiet_NaN();
    }
    SECTION("negative heat") {
        point.heat = kilowatts(-1.0);
    }
    const auto result = chillerAt(spec, point);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::InvalidArgument);
}
