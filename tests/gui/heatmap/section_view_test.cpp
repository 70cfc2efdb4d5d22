// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/footprint.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/theme.h"
#include "views/heatmap/section_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views;
using namespace halltwin::views::heatmap;

namespace {

/// A hall of 24 m × 18 m × 3.6 m whose air is 20 °C below 1.8 m and 40 °C above, and runs along x.
bridge::TwinResultPtr twoLayers() {
    auto result = std::make_shared<twin::TwinResult>();
    twin::RoomAnswer room;
    room.hall = HallId{1};
    room.air.grid = {{{0.0, 12.0, 24.0}}, {{0.0, 9.0, 18.0}}, {{0.0, 1.8, 3.6}}};
    const std::size_t cells = room.air.grid.cellCount();
    room.air.temperatureC.assign(cells, 20.0F);
    for (std::size_t i = cells / 2; i < cells; ++i)
        room.air.temperatureC[i] = 40.0F;
    room.air.u.assign(cells, 2.0F);
    room.air.v.assign(cells, 0.0F);
    room.air.w.assign(cells, 0.0F);
    room.air.pressurePa.assign(cells, 0.0F);
    room.air.solid.assign(cells, thermal::airCell);
    result->rooms.push_back(room);
    return result;
}

struct Bench {
    Bench() {
        theme.apply(*qApp, bridge::ThemeMode::Light);
        view.resize(900, 220);
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        view.setLook(bridge::AirQuantity::Temperature,
                     bridge::scaleOf(bridge::AirQuantity::Temperature).withRange(20.0, 40.0));
    }
    void cut(const Point& from, const Point& to) {
        view.setSubject(SectionSubject{twoLayers(), project, HallId{1}, {from, to}});
        REQUIRE(QTest::qWaitFor([&] { return view.isCurrent(); }, 20000));
    }

    Catalog catalog = aCatalog();
    std::shared_ptr<const Project> project =
        std::make_shared<const Project>(aProject().withRacks(1));
    bridge::Theme theme;
    SectionView view{catalog, theme};
};

Point at(double x, double y) {
    return {metres(x), metres(y)};
}

}  // namespace

TEST_CASE("A section shows the air over its line, cold below and warm above") {
    Bench bench;
    bench.cut(at(2.0, 9.0), at(22.0, 9.0));
    const SectionPicture& picture = bench.view.picture();
    CHECK(picture.area.width() == Approx(20.0));
    CHECK(picture.area.top() == Approx(-3.6));
    REQUIRE(picture.range);
    CHECK(picture.range->minimum == Approx(20.0));
    CHECK(picture.range->maximum == Approx(40.0));
    const QRgb above = picture.image.pixel(10, 2);
    const QRgb below = picture.image.pixel(10, picture.image.height() - 3);
    CHECK(qGray(above) > qGray(below) + 60);
}

TEST_CASE("Arrows of a section count along its line, whichever way it is drawn") {
    Bench bench;
    bench.cut(at(2.0, 9.0), at(22.0, 9.0));
    CHECK(double(bench.view.picture().flow.first.at(5, 5)) == Approx(2.0));
    bench.cut(at(22.0, 9.0), at(2.0, 9.0));
    CHECK(double(bench.view.picture().flow.first.at(5, 5)) == Approx(-2.0));
    bench.cut(at(4.0, 2.0), at(4.0, 16.0));
    CHECK(double(bench.view.picture().flow.first.at(5, 5)) == Approx(0.0).margin(1e-6));
    bench.cut(at(4.0, 2.0), at(14.0, 12.0));
    CHECK(double(bench.view.picture().flow.first.at(5, 5)) == Approx(2.0 / std::sqrt(2.0)));
}

TEST_CASE("A section shows the racks that its line cuts, and only those") {
    Bench bench;
    const Item& rack = *bench.project->items.begin();
    const Rect foot = footprintOf(rack, bench.catalog);
    const Length middle = foot.centre().y;
    bench.cut({foot.min.x - metres(1.0), middle}, {foot.max.x + metres(2.0), middle});
    REQUIRE(bench.view.bodies().size() == 1);
    const SectionBody& body = bench.view.bodies().front();
    CHECK(body.box.left() == Approx(1.0));
    CHECK(body.box.width() == Approx(foot.width().in(metres)));
    CHECK(body.box.bottom() == Approx(0.0));
    CHECK(body.box.height() > 1.5);
    bench.cut({foot.min.x, foot.max.y + metres(0.5)}, {foot.max.x, foot.max.y + metres(0.5)});
    CHECK(bench.view.bodies().empty());
}

TEST_CASE("The cursor reads height and value in a section, and nothing outside of it") {
    Bench bench;
    bench.cut(at(2.0, 9.0), at(22.0, 9.0));
    QSignalSpy told(&bench.view, &SectionView::cursorText);
    QTest::mouseMove(&bench.view, bench.view.rect().center() + QPoint(0, 40));
    QTest::qWait(20);
    REQUIRE(!told.isEmpty());
    CHECK(told.back().front().toString().contains(QStringLiteral("°C")));
}

TEST_CASE("Without a subject the section is empty") {
    Bench bench;
    bench.cut(at(2.0, 9.0), at(22.0, 9.0));
    bench.view.setSubject(std::nullopt);
    CHECK(bench.view.picture().image.isNull());
    CHECK(bench.view.bodies().empty());
}
