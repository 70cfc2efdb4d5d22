// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/project.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("A sound project has no dangling reference") {
    CHECK(checkReferences(aProject().withRacks(3).withPower().withChilledWater()));
}

TEST_CASE("An item in a hall that does not exist is named with the hall") {
    Project project = aProject().withRacks(1);
    Item item = *project.items.begin();
    item.hall = HallId{77};
    project.items.set(item);
    const auto checked = checkReferences(project);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::DanglingReference);
    CHECK(checked.error().message.find("77") != std::string::npos);
}

TEST_CASE("A link to an item that does not exist is found at either end") {
    const Project sound = aProject().withRacks(2);
    Project project = sound;
    project.powerLinks.add({{}, ItemId{1}, ItemId{99}, Feed::A});
    CHECK_FALSE(checkReferences(project));
    project = sound;
    project.powerLinks.add({{}, ItemId{99}, ItemId{1}, Feed::A});
    CHECK_FALSE(checkReferences(project));
    project = sound;
    project.coolingLinks.add({{}, ItemId{1}, ItemId{99}});
    CHECK_FALSE(checkReferences(project));
    project = sound;
    project.coolingLinks.add({{}, ItemId{99}, ItemId{1}});
    CHECK_FALSE(checkReferences(project));
}
