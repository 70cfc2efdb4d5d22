// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/water_economizer.h"
#include "model/cooling/water_sink.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// 2.4 MW: 20 → 14 °C on one side, 2 K above the 12 °C of the other.
WaterEconomizer anEconomizer(EconomizerPiping piping = EconomizerPiping::Integrated) {
    return {*exchangerFrom({wattsPerKelvin(4e5), wattsPerKelvin(4e5), kelvins(6.0), kelvins(2.0)}),
            piping};
}

WaterEconomizerPoint aPoint(double sourceC) {
    return {wattsPerKelvin(4e5), wattsPerKelvin(4e5), celsius(20.0), celsius(sourceC),
            celsius(14.0)};
}

WaterSink aSink() {
    return {.exchanger = anEconomizer().exchanger, .pump = kilowatts(60.0)};
}

WaterSinkPoint aSinkPoint(double sourceC) {
    return {wattsPerKelvin(4e5), celsius(20.0), celsius(sourceC), celsius(14.0)};
}

}  // namespace

TEST_CASE("Cold enough water carries the whole load and no colder than wanted") {
    const auto full = waterEconomizerAt(anEconomizer(), aPoint(8.0));
    REQUIRE(full);
    CHECK(full->mode == EconomizerMode::Full);
    CHECK(full->left.si() == 0.0);
    CHECK(full->heat.in(kilowatts) == Approx(2400.0));
    CHECK(full->loopOut.in(celsius) == Approx(14.0));
    CHECK(full->sourceOut.in(celsius) == Approx(14.0));
    CHECK(waterEconomizerAt(anEconomizer(), aPoint(12.0))->mode == EconomizerMode::Full);
}

TEST_CASE("An integrated economizer pre-cools, one beside the chiller is all or nothing") {
    const auto part = waterEconomizerAt(anEconomizer(), aPoint(15.0));
    REQUIRE(part);
    CHECK(part->mode == EconomizerMode::Partial);
    // The effectiveness of the design point, 6 K of 8 K, on 5 K.
    CHECK(part->heat.in(kilowatts) == Approx(2000.0 * 0.75));
    CHECK((part->heat + part->left).in(kilowatts) == Approx(2400.0));
    CHECK(part->loopOut.in(celsius) == Approx(20.0 - 3.75));
    const auto beside = waterEconomizerAt(anEconomizer(EconomizerPiping::Alternate), aPoint(15.0));
    CHECK(beside->mode == EconomizerMode::Off);
    CHECK(beside->left.in(kilowatts) == Approx(2400.0));
    CHECK(waterEconomizerAt(anEconomizer(EconomizerPiping::Alternate), aPoint(11.0))->mode ==
          EconomizerMode::Full);
}

TEST_CASE("Water that is hardly colder than the return is not worth opening for") {
    const auto warm = waterEconomizerAt(anEconomizer(), aPoint(19.5));
    CHECK(warm->mode == EconomizerMode::Off);
    CHECK(warm->heat.si() == 0.0);
    CHECK(warm->loopOut == celsius(20.0));
    CHECK(waterEconomizerAt(anEconomizer(), aPoint(25.0))->mode == EconomizerMode::Off);
    CHECK_FALSE(waterEconomizerAt(anEconomizer(), aPoint(std::nan(""))));
}

TEST_CASE("A sink in cold water pumps no more of it than it needs") {
    const auto cold = waterSinkAt(aSink(), aSinkPoint(6.0));
    REQUIRE(cold);
    CHECK(cold->holdsWanted);
    CHECK(cold->flowShare < 0.8);
    CHECK(cold->loopOut.in(celsius) == Approx(14.0).margin(1e-6));
    CHECK(cold->pump < kilowatts(30.0));
    CHECK(waterSinkAt(aSink(), aSinkPoint(10.0))->pump > cold->pump);
    // Both streams' books.
    CHECK(cold->heat.si() == Approx(4e5 * cold->flowShare * (cold->sourceOut - celsius(6.0)).si()));
}

TEST_CASE("A sink that is too warm says what it reaches, one that warms the sea too much too") {
    const auto warm = waterSinkAt(aSink(), aSinkPoint(16.0));
    CHECK_FALSE(warm->holdsWanted);
    CHECK(warm->flowShare == 1.0);
    CHECK(warm->loopOut.in(celsius) == Approx(17.0));
    CHECK_FALSE(warm->tooWarm);
    WaterSink strict = aSink();
    strict.highestOut = celsius(15.0);
    REQUIRE(waterSinkAt(strict, aSinkPoint(12.0))->tooWarm);
    CHECK(waterSinkAt(strict, aSinkPoint(12.0))->tooWarm->value == Approx(18.0).margin(1e-6));
}

TEST_CASE("A sink with nothing to cool stands still") {
    WaterSinkPoint idle = aSinkPoint(8.0);
    idle.returning = celsius(14.0);
    const auto result = waterSinkAt(aSink(), idle);
    CHECK(result->pump.si() == 0.0);
    CHECK(result->holdsWanted);
    idle.loop = wattsPerKelvin(-1.0);
    CHECK_FALSE(waterSinkAt(aSink(), idle));
}
