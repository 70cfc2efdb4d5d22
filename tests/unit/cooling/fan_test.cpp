// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/fan.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr FanSpec aFan{cubicMetresPerSecond(10.0), pascals(600.0), 0.6};

}  // namespace

TEST_CASE("A fan at full speed takes flow times pressure over its efficiency") {
    const auto full = fanAt(aFan, 1.0);
    REQUIRE(full);
    CHECK(ratedFanPower(aFan).in(kilowatts) == Approx(10.0));
    CHECK(full->air.in(kilowatts) == Approx(6.0));
    CHECK(full->electric.in(kilowatts) == Approx(10.0 * 0.9991));
}

TEST_CASE("Pressure falls with the square of speed and power with the drive's curve") {
    const auto half = fanAt(aFan, 0.5);
    REQUIRE(half);
    CHECK(half->flow.in(cubicMetresPerSecond) == Approx(5.0));
    CHECK(half->rise.in(pascals) == Approx(150.0));
    CHECK(half->air.in(kilowatts) == Approx(0.75));
    CHECK(half->electric.in(kilowatts) == Approx(10.0 * 0.299975));
    CHECK(half->electric > half->air);
}

TEST_CASE("Thin air asks for less of a fan") {
    const auto thin = fanAt(aFan, 1.0, kilogramsPerCubicMetre(0.9));
    REQUIRE(thin);
    CHECK(thin->rise.in(pascals) == Approx(450.0));
    CHECK(thin->electric.si() == Approx(0.75 * fanAt(aFan, 1.0)->electric.si()));
}

TEST_CASE("A fan that stands still takes nothing, and speed ends at full") {
    CHECK(fanAt(aFan, 0.0)->electric.si() == 0.0);
    CHECK(fanAt(aFan, 3.0)->flow == aFan.flow);
}

TEST_CASE("A fan that cannot be is refused") {
    CHECK_FALSE(fanAt({cubicMetresPerSecond(1.0), pascals(100.0), 0.0}, 1.0));
    CHECK_FALSE(fanAt({cubicMetresPerSecond(-1.0), pascals(100.0), 0.5}, 1.0));
    CHECK_FALSE(fanAt(aFan, std::nan("")));
}
