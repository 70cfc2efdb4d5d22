// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("A click selects the item under it, a click on the floor selects nothing") {
    PlanBench bench(aProject().withRacks(2));
    bench.click(2.7, 2.4);
    CHECK(bench.selection.items() == std::set{itemLabelled(bench.session.project(), "R1")});
    bench.click(12.0, 12.0);
    CHECK(bench.selection.isEmpty());
}

TEST_CASE("Shift and Ctrl clicks add to the selection and take from it") {
    PlanBench bench(aProject().withRacks(3));
    bench.click(2.7, 2.4);
    bench.click(3.3, 2.4, Qt::ShiftModifier);
    bench.click(3.9, 2.4, Qt::ControlModifier);
    CHECK(bench.selection.items().size() == 3);
    bench.click(3.3, 2.4, Qt::ControlModifier);
    CHECK(bench.selection.items().size() == 2);
    CHECK_FALSE(bench.selection.contains(itemLabelled(bench.session.project(), "R2")));
}

TEST_CASE("A rubber band selects the items that lie wholly within it") {
    PlanBench bench(aProject().withRacks(5));
    bench.drag(at(2.2, 1.5), at(4.5, 3.3));  // R1…R3; R4 reaches to 4.8
    CHECK(bench.selection.items().size() == 3);
    CHECK_FALSE(bench.selection.contains(itemLabelled(bench.session.project(), "R4")));
    CHECK_FALSE(bench.session.canUndo());
    bench.drag(at(6.0, 4.0), at(4.0, 1.5), Qt::ShiftModifier);  // from the right: R4 and R5 as well
    CHECK(bench.selection.items().size() == 5);
}

TEST_CASE("Esc drops a rubber band, and once more the selection") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.selectAll();
    bench.press(10.0, 10.0);
    bench.move(11.0, 11.0);
    bench.move(2.0, 1.0);
    bench.key(Qt::Key_Escape);
    bench.release(2.0, 1.0);
    CHECK(bench.selection.items().size() == 2);
    bench.key(Qt::Key_Escape);
    CHECK(bench.selection.isEmpty());
}

TEST_CASE("What lies under a containment can be selected through it") {
    PlanBench bench(aProject()
                        .withItem("test.containment", at(2.0, 1.5), Rotation::R0, "aisle")
                        .withItem("test.tile", at(3.0, 1.8), Rotation::R0, "tile"));
    bench.click(3.3, 2.1);
    CHECK(bench.selection.items() == std::set{itemLabelled(bench.session.project(), "tile")});
    bench.click(6.5, 2.1);
    CHECK(bench.selection.items() == std::set{itemLabelled(bench.session.project(), "aisle")});
}

TEST_CASE("Items of a hidden layer are not selected") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.setLayerVisible(views::floorplan::Layer::Racks, false);
    bench.click(2.7, 2.4);
    CHECK(bench.selection.isEmpty());
    bench.view.setLayerVisible(views::floorplan::Layer::Racks, true);
    bench.click(2.7, 2.4);
    CHECK(bench.selection.items().size() == 1);
}

TEST_CASE("Ctrl+A selects every item, Del removes the selection in one step") {
    PlanBench bench(aProject().withRacks(4).withPower());
    bench.key(Qt::Key_A, Qt::ControlModifier);
    CHECK(bench.selection.items().size() == bench.itemCount());
    bench.key(Qt::Key_Delete);
    CHECK(bench.itemCount() == 0);
    CHECK(bench.session.project().powerLinks.empty());
    CHECK(bench.selection.isEmpty());
    bench.session.undo();
    CHECK(bench.itemCount() == 10);
    CHECK_FALSE(bench.session.canUndo());
}
