// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("A project from the builder keeps every design rule") {
    const Project project = aProject()
                                .inHall()
                                .withFloorVoid(metres(0.6))
                                .withRacks(80)
                                .withTiles(80)
                                .withCoolers(6)
                                .withPower()
                                .withChilledWater();
    for (const Issue& issue : checkRules(project, aCatalog())) {
        FAIL_CHECK(issue.rule << ": " << issue.message);
    }
    CHECK(checkReferences(project));
}

TEST_CASE("The builder's hall grows to hold thousands of racks") {
    const Project project = aProject().withRacks(5000).withCoolers(1, "test.crac").withPower();
    CHECK(project.items.size() == 5000 + 1 + 6);
    CHECK(checkRules(project, aCatalog()).empty());
}

TEST_CASE("The builder takes up its rows where the last step ended") {
    CHECK(aProject().withRacks(2).withRacks(3).build() == aProject().withRacks(5).build());
}
