// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/project/rules.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/message_table.h"
#include "views/bridge/messages.h"

using namespace halltwin;
using namespace halltwin::views::bridge;

TEST_CASE("A known issue is shown from the table with its arguments") {
    Issue issue;
    issue.rule = "power.uncorded";
    issue.message = "English default";
    issue.arguments = {"R12", "44.0"};
    CHECK(issueTitle(issue) == "R12 (44.0 kW) has no path to a utility feed");
}

TEST_CASE("An issue that the table does not know, or whose arguments are missing, is shown as the "
          "model says it") {
    Issue issue;
    issue.rule = "new.rule";
    issue.message = "Something new";
    CHECK(issueTitle(issue) == "Something new");
    issue.rule = "power.uncorded";
    issue.arguments = {"R12"};
    CHECK(issueTitle(issue) == "Something new");
}

TEST_CASE("A percent sign in an argument is not taken for a place to fill") {
    Issue issue;
    issue.rule = "layout.overlap";
    issue.arguments = {"50 %2 rack", "R2"};
    CHECK(issueTitle(issue) == "50 %2 rack and R2 overlap");
}

TEST_CASE("Every edit has a text of its own in the table") {
    const auto check = [](const auto& edit) {
        const edit::EditLabel label = edit::label(edit::AnyEdit(edit));
        INFO(label.code);
        REQUIRE(findEditText(label.code) != nullptr);
        CHECK(editLabelText(label).toStdString() == label.text);
    };
    check(edit::MoveItems{{ItemId{1}}, metres(1.0), metres(0.0)});
    check(edit::MoveItems{{ItemId{1}, ItemId{2}}, metres(1.0), metres(0.0)});
    check(edit::DeleteItems{{ItemId{1}}});
    check(edit::DuplicateItems{{ItemId{1}}, metres(1.0), metres(0.0)});
    check(edit::ArrayItems{{ItemId{1}}, 4, metres(1.0), metres(0.0)});
    check(edit::ConnectPower{ItemId{1}, ItemId{2}, Feed::B});
    check(edit::ConnectCooling{ItemId{1}, ItemId{2}});
    check(edit::DisconnectPower{{PowerLinkId{1}}});
    check(edit::DisconnectCooling{{CoolingLinkId{1}, CoolingLinkId{2}}});
    check(edit::SetInfo{});
    check(edit::SetSite{});
    check(edit::SetPlant{});
    check(edit::SetEconomics{});
    check(edit::SetEnergyMix{});
    check(edit::RemoveHall{});
    check(edit::RemoveScenario{});
    check(edit::PlaceItems{{Item{}}});
    check(edit::UpdateItems{{Item{}}});
}

TEST_CASE("Rule checks and their shown texts say the same in English") {
    // Racks on top of each other, outside their hall and without power raise several rules.
    const Project project =
        tests::aProject()
            .withItem("test.rack", {metres(1.0), metres(1.0)}, Rotation::R0, "A")
            .withItem("test.rack", {metres(1.1), metres(1.1)}, Rotation::R0, "B")
            .withItem("test.rack", {metres(-0.3), metres(9.0)}, Rotation::R0, "C")
            .withItem("test.crah", {metres(20.0), metres(9.0)}, Rotation::R0, "D");
    const auto issues = checkRules(project, tests::aCatalog());
    REQUIRE(issues.size() >= 4);
    for (const Issue& issue : issues) {
        INFO(issue.rule);
        CHECK(findIssueText(issue.rule) != nullptr);
        CHECK(issueTitle(issue).toStdString() == issue.message);
    }
}

TEST_CASE("An error says what, where and what to do") {
    const Error error{ErrorCode::NewerSchema, "schema 7", "hall.halltwin", "update HallTwin"};
    CHECK(errorText(error) ==
          "Made by a newer version: schema 7 (hall.halltwin). Update HallTwin.");
}
