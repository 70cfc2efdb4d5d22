// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/project/rule_checks.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// Items of these kinds, ids from 1, far apart in a yard.
Project standing(const std::vector<std::string>& keys) {
    ProjectBuilder builder;
    builder.inHall(HallKind::Yard, metres(500.0), metres(20.0));
    for (std::size_t i = 0; i < keys.size(); ++i) {
        builder.withItem(keys[i], at(10.0 * static_cast<double>(i), 5.0), Rotation::R0,
                         "i" + std::to_string(i + 1));
    }
    return builder;
}

void link(Project& project, std::int64_t from, std::int64_t to, Feed feed = Feed::A) {
    project.powerLinks.add({{}, ItemId{from}, ItemId{to}, feed});
}

bool mayFeed(const std::string& source, const std::string& target) {
    Project project = standing({source, target});
    link(project, 1, 2);
    return issuesOf(project, "power.wrong-kind").empty();
}

}  // namespace

TEST_CASE(
    "A rack without a cord is an error, one on a single source a warning, on two it is fine") {
    Project project = standing({"test.rack", "test.pdu", "test.pdu"});
    CHECK(issuesOf(project, "power.no-cord").size() == 1);
    link(project, 2, 1);
    CHECK(issuesOf(project, "power.no-cord").empty());
    REQUIRE(issuesOf(project, "power.single-cord").size() == 1);
    CHECK(issuesOf(project, "power.single-cord")[0].severity == Severity::Warning);
    link(project, 3, 1, Feed::B);
    CHECK(issuesOf(project, "power.single-cord").empty());
}

TEST_CASE("Two cords from one source are no redundancy") {
    Project project = standing({"test.rack", "test.pdu"});
    link(project, 2, 1, Feed::A);
    link(project, 2, 1, Feed::B);
    CHECK(issuesOf(project, "power.single-cord").size() == 1);
}

TEST_CASE("Power flows from the utility down to the loads") {
    CHECK(mayFeed("test.utility", "test.transformer"));
    CHECK(mayFeed("test.transformer", "test.ups"));
    CHECK(mayFeed("test.ups", "test.pdu"));
    CHECK(mayFeed("test.ups", "test.transformer"));
    CHECK(mayFeed("test.pdu", "test.rack"));
    CHECK(mayFeed("test.pdu", "test.crah"));
    CHECK(mayFeed("test.transformer", "test.chiller"));
    CHECK(mayFeed("test.utility", "test.pumps"));
}

TEST_CASE("Nothing feeds the utility, loads feed nothing, and building parts take no power") {
    CHECK_FALSE(mayFeed("test.pdu", "test.utility"));
    CHECK_FALSE(mayFeed("test.utility", "test.utility"));
    CHECK_FALSE(mayFeed("test.pdu", "test.ups"));
    CHECK_FALSE(mayFeed("test.rack", "test.pdu"));
    CHECK_FALSE(mayFeed("test.chiller", "test.rack"));
    CHECK_FALSE(mayFeed("test.pdu", "test.wall"));
    CHECK_FALSE(mayFeed("test.pdu", "test.tile"));
}

TEST_CASE("Sources feed boards, a battery its UPS, and nothing feeds a source") {
    CHECK(mayFeed("test.generator", "test.transfer"));
    CHECK(mayFeed("test.transfer", "test.switchboard"));
    CHECK(mayFeed("test.switchboard", "test.ups"));
    CHECK(mayFeed("test.battery", "test.ups"));
    CHECK(mayFeed("test.pdu", "test.busway"));
    CHECK(mayFeed("test.busway", "test.rack"));
    CHECK_FALSE(mayFeed("test.switchboard", "test.generator"));
    CHECK_FALSE(mayFeed("test.ups", "test.battery"));
    CHECK_FALSE(mayFeed("test.busway", "test.switchboard"));
    CHECK_FALSE(mayFeed("test.rack", "test.busway"));
}

TEST_CASE("An element that nothing feeds, or that feeds nothing, is reported with its name") {
    Project project = standing({"test.utility", "test.ups", "test.rack", "test.generator"});
    link(project, 2, 3);
    REQUIRE(issuesOf(project, "power.not-fed").size() == 1);
    CHECK(issuesOf(project, "power.not-fed")[0].message == "Nothing feeds i2");
    CHECK(issuesOf(project, "power.feeds-nothing").size() == 2);  // the feed and the generator
    link(project, 1, 2);
    CHECK(issuesOf(project, "power.not-fed").empty());
    CHECK(issuesOf(project, "power.feeds-nothing").size() == 1);
}

TEST_CASE("A transfer switch wants a cord on either feed") {
    Project project = standing({"test.utility", "test.generator", "test.transfer", "test.ups"});
    link(project, 3, 4);
    CHECK(issuesOf(project, "power.one-sided-transfer").empty());  // not fed at all
    link(project, 1, 3, Feed::A);
    REQUIRE(issuesOf(project, "power.one-sided-transfer").size() == 1);
    CHECK(issuesOf(project, "power.one-sided-transfer")[0].arguments[1] == "A");
    link(project, 2, 3, Feed::B);
    CHECK(issuesOf(project, "power.one-sided-transfer").empty());
}

TEST_CASE("A busway hangs over racks without being in their way") {
    ProjectBuilder builder;
    builder.inHall(HallKind::Yard, metres(50.0), metres(20.0));
    builder.withItem("test.rack", at(5.0, 5.0), Rotation::R0, "R");
    builder.withItem("test.busway", at(5.0, 4.5), Rotation::R0, "B");
    const Project project = builder;
    CHECK(issuesOf(project, "layout.overlap").empty());
    CHECK(issuesOf(project, "layout.clearance").empty());
}

TEST_CASE("A loop is reported once, with exactly the items that are on it") {
    Project project =
        standing({"test.utility", "test.ups", "test.pdu", "test.pdu", "test.rack", "test.pdu"});
    link(project, 1, 2);
    link(project, 2, 3);
    link(project, 3, 4);
    link(project, 4, 5);
    CHECK(issuesOf(project, "power.loop").empty());
    link(project, 4, 6);
    link(project, 6, 3);
    const auto issues = issuesOf(project, "power.loop");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{3}, ItemId{4}, ItemId{6}});
    CHECK(issues[0].message == "Power flows in a circle through i3, i4, i6");
}

TEST_CASE("Separate loops are reported in the order of their items, as is a link to itself") {
    Project project = standing({"test.pdu", "test.pdu", "test.pdu", "test.pdu", "test.pdu"});
    link(project, 5, 4);
    link(project, 4, 5);
    link(project, 1, 2);
    link(project, 2, 1);
    link(project, 3, 3);
    const auto issues = issuesOf(project, "power.loop");
    REQUIRE(issues.size() == 3);
    CHECK(issues[0].items == std::vector<ItemId>{ItemId{1}, ItemId{2}});
    CHECK(issues[1].items == std::vector<ItemId>{ItemId{3}});
    CHECK(issues[2].items == std::vector<ItemId>{ItemId{4}, ItemId{5}});
}

TEST_CASE("Two paths to the same rack are no loop") {
    CHECK(issuesOf(aProject().withRacks(5).withPower(), "power.loop").empty());
}

TEST_CASE("Rules pass over links whose ends do not exist") {
    Project project = standing({"test.pdu", "test.rack"});
    link(project, 1, 99);
    link(project, 98, 2);
    link(project, 99, 98);
    link(project, 98, 99);
    CHECK(issuesOf(project, "power.wrong-kind").empty());
    CHECK(issuesOf(project, "power.loop").empty());
}
