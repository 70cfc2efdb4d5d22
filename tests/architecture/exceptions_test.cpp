// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/exceptions.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

TEST_CASE("An exception covers its place while the figure does not grow") {
    const Violation longFunction{"function-length", "a.cpp", "solve", 75};
    CHECK(withoutExceptions({longFunction}, "").size() == 1);
    CHECK(withoutExceptions({longFunction}, "# why\nfunction-length a.cpp 75 solve  # soon\n")
              .empty());
    CHECK(withoutExceptions({longFunction}, "function-length a.cpp 74 solve\n").size() == 2);
    CHECK(withoutExceptions({longFunction}, "function-length b.cpp 75 solve\n").size() == 2);
}

TEST_CASE("An exception that is not needed is a violation") {
    const Violations left = withoutExceptions({}, "nesting a.cpp 4 solve\n");
    REQUIRE(left.size() == 1);
    CHECK(left.front().rule == "stale-exception");
}

TEST_CASE("A rule that measures nothing has no exceptions") {
    CHECK(withoutExceptions({{"include", "a.cpp", "b.h", 0}}, "include a.cpp 0 b.h\n").size() == 2);
}
