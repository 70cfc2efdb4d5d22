// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"

using namespace halltwin;
using namespace halltwin::tests;
using views::floorplan::tools::ToolKind;

namespace {

/// PDU at (2, 8), racks R1…R3 from (2.4, 1.8).
Project pduAndRacks() {
    return aProject().withRacks(3).withItem("test.pdu", at(2.0, 8.0), Rotation::R0, "PDU");
}

}  // namespace

TEST_CASE("Dragging from a PDU to a rack makes a link on the tool's feed") {
    PlanBench bench(pduAndRacks());
    bench.view.setTool(ToolKind::PowerB);
    bench.drag(at(2.5, 8.4), at(3.3, 2.4));
    REQUIRE(bench.session.project().powerLinks.size() == 1);
    const PowerLink link = *bench.session.project().powerLinks.begin();
    CHECK(link.from == itemLabelled(bench.session.project(), "PDU"));
    CHECK(link.to == itemLabelled(bench.session.project(), "R2"));
    CHECK(link.feed == Feed::B);
    bench.session.undo();
    CHECK(bench.session.project().powerLinks.empty());
}

TEST_CASE("A link that is let go over the floor is not made") {
    PlanBench bench(pduAndRacks());
    bench.view.setTool(ToolKind::PowerA);
    bench.drag(at(2.5, 8.4), at(15.0, 12.0));
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("A rack is no source of power") {
    PlanBench bench(pduAndRacks());
    bench.view.setTool(ToolKind::PowerA);
    bench.drag(at(2.7, 2.4), at(2.5, 8.4));
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("A busway feeds racks but no transformer") {
    PlanBench bench(aProject()
                        .withItem("test.busway", at(2.0, 2.0), Rotation::R0, "BW")
                        .withItem("test.transformer", at(8.0, 2.0), Rotation::R0, "T")
                        .withItem("test.rack", at(8.0, 6.0), Rotation::R0, "R"));
    bench.view.setTool(ToolKind::PowerA);
    bench.drag(at(2.5, 2.4), at(8.5, 2.4));
    CHECK_FALSE(bench.session.canUndo());
    bench.drag(at(2.5, 2.4), at(8.3, 6.5));
    CHECK(bench.session.project().powerLinks.size() == 1);
}

TEST_CASE("Esc drops a link in the making") {
    PlanBench bench(pduAndRacks());
    bench.view.setTool(ToolKind::PowerA);
    bench.press(2.5, 8.4);
    bench.move(3.0, 4.0);
    bench.key(Qt::Key_Escape);
    bench.release(2.7, 2.4);
    CHECK(bench.session.project().powerLinks.empty());
}

TEST_CASE("A link onto one of several selected racks joins them all in one step") {
    PlanBench bench(pduAndRacks());
    bench.drag(at(2.2, 1.5), at(4.5, 3.3));
    REQUIRE(bench.selection.items().size() == 3);
    bench.view.setTool(ToolKind::PowerA);
    bench.drag(at(2.5, 8.4), at(3.3, 2.4));
    CHECK(bench.session.project().powerLinks.size() == 3);
    bench.session.undo();
    CHECK(bench.session.project().powerLinks.empty());
}

TEST_CASE("A chilled-water link runs from a pump set to a cooler") {
    PlanBench bench(aProject()
                        .withItem("test.pumps", at(3.0, 3.0), Rotation::R0, "P")
                        .withItem("test.crah", at(9.0, 3.0), Rotation::R0, "C"));
    bench.view.setTool(ToolKind::Cooling);
    bench.drag(at(3.7, 3.5), at(10.0, 3.4));
    REQUIRE(bench.session.project().coolingLinks.size() == 1);
    CHECK(bench.session.project().coolingLinks.begin()->to ==
          itemLabelled(bench.session.project(), "C"));
}

TEST_CASE("A click on a link selects it and Del removes it") {
    PlanBench bench([] {
        Project project = pduAndRacks();
        project.powerLinks.add(
            {{}, itemLabelled(project, "PDU"), itemLabelled(project, "R3"), Feed::A});
        return project;
    }());
    // From the PDU's centre (2.6, 8.4) down to R3's (3.9, 2.4): the longer way first. Feed A is set
    // off by −0.12 m to the left and up.
    bench.click(2.48, 5.5);
    REQUIRE(bench.selection.powerLink());
    bench.key(Qt::Key_Delete);
    CHECK(bench.session.project().powerLinks.empty());
    CHECK(bench.itemCount() == 4);
}
