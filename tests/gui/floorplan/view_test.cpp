// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/heatmap/heat_layer.h"
#include "views/heatmap/legend.h"

#include <QGraphicsRectItem>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace halltwin;
using namespace halltwin::tests;
using views::floorplan::tools::ToolKind;

namespace {

/// The place on the site under a pixel of the viewport.
Point placeUnder(const PlanBench& bench, const QPoint& pixel) {
    return views::bridge::fromScene(bench.view.mapToScene(pixel));
}

}  // namespace

TEST_CASE("The wheel zooms at the cursor") {
    PlanBench bench(aProject().withRacks(1));
    const QPoint cursor(300, 200);
    const Point before = placeUnder(bench, cursor);
    QWheelEvent wheel(cursor, bench.view.viewport()->mapToGlobal(cursor), {}, QPoint(0, 360),
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(bench.view.viewport(), &wheel);
    CHECK(bench.view.pixelsPerMetre() > 60.0);
    const Point after = placeUnder(bench, cursor);
    CHECK(after.x.in(metres) == Approx(before.x.in(metres)).margin(0.03));
    CHECK(after.y.in(metres) == Approx(before.y.in(metres)).margin(0.03));
}

TEST_CASE("Space or the middle button pans, and edits nothing") {
    PlanBench bench(aProject().withRacks(1));
    const auto draggedBy = [&](Qt::MouseButton button) {
        const Point before = placeUnder(bench, {500, 400});
        QTest::mousePress(bench.view.viewport(), button, {}, {500, 400});
        bench.moveTo({540, 380});
        QTest::mouseRelease(bench.view.viewport(), button, {}, {540, 380});
        const Point after = placeUnder(bench, {540, 380});
        CHECK(after.x.in(metres) == Approx(before.x.in(metres)).margin(0.03));
        CHECK(after.y.in(metres) == Approx(before.y.in(metres)).margin(0.03));
    };
    draggedBy(Qt::MiddleButton);
    QTest::keyPress(&bench.view, Qt::Key_Space);
    draggedBy(Qt::LeftButton);
    QTest::keyRelease(&bench.view, Qt::Key_Space);
    CHECK_FALSE(bench.session.canUndo());
    CHECK(bench.selection.isEmpty());
}

TEST_CASE("Zoom to fit shows all halls") {
    PlanBench bench(aProject().withRacks(4).withPower());
    bench.view.zoomToFit();
    const QRect viewport = bench.view.viewport()->rect();
    CHECK(viewport.contains(bench.pixel(0.0, 0.0)));
    CHECK(viewport.contains(bench.pixel(0.0, 18.0)));
    CHECK(viewport.contains(bench.pixel(112.0, 12.0)));
}

TEST_CASE("A fitted plan stays whole and clear of its legend until somebody zooms") {
    PlanBench bench(aProject().withRacks(4).withPower());
    const auto* legend = bench.view.findChild<QWidget*>(QStringLiteral("rackLegend"));
    REQUIRE(legend != nullptr);
    const auto hallPixels = [&] {
        return QRect(bench.pixel(0.0, 18.0), bench.pixel(24.0, 0.0)).normalized();
    };
    bench.view.zoomToHalls();
    for (const QSize size : {QSize(900, 420), QSize(520, 700), QSize(820, 520)}) {
        bench.view.resize(size);
        QApplication::processEvents();
        INFO(size.width() << " x " << size.height());
        CHECK(bench.view.viewport()->rect().contains(hallPixels()));
        CHECK_FALSE(legend->geometry().intersects(hallPixels()));
    }
    bench.view.zoomIn();
    const double zoomed = bench.view.pixelsPerMetre();
    bench.view.resize(900, 600);
    QApplication::processEvents();
    CHECK(bench.view.pixelsPerMetre() == zoomed);
}

TEST_CASE("Showing items selects them and brings them into view") {
    PlanBench bench(aProject().withRacks(4).withPower());
    const ItemId ups = itemLabelled(bench.session.project(), "UPS A");
    bench.view.showItems({ups});
    CHECK(bench.selection.items() == std::set{ups});
    CHECK(bench.view.viewport()->rect().contains(bench.pixel(104.0, 1.9)));
}

TEST_CASE("The cursor is told in coordinates of the hall under it") {
    PlanBench bench(aProject().withRacks(1));
    HallId hall;
    Point position;
    QObject::connect(&bench.view, &views::floorplan::PlanView::cursorMoved,
                     [&](HallId where, Point at) {
                         hall = where;
                         position = at;
                     });
    bench.move(6.0, 7.0);
    CHECK(hall == HallId{1});
    CHECK(position.x.in(metres) == Approx(6.0).margin(0.03));
    CHECK(position.y.in(metres) == Approx(7.0).margin(0.03));
    bench.move(-2.0, 7.0);
    CHECK_FALSE(hall.isValid());
}

TEST_CASE("Measuring says the distance and leaves the project alone") {
    PlanBench bench(aProject().inHall());
    QString status;
    QObject::connect(&bench.view, &views::floorplan::PlanView::statusText,
                     [&](const QString& text) { status = text; });
    bench.view.setTool(ToolKind::Measure);
    bench.drag(at(6.02, 6.01), at(9.01, 9.98));  // snaps to (6, 6) and (9, 10.2) or rounds to 9.98
    CHECK(status.contains("Distance"));
    CHECK(status.contains("3.000"));
    CHECK_FALSE(bench.session.canUndo());
}

TEST_CASE("Another project replaces everything on the plan") {
    PlanBench bench(aProject().withRacks(3));
    bench.click(2.7, 2.4);
    bench.session.newProject(aProject().withItem("test.pdu", at(6.0, 6.0), Rotation::R0, "PDU"));
    bench.view.zoomToFit();
    bench.click(6.5, 6.4);
    CHECK(bench.selection.items() == std::set{ItemId{1}});
    const QPoint gone = bench.pixel(2.7, 2.4);
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, gone);
    CHECK(bench.selection.isEmpty());
}

