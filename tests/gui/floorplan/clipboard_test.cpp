// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/floorplan/array_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("R turns the selection by a quarter, four times to where it was") {
    PlanBench bench(aProject().withRacks(1));
    const Project before = bench.session.project();
    bench.click(2.7, 2.4);
    bench.key(Qt::Key_R);
    CHECK(bench.item("R1").rotation == Rotation::R90);
    bench.key(Qt::Key_R, Qt::ShiftModifier);
    CHECK(bench.session.project() == before);
    for (int i = 0; i < 4; ++i)
        bench.key(Qt::Key_R);
    CHECK(bench.session.project() == before);
}

TEST_CASE("Arrow keys move the selection by a tile, presses in a row are one undo step") {
    PlanBench bench(aProject().withRacks(2));
    bench.click(2.7, 2.4);
    for (int i = 0; i < 3; ++i)
        bench.key(Qt::Key_Right);
    bench.key(Qt::Key_Up, Qt::ShiftModifier);
    CHECK(bench.x("R1") == Approx(2.4 + 1.8));
    CHECK(bench.y("R1") == Approx(1.8 + 3.0));
    bench.session.undo();
    CHECK(bench.x("R1") == Approx(2.4));
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("Copy and paste puts a copy where the mouse is, on the tile grid") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.selectAll();
    bench.key(Qt::Key_C, Qt::ControlModifier);
    bench.move(12.1, 9.1);
    bench.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(bench.itemCount() == 4);
    CHECK(bench.x("R3") == Approx(12.0));
    CHECK(bench.y("R3") == Approx(9.0));
    CHECK(bench.x("R4") == Approx(12.6));
    CHECK(bench.selection.items().size() == 2);
    CHECK(bench.selection.contains(itemLabelled(bench.session.project(), "R4")));
}

TEST_CASE("Cut and paste carries links among the items along") {
    PlanBench bench([] {
        Project project =
            aProject().withRacks(1).withItem("test.pdu", at(2.4, 4.2), Rotation::R0, "PDU");
        project.powerLinks.add(
            {{}, itemLabelled(project, "PDU"), itemLabelled(project, "R1"), Feed::A});
        return project;
    }());
    bench.view.selectAll();
    bench.key(Qt::Key_X, Qt::ControlModifier);
    CHECK(bench.itemCount() == 0);
    bench.move(12.0, 9.0);
    bench.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(bench.itemCount() == 2);
    CHECK(bench.session.project().powerLinks.size() == 1);
    CHECK(bench.x("R1") == Approx(12.0));
}

TEST_CASE("Ctrl+D puts a copy right beside the selection") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.selectAll();
    bench.key(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(bench.itemCount() == 4);
    CHECK(bench.x("R3") == Approx(3.6));
    CHECK(bench.x("R4") == Approx(4.2));
    CHECK(bench.selection.items().size() == 2);
}

TEST_CASE("The array dialog repeats the selection, and counts what was selected") {
    PlanBench bench(aProject().withRacks(1));
    bench.click(2.7, 2.4);
    bool wasShown = false;
    QTimer::singleShot(0, [&] {
        auto* dialog =
            qobject_cast<views::floorplan::ArrayDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return;
        wasShown = true;
        CHECK(dialog->findChild<QDoubleSpinBox*>("pitchX")->value() == Approx(0.6));
        dialog->findChild<QSpinBox*>("total")->setValue(10);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    });
    bench.view.arraySelection();
    REQUIRE(wasShown);
    CHECK(bench.itemCount() == 10);
    CHECK(bench.x("R10") == Approx(2.4 + 9 * 0.6));
    bench.session.undo();
    CHECK(bench.itemCount() == 1);
}

TEST_CASE("An array without a pitch cannot be accepted") {
    views::floorplan::ArrayDialog dialog(metres(0.6));
    auto* accept = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    CHECK(accept->isEnabled());
    dialog.findChild<QDoubleSpinBox*>("pitchX")->setValue(0.0);
    CHECK_FALSE(accept->isEnabled());
    dialog.findChild<QDoubleSpinBox*>("pitchY")->setValue(-1.2);
    CHECK(accept->isEnabled());
    CHECK(dialog.pitch().dy.in(metres) == Approx(-1.2));
}
