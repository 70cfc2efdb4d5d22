// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

/// PDU (1) feeding racks (2) and (3) on feed A; a second PDU (4) feeds rack 3 on B.
Project fed() {
    Project project = aProject()
                          .withItem("test.pdu", at(1.0, 1.0), Rotation::R0, "PDU 1")
                          .withItem("test.rack", at(5.0, 1.0), Rotation::R0, "R1")
                          .withItem("test.rack", at(6.0, 1.0), Rotation::R0, "R2")
                          .withItem("test.pdu", at(1.0, 9.0), Rotation::R0, "PDU 2");
    project.powerLinks.add({{}, ItemId{1}, ItemId{2}, Feed::A});
    project.powerLinks.add({{}, ItemId{1}, ItemId{3}, Feed::A});
    project.powerLinks.add({{}, ItemId{4}, ItemId{3}, Feed::B});
    return project;
}

}  // namespace

TEST_CASE("A copied group holds the links among its items only") {
    const ItemGroup group = copyItems(fed(), {ItemId{3}, ItemId{1}, ItemId{99}});
    REQUIRE(group.items.size() == 2);
    CHECK(group.items[0].id == ItemId{1});
    REQUIRE(group.powerLinks.size() == 1);
    CHECK(group.powerLinks[0].to == ItemId{3});
}

TEST_CASE("Duplicates are joined among themselves and get labels of their own") {
    const Project after =
        applied(fed(), DuplicateItems{{ItemId{1}, ItemId{2}, ItemId{3}}, metres(0.0), metres(4.0)});
    REQUIRE(after.items.size() == 7);
    CHECK(item(after, 5).label == "PDU 3");
    CHECK(item(after, 6).label == "R3");
    CHECK(item(after, 7).label == "R4");
    CHECK(item(after, 6).position.y.in(metres) == Approx(5.0));
    REQUIRE(after.powerLinks.size() == 5);
    const PowerLink& last = *after.powerLinks.rows().back();
    CHECK(last.from == ItemId{5});
    CHECK(last.to == ItemId{7});
    CHECK(checkReferences(after));
}

TEST_CASE("Pasting into another hall, or another project, works from the copy alone") {
    const ItemGroup group = copyItems(fed(), {ItemId{1}, ItemId{2}});
    const Project other = aProject().named("Other").inHall().inHall();
    const Project after = applied(other, PasteItems{group, HallId{2}, metres(1.0), metres(0.0)});
    REQUIRE(after.items.size() == 2);
    CHECK(item(after, 1).hall == HallId{2});
    CHECK(item(after, 1).label == "PDU 1");
    CHECK(item(after, 2).position.x.in(metres) == Approx(6.0));
    CHECK(after.powerLinks.size() == 1);
    CHECK(checkReferences(after));
}

TEST_CASE("An array repeats items at its pitch and numbers them on") {
    const Project before = aProject().withItem("test.rack", at(1.0, 2.0), Rotation::R0, "R12");
    const Project after = applied(before, ArrayItems{{ItemId{1}}, 9, metres(0.6), metres(0.0)});
    REQUIRE(after.items.size() == 10);
    CHECK(item(after, 2).label == "R13");
    CHECK(item(after, 10).label == "R21");
    CHECK(item(after, 10).position.x.in(metres) == Approx(1.0 + 9 * 0.6));
    CHECK(item(after, 10).position.y.in(metres) == Approx(2.0));
}

TEST_CASE("An array of linked items repeats their links") {
    const Project after =
        applied(fed(), ArrayItems{{ItemId{1}, ItemId{2}}, 3, metres(0.0), metres(3.0)});
    CHECK(after.items.size() == 4 + 3 * 2);
    CHECK(after.powerLinks.size() == 3 + 3);
    CHECK(checkReferences(after));
}

TEST_CASE("Copies are refused above the limit, and a forged group is refused") {
    const Project before = aProject().withRacks(20);
    CHECK(failureOf(before, ArrayItems{itemIds(before), 9000, metres(1.0), {}}) ==
          ErrorCode::OverLimit);
    ItemGroup group = copyItems(fed(), {ItemId{1}, ItemId{2}});
    group.powerLinks[0].to = ItemId{77};
    CHECK(failureOf(before, PasteItems{group, HallId{1}, {}, {}}) == ErrorCode::DanglingReference);
    group.powerLinks.clear();
    group.items[1].id = group.items[0].id;
    CHECK(failureOf(before, PasteItems{group, HallId{1}, {}, {}}) == ErrorCode::DuplicateId);
    CHECK(failureOf(before, PasteItems{{}, HallId{1}, {}, {}}) == ErrorCode::InvalidArgument);
}
