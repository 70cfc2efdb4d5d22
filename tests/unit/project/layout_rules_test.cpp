// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/project/rule_checks.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// Two items in a hall of 24 m × 18 m.
Project pair(const std::string& first, Point a, const std::string& second, Point b) {
    return aProject()
        .withItem(first, a, Rotation::R0, "one")
        .withItem(second, b, Rotation::R0, "two");
}

}  // namespace

TEST_CASE("Racks that overlap are reported once, with both labels and a remedy") {
    const auto issues =
        issuesOf(pair("test.rack", at(5.0, 5.0), "test.rack", at(5.3, 5.0)), "layout.overlap");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Error);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{1}, ItemId{2}});
    CHECK(issues[0].message == "one and two overlap");
    CHECK(issues[0].arguments == std::vector<std::string>{"one", "two"});
    CHECK_FALSE(issues[0].fix.empty());
    CHECK(issues[0].hall == HallId{1});
}

TEST_CASE("Racks side by side do not overlap") {
    CHECK(issuesOf(pair("test.rack", at(5.0, 5.0), "test.rack", at(5.6, 5.0)), "layout.overlap")
              .empty());
}

TEST_CASE("A beam passes over what is lower than it, and hits what is not") {
    Catalog catalog = aCatalog();
    const auto add = [&](const char* key, double bottomM) {
        BarrierSpec beam;
        beam.bottom = metres(bottomM);
        catalog.add(anEntry(key, ItemKind::Wall, {metres(3.0), metres(0.3), metres(3.0)}, beam));
    };
    add("test.high-beam", 2.2);  // test racks are 2.2 m high
    add("test.low-beam", 2.1);
    const auto overlaps = [&](const char* beam) {
        const Project project = pair("test.rack", at(5.0, 5.0), beam, at(4.0, 5.5));
        std::size_t count = 0;
        for (const Issue& issue : checkRules(project, catalog))
            count += issue.rule == "layout.overlap" ? 1 : 0;
        return count;
    };
    CHECK(overlaps("test.high-beam") == 0);
    CHECK(overlaps("test.low-beam") == 1);
}

TEST_CASE("Items at the same place of different halls do not overlap") {
    const Project project =
        aProject().withItem("test.rack", at(5.0, 5.0)).inHall().withItem("test.rack", at(5.0, 5.0));
    CHECK(issuesOf(project, "layout.overlap").empty());
}

TEST_CASE("Walls may cross walls and hold doors, but nothing stands in a wall") {
    const Point here = at(5.0, 5.0);
    CHECK(issuesOf(pair("test.wall", here, "test.wall", here), "layout.overlap").empty());
    CHECK(issuesOf(pair("test.wall", here, "test.door", here), "layout.overlap").empty());
    CHECK(issuesOf(pair("test.wall", here, "test.column", here), "layout.overlap").empty());
    CHECK(issuesOf(pair("test.wall", here, "test.rack", here), "layout.overlap").size() == 1);
    CHECK(issuesOf(pair("test.column", here, "test.crac", here), "layout.overlap").size() == 1);
}

TEST_CASE("A containment stands over racks and tiles without overlapping them") {
    const Point here = at(5.0, 5.0);
    CHECK(issuesOf(pair("test.containment", here, "test.rack", here), "layout.overlap").empty());
    CHECK(
        issuesOf(pair("test.containment", here, "test.tile", here), "layout.tile-covered").empty());
}

TEST_CASE("A rack on a perforated tile covers it, and two tiles cannot share a place") {
    const Point here = at(5.0, 5.0);
    const auto covered =
        issuesOf(pair("test.rack", here, "test.tile", here), "layout.tile-covered");
    REQUIRE(covered.size() == 1);
    CHECK(covered[0].arguments == std::vector<std::string>{"two", "one"});
    CHECK(issuesOf(pair("test.rack", here, "test.tile", here), "layout.overlap").empty());
    CHECK(issuesOf(pair("test.tile", here, "test.tile", here), "layout.overlap").size() == 1);
}

TEST_CASE("What reaches through a hall's outline is reported") {
    const auto outside = [](double x, double y) {
        return issuesOf(aProject().withItem("test.rack", at(x, y)), "layout.outside-hall").size();
    };
    CHECK(outside(0.0, 0.0) == 0);
    CHECK(outside(24.0 - 0.6, 18.0 - 1.2) == 0);
    CHECK(outside(-0.01, 1.0) == 1);
    CHECK(outside(23.5, 1.0) == 1);
    CHECK(outside(1.0, 17.0) == 1);
}

