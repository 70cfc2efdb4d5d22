// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/pump.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

PumpSpec aPump() {
    return {.ratedFlow = litresPerSecond(40.0), .ratedPower = kilowatts(15.0)};
}

/// Heat that warms this flow by the design rise of 6 K: 999.5 kg/m³, 4190 J/(kg K).
Power heatFor(double litresPerSecondOfWater) {
    return watts(litresPerSecondOfWater * 1e-3 * 999.5 * 4190.0 * 6.0);
}

}  // namespace

TEST_CASE("Pump power follows its part-load polynomial") {
    const auto half = pumpAt(aPump(), heatFor(20.0));
    REQUIRE(half);
    CHECK(half->flow.in(litresPerSecond) == Approx(20.0));
    CHECK(half->power.in(kilowatts) ==
          Approx(15.0 * (0.5726 * 0.5 - 0.3010 * 0.25 + 0.7347 * 0.125)));
    // The published coefficients add up to 1.0063.
    CHECK(pumpAt(aPump(), heatFor(40.0))->power.in(kilowatts) == Approx(15.0).epsilon(0.007));
}

TEST_CASE("Above its rated flow a pump set lets the water warm up more") {
    const auto result = pumpAt(aPump(), heatFor(50.0));
    REQUIRE(result);
    CHECK(result->flowLimited);
    CHECK(result->flow.in(litresPerSecond) == Approx(40.0));
    CHECK(result->rise.in(kelvins) == Approx(7.5));
    CHECK_FALSE(pumpAt(aPump(), heatFor(40.0))->flowLimited);
}

TEST_CASE("A pump set with nothing to carry is off") {
    const auto result = pumpAt(aPump(), Power{});
    REQUIRE(result);
    CHECK(result->power == Power{});
    CHECK(result->flow == VolumeFlow{});
}

TEST_CASE("A pump set without a flow, or with negative heat, is refused") {
    PumpSpec spec = aPump();
    spec.ratedFlow = VolumeFlow{};
    CHECK_FALSE(pumpAt(spec, kilowatts(10.0)));
    CHECK_FALSE(pumpAt(aPump(), kilowatts(-10.0)));
}
