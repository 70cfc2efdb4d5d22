// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/error.h"
#include "tests/support/catch.h"

#include <set>
#include <string>

using namespace halltwin;

TEST_CASE("An error reads what, where, what to do, and leaves out what it does not know") {
    const Error full{ErrorCode::NotFound, "no such hall", "rack R1", "choose another"};
    CHECK(describe(full) == "no such hall (rack R1); choose another");
    CHECK(describe({ErrorCode::NotFound, "no such hall", "", ""}) == "no such hall");
}

TEST_CASE("Every error code has a name of its own") {
    std::set<std::string> names;
    const int last = static_cast<int>(ErrorCode::Unsupported);
    for (int i = 0; i <= last; ++i)
        names.emplace(codeName(static_cast<ErrorCode>(i)));
    CHECK(names.size() == static_cast<std::size_t>(last) + 1);
    CHECK_FALSE(names.contains("unknown"));
}

TEST_CASE("fail makes a result that holds the error") {
    const Result<int> result = fail(ErrorCode::OverLimit, "too many", "row 3", "use fewer");
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::OverLimit, "too many", "row 3", "use fewer"});
}