TEST_CASE("A perforated tile needs a floor void") {
    ProjectBuilder builder = aProject().withItem("test.tile", at(1.2, 1.2));
    CHECK(issuesOf(builder, "layout.tile-over-slab").size() == 1);
    builder.withFloorVoid(metres(0.6));
    CHECK(issuesOf(builder, "layout.tile-over-slab").empty());
}

TEST_CASE("A wall in a rack's front service space is reported, and one just beyond is not") {
    // The rack's front is at y = 5; 1.2 m before it end at y = 3.8. The wall is 0.1 m deep.
    const auto blocked = [](double wallY) {
        return issuesOf(pair("test.rack", at(5.0, 5.0), "test.wall", at(4.0, wallY)),
                        "layout.clearance");
    };
    REQUIRE(blocked(4.0).size() == 1);
    CHECK(blocked(4.0)[0].items == std::vector<ItemId>{ItemId{1}, ItemId{2}});
    CHECK(blocked(4.0)[0].arguments == std::vector<std::string>{"one", "two", "front", "1.20"});
    CHECK(blocked(3.7).empty());
    // The rear is at y = 6.2, its 0.9 m end at y = 7.1.
    REQUIRE(blocked(7.0).size() == 1);
    CHECK(blocked(7.0)[0].arguments[2] == "rear");
    CHECK(blocked(7.1).empty());
}

TEST_CASE("Service space turns with its item") {
    const auto blocked = [](Rotation rotation, Point column) {
        const Project project = aProject()
                                    .withItem("test.rack", at(5.0, 5.0), rotation)
                                    .withItem("test.column", column);
        return issuesOf(project, "layout.clearance").size();
    };
    // A rack on its side takes 1.2 m × 0.6 m; its front looks to +x at R90 and to −x at R270.
    CHECK(blocked(Rotation::R90, at(6.9, 5.1)) == 1);   // 0.7 m before the front
    CHECK(blocked(Rotation::R90, at(3.7, 5.1)) == 0);   // 0.9 m behind the rear
    CHECK(blocked(Rotation::R270, at(3.6, 5.1)) == 1);  // 1.0 m before the front
    CHECK(blocked(Rotation::R270, at(7.15, 5.1)) == 0);
    CHECK(blocked(Rotation::R180, at(5.1, 7.2)) == 1);  // 1.0 m before the front
    CHECK(blocked(Rotation::R0, at(5.1, 7.2)) == 0);
}

TEST_CASE("Doors, tiles and containment do not take up service space") {
    for (const char* key : {"test.door", "test.tile", "test.containment"}) {
        CHECK(issuesOf(pair("test.rack", at(5.0, 5.0), key, at(5.0, 4.2)), "layout.clearance")
                  .empty());
    }
}

TEST_CASE("The wall of a hall blocks service space; a yard has no walls") {
    const auto issues =
        issuesOf(aProject().withItem("test.rack", at(5.0, 1.0)), "layout.clearance");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].arguments[1] == "the wall of the hall");
    const Project yard = aProject().inHall(HallKind::Yard).withItem("test.rack", at(5.0, 1.0));
    CHECK(issuesOf(yard, "layout.clearance").empty());
}

TEST_CASE("An unknown catalogue key is an error, and its item takes part in no layout rule") {
    const Project project = pair("test.rack", at(5.0, 5.0), "test.missing", at(5.0, 5.0));
    const auto issues = issuesOf(project, "catalog.unknown-key");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{2}});
    CHECK(issues[0].message.find("test.missing") != std::string::npos);
    CHECK(issuesOf(project, "layout.overlap").empty());
}

TEST_CASE("A hall without an inside is reported") {
    Project project = aProject().inHall();
    CHECK(issuesOf(project, "hall.zero-size").empty());
    Hall hall = *project.halls.begin();
    hall.height = metres(0.0);
    project.halls.set(hall);
    CHECK(issuesOf(project, "hall.zero-size").size() == 1);
}

TEST_CASE("A rule stops after its thousandth finding") {
    ProjectBuilder builder;
    for (int i = 0; i < 300; ++i)
        builder.withItem("test.rack", at(5.0, 5.0));
    CHECK(issuesOf(builder, "layout.overlap").size() == 1000);
}

TEST_CASE("Issues come in the same order whatever the order in which items were placed") {
    const Project project = aProject().withRacks(30).withItem("test.rack", at(3.3, 2.0));
    Project reversed;
    reversed.halls = project.halls;
    for (auto row = project.items.rows().rbegin(); row != project.items.rows().rend(); ++row) {
        reversed.items.set(**row);
    }
    CHECK(checkRules(project, aCatalog()) == checkRules(reversed, aCatalog()));
    CHECK(issuesOf(project, "layout.overlap").size() >= 2);
}
