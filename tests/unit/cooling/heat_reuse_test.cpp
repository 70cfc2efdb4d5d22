// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/heat_reuse.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

HeatReuseSpec aNetwork() {
    HeatReuseSpec reuse;
    reuse.peakDemand = megawatts(2.0);
    reuse.byMonth.fill(0.5);
    reuse.byMonth[0] = 1.0;
    reuse.byHour.fill(1.0);
    reuse.byHour[3] = 0.8;
    reuse.heatPump = megawatts(5.0);
    return reuse;
}

}  // namespace

TEST_CASE("Hot loop water heats the network directly") {
    const auto result = heatReuseAt(aNetwork(), {megawatts(5.0), celsius(75.0), 1, 12});
    REQUIRE(result);
    CHECK(result->delivered == megawatts(2.0));
    CHECK(result->taken == megawatts(2.0));
    CHECK(result->power.si() == 0.0);
    CHECK(result->cop == 0.0);
}

TEST_CASE("Warm loop water needs a heat pump of a share of Carnot's COP") {
    const auto result = heatReuseAt(aNetwork(), {megawatts(5.0), celsius(35.0), 1, 12});
    REQUIRE(result);
    // 73 °C hot, 32 °C cold.
    CHECK(result->cop == Approx(0.5 * 346.15 / 41.0));
    CHECK(result->delivered == megawatts(2.0));
    CHECK(result->power.si() == Approx(2e6 / result->cop));
    CHECK((result->taken + result->power).si() == Approx(2e6));
}

TEST_CASE("Water between return and supply pre-heats, the heat pump does the rest") {
    const auto result = heatReuseAt(aNetwork(), {megawatts(5.0), celsius(60.5), 1, 12});
    REQUIRE(result);
    // 57.5 °C reached of 45 → 70 °C: one half directly.
    CHECK(result->power.si() == Approx(0.5 * 2e6 / result->cop));
}

TEST_CASE("Demand follows month and hour") {
    CHECK(heatReuseAt(aNetwork(), {megawatts(5.0), celsius(75.0), 7, 3})->demand.in(megawatts) ==
          Approx(2.0 * 0.5 * 0.8));
}

TEST_CASE("Little heat or a small heat pump leaves demand unmet") {
    const auto poor = heatReuseAt(aNetwork(), {megawatts(0.6), celsius(75.0), 1, 12});
    CHECK(poor->delivered == megawatts(0.6));
    CHECK(poor->unmet == megawatts(1.4));
    HeatReuseSpec small = aNetwork();
    small.heatPump = megawatts(0.5);
    CHECK(heatReuseAt(small, {megawatts(5.0), celsius(35.0), 1, 12})->delivered == megawatts(0.5));
    small.heatPump = {};
    CHECK(heatReuseAt(small, {megawatts(5.0), celsius(35.0), 1, 12})->delivered.si() == 0.0);
    // The heat pump's own power is delivered too, so a little heat goes further.
    const auto lifted = heatReuseAt(aNetwork(), {megawatts(0.6), celsius(35.0), 1, 12});
    CHECK(lifted->taken.in(megawatts) == Approx(0.6));
    CHECK(lifted->delivered > lifted->taken);
}

TEST_CASE("The energy reuse factor is reused over used") {
    CHECK(energyReuseFactor(megawattHours(30.0), megawattHours(100.0)) == Approx(0.3));
    CHECK(energyReuseFactor(megawattHours(1.0), {}) == 0.0);
}

TEST_CASE("A network that cannot be is refused") {
    HeatReuseSpec reuse = aNetwork();
    reuse.supply = celsius(40.0);
    CHECK_FALSE(heatReuseAt(reuse, {megawatts(1.0), celsius(35.0), 1, 0}));
    CHECK_FALSE(heatReuseAt(aNetwork(), {megawatts(1.0), celsius(35.0), 13, 0}));
    CHECK_FALSE(heatReuseAt(aNetwork(), {watts(std::nan("")), celsius(35.0), 1, 0}));
}
