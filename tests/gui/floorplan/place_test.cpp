// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/bridge/catalog_mime.h"

#include <QDropEvent>
#include <QMimeData>

using namespace halltwin;
using namespace halltwin::tests;
using views::floorplan::tools::ToolKind;

TEST_CASE("Each click places one item, labelled and selected, until Esc") {
    PlanBench bench(aProject().inHall());
    bench.view.placeFromCatalog("test.rack");
    CHECK(bench.view.tool() == ToolKind::Place);
    bench.move(6.3, 6.6);
    bench.click(6.3, 6.6);
    bench.click(9.3, 6.6);
    REQUIRE(bench.itemCount() == 2);
    CHECK(bench.x("R1") == Approx(6.0));
    CHECK(bench.y("R1") == Approx(6.0));
    CHECK(bench.x("R2") == Approx(9.0));
    CHECK(bench.selection.items() == std::set{itemLabelled(bench.session.project(), "R2")});
    bench.key(Qt::Key_Escape);
    CHECK(bench.view.tool() == ToolKind::Select);
    bench.click(15.0, 12.0);
    CHECK(bench.itemCount() == 2);
}

TEST_CASE("R turns what is being placed") {
    PlanBench bench(aProject().inHall());
    bench.view.placeFromCatalog("test.rack");
    bench.move(6.0, 6.3);
    bench.key(Qt::Key_R);
    bench.click(6.0, 6.3);
    CHECK(bench.item("R1").rotation == Rotation::R90);
    CHECK(bench.x("R1") == Approx(5.4));
    CHECK(bench.y("R1") == Approx(6.0));
}

TEST_CASE("Nothing is placed outside of all halls") {
    PlanBench bench(aProject().inHall());
    bench.view.placeFromCatalog("test.rack");
    bench.click(-1.0, 9.0);
    CHECK(bench.itemCount() == 0);
}

TEST_CASE("An entry dragged in from the catalogue lands where it is dropped") {
    PlanBench bench(aProject().inHall());
    QMimeData data;
    data.setData(views::bridge::catalogMimeType, "test.rack");
    const QPoint place = bench.pixel(6.3, 6.6);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(bench.view.viewport(), &enter);
    CHECK(enter.isAccepted());
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(bench.view.viewport(), &move);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(bench.view.viewport(), &drop);
    CHECK(bench.x("R1") == Approx(6.0));
    CHECK(bench.view.tool() == ToolKind::Select);
}

TEST_CASE("A drag that carries something else, or an unknown key, is refused") {
    PlanBench bench(aProject().inHall());
    QMimeData text;
    text.setText("test.rack");
    QDragEnterEvent plain(bench.pixel(6.0, 6.0), Qt::CopyAction, &text, Qt::LeftButton, {});
    QApplication::sendEvent(bench.view.viewport(), &plain);
    CHECK_FALSE(plain.isAccepted());
    QMimeData unknown;
    unknown.setData(views::bridge::catalogMimeType, "no.such.key");
    QDragEnterEvent other(bench.pixel(6.0, 6.0), Qt::CopyAction, &unknown, Qt::LeftButton, {});
    QApplication::sendEvent(bench.view.viewport(), &other);
    CHECK_FALSE(other.isAccepted());
}

TEST_CASE("A wall is drawn along the longer way of the drag") {
    PlanBench bench(aProject().inHall());
    bench.view.setTool(ToolKind::Wall);
    bench.drag(at(6.0, 6.0), at(12.0, 6.2));
    REQUIRE(bench.itemCount() == 1);
    const Item wall = *bench.session.project().items.begin();
    CHECK(wall.catalogKey == "test.wall");
    CHECK(wall.rotation == Rotation::R0);
    CHECK(wall.width->in(metres) == Approx(6.0));
    CHECK(wall.position.y.in(metres) ==
          Approx(5.95));  // half its thickness of 0.1 m below the line
    bench.drag(at(15.0, 6.0), at(15.1, 10.8));
    const Item upright = *bench.session.project().items.find(ItemId{2});
    CHECK(upright.rotation == Rotation::R90);
    CHECK(upright.width->in(metres) == Approx(4.8));
}

TEST_CASE("A containment covers the rectangle that is drawn, its doors across the longer way") {
    PlanBench bench(aProject().inHall());
    bench.view.setTool(ToolKind::Containment);
    bench.drag(at(6.0, 6.0), at(7.2, 12.0));
    REQUIRE(bench.itemCount() == 1);
    const Item aisle = *bench.session.project().items.begin();
    CHECK(aisle.rotation == Rotation::R90);
    CHECK(aisle.width->in(metres) == Approx(6.0));
    CHECK(aisle.depth->in(metres) == Approx(1.2));
    CHECK(aisle.position.x.in(metres) == Approx(6.0));
    bench.click(14.0, 14.0);
    CHECK(bench.itemCount() == 1);
}

TEST_CASE("Esc drops a half-drawn wall and keeps the tool, once more ends it") {
    PlanBench bench(aProject().inHall());
    bench.view.setTool(ToolKind::Wall);
    bench.press(6.0, 6.0);
    bench.move(9.0, 6.0);
    bench.key(Qt::Key_Escape);
    bench.release(9.0, 6.0);
    CHECK(bench.itemCount() == 0);
    CHECK(bench.view.tool() == ToolKind::Wall);
    bench.key(Qt::Key_Escape);
    CHECK(bench.view.tool() == ToolKind::Select);
}

TEST_CASE("Doors, tanks, distribution units, grilles and ducted racks are placed like any other") {
    PlanBench bench(aProject().inHall());
    double x = 3.0;
    for (const char* key : {"test.rear-door", "test.tank", "test.cdu", "test.grille",
                            "test.chimney-rack", "test.in-row", "test.hot-aisle"}) {
        const std::size_t before = bench.itemCount();
        bench.view.placeFromCatalog(key);
        bench.move(x, 9.0);
        bench.click(x, 9.0);
        bench.key(Qt::Key_Escape);
        INFO(key);
        CHECK(bench.itemCount() == before + 1);
        CHECK(bench.session.project().items.rows().back()->catalogKey == key);
        x += 2.6;
    }
    CHECK(bench.item("D1").catalogKey == "test.rear-door");
    CHECK(bench.item("TK1").catalogKey == "test.tank");
    CHECK(bench.item("CDU 1").catalogKey == "test.cdu");
}

TEST_CASE("Each new kind has a symbol of its own on the plan") {
    PlanBench bench(aProject().inHall());
    for (const char* key : {"test.rear-door", "test.tank", "test.cdu", "test.grille"}) {
        bench.session.newProject(aProject().withItem(key, {metres(12.0), metres(9.0)}));
        QApplication::processEvents();
        const QRect place(bench.pixel(12.0, 9.0) + QPoint(1, -8), QSize(18, 7));
        const QImage drawn = bench.view.viewport()->grab(place).toImage();
        bench.session.newProject(aProject().inHall());
        QApplication::processEvents();
        INFO(key);
        CHECK(drawn != bench.view.viewport()->grab(place).toImage());
    }
}

TEST_CASE("A click under a ceiling grille takes what stands below it") {
    PlanBench bench(aProject()
                        .withItem("test.rack", {metres(6.0), metres(6.0)}, Rotation::R0, "R1")
                        .withItem("test.grille", {metres(6.0), metres(6.6)}, Rotation::R0, "G"));
    bench.click(6.3, 6.9);
    CHECK(bench.selection.items() == std::set{itemLabelled(bench.session.project(), "R1")});
}
