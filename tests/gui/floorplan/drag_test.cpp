// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"

using namespace halltwin;
using namespace halltwin::tests;

// aProject() puts R1 at (2.4, 1.8), R2 beside it at (3.0, 1.8); a rack is 0.6 m × 1.2 m.

TEST_CASE("Dragging a rack moves it to the tile line that is near") {
    PlanBench bench(aProject().withRacks(1));
    bench.drag(at(2.7, 2.4), at(8.82, 7.27));  // by 6.12 m and 4.87 m
    CHECK(bench.x("R1") == Approx(8.4));       // 8.52 is within reach of the line at 8.4
    CHECK(bench.y("R1") == Approx(6.6));       // 6.67 is within reach of 6.6
    CHECK(bench.session.undoText().contains("Move"));
}

TEST_CASE("A drag is one undo step, and undo brings the rack back") {
    PlanBench bench(aProject().withRacks(1));
    const Project before = bench.session.project();
    bench.drag(at(2.7, 2.4), at(9.0, 7.0));
    REQUIRE(bench.x("R1") != Approx(2.4));
    bench.session.undo();
    CHECK(bench.session.project() == before);
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("While a rack is dragged the session shows a preview and commits nothing") {
    PlanBench bench(aProject().withRacks(1));
    bench.press(2.7, 2.4);
    bench.move(5.0, 4.0);
    bench.move(9.0, 7.0);
    CHECK(bench.session.hasPreview());
    CHECK(bench.x("R1") == Approx(2.4));
    CHECK(bench.session.shown()->items.begin()->position.x.in(metres) == Approx(8.7).margin(0.31));
    bench.release(9.0, 7.0);
    CHECK_FALSE(bench.session.hasPreview());
    CHECK(bench.x("R1") > 8.0);
}

TEST_CASE("Esc gives a drag up and leaves everything as it was") {
    PlanBench bench(aProject().withRacks(1));
    const Project before = bench.session.project();
    bench.press(2.7, 2.4);
    bench.move(6.0, 5.0);
    bench.move(9.0, 7.0);
    bench.key(Qt::Key_Escape);
    bench.release(9.0, 7.0);
    CHECK(bench.session.project() == before);
    CHECK_FALSE(bench.session.hasPreview());
    CHECK_FALSE(bench.session.canUndo());
    CHECK(bench.selection.contains(itemLabelled(before, "R1")));
}

TEST_CASE("A rack dragged near another snaps to its edge, off the tile grid") {
    PlanBench bench(aProject()
                        .withItem("test.rack", at(4.0, 4.13), Rotation::R0, "still")
                        .withItem("test.rack", at(10.0, 10.0), Rotation::R0, "moving"));
    bench.drag(at(10.3, 10.6), at(4.97, 4.72));  // left edge at 4.67, front at 4.12
    CHECK(bench.x("moving") == Approx(4.6));     // the right edge of the other
    CHECK(bench.y("moving") == Approx(4.13));    // its front
}

TEST_CASE("With Alt a drag goes where the mouse goes") {
    PlanBench bench(aProject().withRacks(1));
    bench.drag(at(2.7, 2.4), at(8.85, 7.3), Qt::AltModifier);
    CHECK(bench.x("R1") == Approx(8.55).margin(0.026));  // a pixel is 0.025 m
    CHECK(bench.y("R1") == Approx(6.70).margin(0.026));
    CHECK(std::abs(bench.x("R1") - 8.4) > 0.1);
}

TEST_CASE("With Shift a drag keeps to the axis that it went further along") {
    PlanBench bench(aProject().withRacks(1));
    bench.drag(at(2.7, 2.4), at(8.7, 4.0), Qt::ShiftModifier);
    CHECK(bench.x("R1") == Approx(8.4));
    CHECK(bench.y("R1") == Approx(1.8));
}

TEST_CASE("All selected items move together") {
    PlanBench bench(aProject().withRacks(3));
    bench.view.selectAll();
    bench.drag(at(3.3, 2.4), at(9.3, 6.6));
    CHECK(bench.x("R2") - bench.x("R1") == Approx(0.6));
    CHECK(bench.x("R3") - bench.x("R1") == Approx(1.2));
    CHECK(bench.x("R1") == Approx(8.4));
    CHECK(bench.y("R3") == Approx(6.0));
    bench.session.undo();
    CHECK(bench.x("R3") == Approx(3.6));
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("A rack dragged into another hall belongs to it") {
    PlanBench bench([] {
        Project project =
            aProject().withRacks(1).inHall(HallKind::DataHall, metres(6.0), metres(6.0));
        Hall second = *project.halls.find(HallId{2});
        second.origin = {metres(26.0), metres(2.0)};
        project.halls.set(second);
        return project;
    }());
    bench.drag(at(2.7, 2.4), at(28.7, 5.0));
    CHECK(bench.item("R1").hall == HallId{2});
    CHECK(bench.x("R1") == Approx(2.4));
    CHECK(bench.y("R1") == Approx(2.4));
}

TEST_CASE("A press that hardly moves is a click and edits nothing") {
    PlanBench bench(aProject().withRacks(1));
    const QPoint start = bench.pixel(2.7, 2.4);
    QTest::mousePress(bench.view.viewport(), Qt::LeftButton, {}, start);
    bench.moveTo(start + QPoint(2, 1));
    QTest::mouseRelease(bench.view.viewport(), Qt::LeftButton, {}, start + QPoint(2, 1));
    CHECK_FALSE(bench.session.canUndo());
    CHECK(bench.selection.items().size() == 1);
}