TEST_CASE("An underlay is painted under the racks and follows the heat layer") {
    PlanBench bench(aProject().withRacks(1));
    auto* patch = new QGraphicsRectItem(views::bridge::toScene(Rect{at(0.0, 0.0), at(24.0, 18.0)}));
    patch->setBrush(QColor(10, 200, 30));
    patch->setPen(Qt::NoPen);
    bench.view.setUnderlay(patch);
    const auto colorAt = [&](double x, double y) {
        return bench.view.viewport()->grab().toImage().pixelColor(bench.pixel(x, y));
    };
    CHECK(colorAt(10.3, 10.3) == QColor(10, 200, 30));
    CHECK(colorAt(2.7, 2.2) != QColor(10, 200, 30));  // the rack
    bench.view.setLayerVisible(views::floorplan::Layer::Heat, false);
    CHECK(colorAt(10.3, 10.3) == bench.theme.colors().planPaper);
}

TEST_CASE(
    "The heat layer paints the hall that was solved and follows its range until it is pinned") {
    PlanBench bench(aProject().withRacks(1));
    auto result = std::make_shared<twin::TwinResult>();
    twin::RoomAnswer room;
    room.hall = HallId{1};
    room.air.grid = {{{0.0, 12.0, 24.0}}, {{0.0, 18.0}}, {{0.0, 3.6}}};
    room.air.temperatureC = {20.0F, 40.0F};
    room.air.solid = {0, 0};
    result->rooms.push_back(room);

    auto* heat = new views::heatmap::HeatLayer;
    int told = 0;
    QObject::connect(heat, &views::heatmap::HeatLayer::scaleChanged, [&] { ++told; });
    bench.view.setUnderlay(heat);
    const auto waitForPicture = [&] {
        REQUIRE(QTest::qWaitFor([&] { return heat->isCurrent(); }, 20000));
    };
    heat->setResult(result, bench.session.project());
    waitForPicture();
    CHECK(told == 1);
    CHECK(heat->scale().minimum() == 20.0);
    CHECK(heat->scale().maximum() == 40.0);
    CHECK(heat->boundingRect() == QRectF(0, -18, 24, 18));
    const QImage image = bench.view.viewport()->grab().toImage();
    CHECK(image.pixelColor(bench.pixel(20.3, 9.3)).lightness() >
          image.pixelColor(bench.pixel(4.3, 9.3)).lightness() + 60);

    heat->pinRange(10.0, 60.0);
    heat->setResult(result, bench.session.project());
    waitForPicture();
    CHECK(heat->scale().maximum() == 60.0);
    heat->unpinRange();
    waitForPicture();
    CHECK(heat->scale().maximum() == 40.0);
    heat->setResult(result, bench.session.project());
    heat->setResult(nullptr, bench.session.project());
    CHECK(heat->boundingRect().isEmpty());
    QTest::qWait(50);  // a picture that was being made when the result went
    CHECK(heat->boundingRect().isEmpty());
}

TEST_CASE("A double click on the legend asks to pin the range and to let it go") {
    views::bridge::Theme theme;
    views::heatmap::LegendWidget legend(theme);
    legend.resize(legend.sizeHint());
    QSignalSpy asked(&legend, &views::heatmap::LegendWidget::pinRequested);
    QTest::mouseDClick(&legend, Qt::LeftButton);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().front().toBool());
    legend.setPinned(true);
    QTest::mouseDClick(&legend, Qt::LeftButton);
    CHECK_FALSE(asked.back().front().toBool());
    legend.setScale(views::bridge::ashraeScale());
    QTest::mouseDClick(&legend, Qt::LeftButton);
    CHECK(asked.size() == 2);
}
