// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/text_rules.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

TEST_CASE("A file without a licence line is found") {
    CHECK(missingLicence({{"a.h", "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"}})
              .empty());
    CHECK(missingLicence({{"a.h", "#pragma once\n"}}).size() == 1);
}

TEST_CASE("A path of one machine is found, a longer name is not") {
    const std::string tail = "mp/plan.png";
    CHECK(machinePaths({{"a.md", "see /t" + tail}}).size() == 1);
    CHECK(machinePaths({{"a.md", "/t" + tail}}).size() == 1);
    CHECK(machinePaths({{"a.md", "see build/t" + tail}}).empty());
}
