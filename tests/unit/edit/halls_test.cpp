// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

TEST_CASE("A hall is added under a fresh id and changed in place") {
    const Project before = aProject().withRacks(2);
    Hall hall;
    hall.name = "Second";
    const Project two = applied(before, AddHall{hall});
    REQUIRE(two.halls.size() == 2);
    CHECK(two.halls.find(HallId{2})->name == "Second");

    hall = *two.halls.find(HallId{1});
    hall.width = metres(40.0);
    const Project wider = applied(two, UpdateHall{hall});
    CHECK(wider.halls.find(HallId{1})->width == metres(40.0));
    CHECK(wider.items == before.items);
}

TEST_CASE("Removing a hall takes its items and their links with it, and leaves the other halls") {
    const Project before = aProject().withRacks(4).withPower();
    const Project after = applied(before, RemoveHall{HallId{2}});
    CHECK(after.halls.size() == 1);
    CHECK(after.items.size() == 4);
    CHECK(after.powerLinks.empty());
    CHECK(checkReferences(after));
}

TEST_CASE("A hall needs sides above zero and within range") {
    const Project before = aProject().inHall();
    Hall hall = *before.halls.begin();
    hall.height = metres(0.0);
    CHECK(failureOf(before, AddHall{hall}) == ErrorCode::OutOfRange);
    CHECK(failureOf(before, UpdateHall{hall}) == ErrorCode::OutOfRange);
    hall.height = metres(3.0);
    hall.width = metres(5000.0);
    CHECK(failureOf(before, UpdateHall{hall}) == ErrorCode::OutOfRange);
    hall.width = metres(20.0);
    hall.id = HallId{8};
    CHECK(failureOf(before, UpdateHall{hall}) == ErrorCode::NotFound);
    CHECK(failureOf(before, RemoveHall{HallId{8}}) == ErrorCode::NotFound);
}
