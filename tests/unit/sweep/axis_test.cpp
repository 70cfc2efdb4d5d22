// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/axis.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using sweep::Axis;
using sweep::axisFrom;
using Values = std::vector<std::string>;

TEST_CASE("An axis is a list or a range with both ends") {
    CHECK(axisFrom("site.climate=ie-dublin,se-lulea")->values == Values{"ie-dublin", "se-lulea"});
    CHECK(axisFrom("shift.air_k=-1:1:0.5")->values == Values{"-1", "-0.5", "0", "0.5", "1"});
    CHECK(axisFrom("shift.air_k=3:1:-1")->values == Values{"3", "2", "1"});
    CHECK(axisFrom("shift.air_k=0:0.3:0.1")->values == Values{"0", "0.1", "0.2", "0.3"});
    CHECK(axisFrom("shift.air_k=0:1:0.4")->values == Values{"0", "0.4", "0.8"});
    CHECK(axisFrom("items[kind=cooler].supply_temperature=20")->path ==
          "items[kind=cooler].supply_temperature");
}

TEST_CASE("A number is the same value however it is written") {
    CHECK(axisFrom("shift.air_k=1.0,1,2.50")->values == Values{"1", "2.5"});
}

TEST_CASE("An axis that says nothing is refused with how to write it") {
    for (const char* text : {"site.climate", "=1,2", "shift.air_k=", "shift.air_k=1,,2",
                             "shift.air_k=1:2:-1", "shift.air_k=1:2:0", "shift.air_k=2:1:0.5"}) {
        const auto axis = axisFrom(text);
        CAPTURE(text);
        REQUIRE_FALSE(axis);
        CHECK(axis.error().code == ErrorCode::InvalidArgument);
        CHECK(axis.error().remedy.find("PATH=") != std::string::npos);
    }
    CHECK(axisFrom("shift.air_k=0:1:1e-9").error().code == ErrorCode::OverLimit);
}

TEST_CASE("The grid is every combination, the last axis running fastest") {
    const auto grid = sweep::gridOf({{"a.x", {"1", "2"}}, {"a.y", {"p", "q", "r"}}});
    REQUIRE(grid);
    REQUIRE(grid->size() == 6);
    CHECK((*grid)[1] == sweep::Point{"1", "q"});
    CHECK((*grid)[3] == sweep::Point{"2", "p"});
    CHECK_FALSE(sweep::gridOf({}));
    CHECK_FALSE(sweep::gridOf({{"a.x", {"1"}}, {"a.x", {"2"}}}));
    const Axis many{"a.x", Values(2000, "1")};
    CHECK(sweep::gridOf({many, {"a.y", Values(2000, "1")}}).error().code == ErrorCode::OverLimit);
}
