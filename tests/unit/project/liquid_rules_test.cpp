// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rear_doors.h"
#include "tests/support/catch.h"
#include "tests/unit/project/rule_checks.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

std::size_t mostDoors(Rotation rack, Point rackAt, Rotation door, Point doorAt) {
    const Project project = aProject()
                                .withItem("test.rack", rackAt, rack, "R1")
                                .withItem("test.rear-door", doorAt, door, "D1");
    return rearDoorsByRack(project, aCatalog()).size();
}

bool canLink(const char* from, const char* to) {
    const Catalog catalog = aCatalog();
    return canSupplyWater(*catalog.find(from), *catalog.find(to));
}

}  // namespace

TEST_CASE("A rear door hangs on the rack whose rear it touches, whichever way both face") {
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R0, at(5.0, 6.2)) == 1);
    CHECK(mostDoors(Rotation::R180, at(5.0, 5.0), Rotation::R180, at(5.0, 4.75)) == 1);
    CHECK(mostDoors(Rotation::R90, at(5.0, 5.0), Rotation::R90, at(4.75, 5.0)) == 1);
    CHECK(mostDoors(Rotation::R270, at(5.0, 5.0), Rotation::R270, at(6.2, 5.0)) == 1);
}

TEST_CASE("A door at the front, turned away, half a rack aside or apart hangs on nothing") {
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R0, at(5.0, 4.75)) == 0);
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R180, at(5.0, 6.2)) == 0);
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R0, at(5.31, 6.2)) == 0);
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R0, at(5.0, 6.3)) == 0);
    CHECK(mostDoors(Rotation::R0, at(5.0, 5.0), Rotation::R0, at(5.29, 6.24)) == 1);
}

TEST_CASE("A door without a rack is an issue, and one on a rack blocks no service space") {
    ProjectBuilder builder = aProject().withItem("test.rear-door", at(5.0, 6.2));
    CHECK(issuesOf(builder, "cooling.door-without-rack").size() == 1);
    builder.withItem("test.rack", at(5.0, 5.0));
    CHECK(issuesOf(builder, "cooling.door-without-rack").empty());
    CHECK(issuesOf(builder, "layout.clearance").empty());
    CHECK(issuesOf(builder, "layout.overlap").empty());
    builder.withItem("test.rear-door", at(5.0, 6.2));
    CHECK(issuesOf(builder, "cooling.door-without-rack").size() == 1);
}

TEST_CASE("Doors, tanks and distribution units take water; a unit serves liquid-cooled loads") {
    for (const char* load : {"test.rear-door", "test.tank", "test.cdu", "test.liquid-rack"})
        CHECK(canLink("test.pumps", load));
    CHECK(canLink("test.cdu", "test.liquid-rack"));
    CHECK(canLink("test.cdu", "test.tank"));
    CHECK_FALSE(canLink("test.cdu", "test.rack"));
    CHECK_FALSE(canLink("test.cdu", "test.rear-door"));
    CHECK_FALSE(canLink("test.cdu", "test.cdu"));
    CHECK_FALSE(canLink("test.chiller", "test.cdu"));
    CHECK_FALSE(canLink("test.pumps", "test.rack"));
}

TEST_CASE("A liquid-cooled rack on a distribution unit has its water") {
    Project project = aProject()
                          .withItem("test.cdu", at(3.0, 5.0))
                          .withItem("test.liquid-rack", at(9.0, 5.0))
                          .withItem("test.pumps", at(15.0, 5.0));
    CHECK(issuesOf(project, "cooling.no-water").size() == 2);
    project.coolingLinks.add({{}, ItemId{1}, ItemId{2}});
    const auto issues = issuesOf(project, "cooling.no-water");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].items.front() == ItemId{1});
}

TEST_CASE("Distribution units of a project without any plant are told once, as a warning") {
    const ProjectBuilder units =
        aProject().withItem("test.cdu", at(3.0, 5.0)).withItem("test.cdu", at(9.0, 5.0));
    CHECK(issuesOf(units, "cooling.no-water").empty());
    const auto issues = issuesOf(units, "cooling.no-plant");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Warning);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{1}, ItemId{2}});
}

TEST_CASE("What opens into a ceiling void needs one") {
    Project project = aProject()
                          .withItem("test.grille", at(3.0, 5.0))
                          .withItem("test.chimney-rack", at(9.0, 5.0));
    CHECK(issuesOf(project, "layout.no-ceiling-void").size() == 2);
    Hall hall = *project.halls.begin();
    hall.ceilingVoid = metres(0.8);
    project.halls.set(hall);
    CHECK(issuesOf(project, "layout.no-ceiling-void").empty());
}

TEST_CASE("A grille is overhead: it overlaps nothing that stands below") {
    const Project project =
        aProject().withItem("test.grille", at(5.0, 5.0)).withItem("test.rack", at(5.0, 5.0));
    CHECK(issuesOf(project, "layout.overlap").empty());
    CHECK(issuesOf(project, "layout.clearance").empty());
}
