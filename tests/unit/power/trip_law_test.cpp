// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/trip_law.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::power;

TEST_CASE("A load within the pick-up never trips") {
    CHECK_FALSE(tripTime({}, 0.0));
    CHECK_FALSE(tripTime({}, 1.0));
    CHECK_FALSE(tripTime({}, 1.05));
}

TEST_CASE("Trip times are those of the extremely inverse curve of IEC 60255-151") {
    const TripLaw atRating{1.0, 1.0, 20.0};
    // t = 80 / (M² − 1): 26.67 s at twice, 3.333 s at five times, 0.8081 s at ten times the
    // pick-up.
    CHECK(tripTime(atRating, 2.0)->in(seconds) == Approx(26.6667).epsilon(1e-5));
    CHECK(tripTime(atRating, 5.0)->in(seconds) == Approx(3.33333).epsilon(1e-5));
    CHECK(tripTime(atRating, 10.0)->in(seconds) == Approx(0.808081).epsilon(1e-5));
}

TEST_CASE("The time multiplier stretches the curve, and a short circuit trips at once") {
    CHECK(tripTime({1.0, 0.5, 20.0}, 2.0)->in(seconds) == Approx(13.3333).epsilon(1e-5));
    CHECK(tripTime({}, 10.0)->in(seconds) == 0.0);
}
