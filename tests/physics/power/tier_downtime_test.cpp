// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/hall_availability.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::power;

TEST_CASE("Downtimes of the four tiers are those of their availabilities") {
    // Commonly quoted with the Uptime Institute's tiers: 99.671, 99.741, 99.982, 99.995 % are 28.8,
    // 22.7, 1.6 hours and 26.3 minutes a year. Tolerance: the last printed digit.
    constexpr double publishedH[] = {28.8, 22.7, 1.6, 26.3 / 60.0};
    constexpr double digitH[] = {0.05, 0.05, 0.05, 0.05 / 60.0};
    for (std::size_t tier = 0; tier < tierFigures.size(); ++tier) {
        INFO(tierFigures[tier].name);
        CHECK(downtimePerYear(1.0 - tierFigures[tier].availability).in(hours) ==
              Approx(publishedH[tier]).margin(digitH[tier]).epsilon(0.0));
    }
}
