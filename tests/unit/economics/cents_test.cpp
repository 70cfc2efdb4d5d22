// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/cents.h"
#include "tests/support/catch.h"

#include <limits>
#include <numeric>
#include <random>

using namespace halltwin;
using namespace halltwin::economics;

TEST_CASE("Money is rounded to the nearest cent") {
    CHECK(*toCents(dollars(12.344), "test") == 1234);
    CHECK(*toCents(dollars(12.346), "test") == 1235);
    CHECK(fromCents(1235).in(dollars) == Approx(12.35).epsilon(1e-15));
}

TEST_CASE("Amounts that are negative, no number or absurd are refused") {
    CHECK(toCents(dollars(-0.01), "a line").error().context == "a line");
    CHECK_FALSE(toCents(dollars(std::numeric_limits<double>::quiet_NaN()), "test"));
    CHECK(toCents(dollars(1.1e13), "test").error().code == ErrorCode::OverLimit);
}

TEST_CASE("A total of one dollar in three equal parts is 34, 33 and 33 cents") {
    const std::vector<Cents> equal{1, 1, 1};
    CHECK(apportion(100, equal) == std::vector<Cents>{34, 33, 33});
}

TEST_CASE("Parts add up to the total exactly, and no part without weight gets any") {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<Cents> any(0, 900'000'000'000);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Cents> weights{any(random), any(random), 0, any(random)};
        const Cents total = any(random);
        const std::vector<Cents> parts = apportion(total, weights);
        CHECK(std::accumulate(parts.begin(), parts.end(), Cents{0}) == total);
        CHECK(parts[2] == 0);
    }
}

TEST_CASE("Without weights the first part takes the total") {
    const std::vector<Cents> none{0, 0};
    CHECK(apportion(55, none) == std::vector<Cents>{55, 0});
}
