// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

TEST_CASE("Placed items get the ids that were foretold, in their order") {
    const Project before = aProject().withRacks(3);
    Item rack = item(before, 2);
    rack.label = "first";
    Item other = rack;
    other.label = "second";
    const auto foretold = nextItemIds(before, 2);
    const Project after = applied(before, PlaceItems{{rack, other}});
    CHECK(after.items.size() == 5);
    CHECK(after.items.find(foretold[0])->label == "first");
    CHECK(after.items.find(foretold[1])->label == "second");
    CHECK(item(after, 2) == item(before, 2));
}

TEST_CASE("Moving shifts the named items only, and leaves the project before untouched") {
    const Project before = aProject().withRacks(3);
    const Point old = item(before, 2).position;
    const Project after = applied(before, MoveItems{{ItemId{2}}, metres(1.2), metres(-0.6)});
    CHECK(item(after, 2).position.x.in(metres) == Approx(old.x.in(metres) + 1.2));
    CHECK(item(after, 2).position.y.in(metres) == Approx(old.y.in(metres)-0.6));
    CHECK(item(after, 1) == item(before, 1));
    CHECK(item(before, 2).position == old);
}

TEST_CASE("An item named twice moves once") {
    const Project before = aProject().withRacks(1);
    CHECK(applied(before, MoveItems{{ItemId{1}, ItemId{1}}, metres(1.0), metres(0.0)}) ==
          applied(before, MoveItems{{ItemId{1}}, metres(1.0), metres(0.0)}));
}

TEST_CASE("Rows that an edit does not touch stay shared") {
    const Project before = aProject().withRacks(3).withPower();
    const Project after = applied(before, MoveItems{{ItemId{2}}, metres(1.0), metres(0.0)});
    CHECK(&after.powerLinks.rows() == &before.powerLinks.rows());
    CHECK(after.items.rows()[0] == before.items.rows()[0]);
    CHECK(after.items.rows()[1] != before.items.rows()[1]);
}

TEST_CASE("Deleting an item drops the links that touch it and no others") {
    const Project before = aProject().withRacks(2).withPower().withCoolers(1).withChilledWater();
    const Project after = applied(before, DeleteItems{{ItemId{1}}});
    CHECK(after.items.size() == before.items.size() - 1);
    CHECK(after.powerLinks.size() == before.powerLinks.size() - 2);
    CHECK(after.coolingLinks == before.coolingLinks);
    CHECK(checkReferences(after));

    const Project dry = applied(before, DeleteItems{{itemLabelled(before, "P1")}});
    CHECK(dry.coolingLinks.empty());
    CHECK(dry.powerLinks == before.powerLinks);
}

TEST_CASE("Updating replaces items by their id") {
    const Project before = aProject().withRacks(2);
    Item changed = item(before, 2);
    changed.utilisation = 0.25;
    changed.label = "GPU";
    const Project after = applied(before, UpdateItems{{changed}});
    CHECK(item(after, 2) == changed);
    CHECK(after.items.size() == 2);
}

TEST_CASE("A row stands along x when it faces −y and along y when it faces +x") {
    const Project before = aProject().inHall();
    GenerateRow row{HallId{1}, "test.rack", at(2.0, 3.0), 4, metres(0.8), Rotation::R0, "A"};
    const Project across = applied(before, row);
    REQUIRE(across.items.size() == 4);
    CHECK(item(across, 4).position.x.in(metres) == Approx(2.0 + 3 * 0.8));
    CHECK(item(across, 4).position.y.in(metres) == Approx(3.0));
    CHECK(item(across, 4).label == "A4");
    row.rotation = Rotation::R90;
    const Project along = applied(before, row);
    CHECK(item(along, 4).position.x.in(metres) == Approx(2.0));
    CHECK(item(along, 4).position.y.in(metres) == Approx(3.0 + 3 * 0.8));
    CHECK(item(along, 4).rotation == Rotation::R90);
}

TEST_CASE("A row's labels fill the numbers that are free") {
    const Project before = aProject().withItem("test.rack", at(9.0, 9.0), Rotation::R0, "R2");
    const Project after =
        applied(before, GenerateRow{HallId{1}, "test.rack", at(2.0, 3.0), 3, metres(0.6)});
    CHECK(item(after, 2).label == "R1");
    CHECK(item(after, 3).label == "R3");
    CHECK(item(after, 4).label == "R4");
}

TEST_CASE("Edits are called by what they do and to how many") {
    CHECK(label(MoveItems{{ItemId{1}}, {}, {}}) ==
          EditLabel{"edit.move-items", "Move 1 item", {"1"}});
    CHECK(label(DeleteItems{{ItemId{1}, ItemId{2}}}).text == "Delete 2 items");
    CHECK(label(AnyEdit(GenerateRow{})).arguments == std::vector<std::string>{"10"});
    CHECK(label(AnyEdit(ConnectPower{{}, {}, Feed::B})).text == "Connect power, feed B");
}

TEST_CASE("An edit in a variant does the same as the edit itself") {
    const Project before = aProject().withRacks(3);
    const MoveItems move{{ItemId{2}}, metres(1.0), metres(2.0)};
    CHECK(applied(before, AnyEdit(move)) == applied(before, move));
}
