// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/bridge/twin_runner.h"
#include "views/scene3d/scene_view.h"
#include "views/scene3d/vtk_host.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QSlider>
#include <QTest>
#include <set>
#include <vtkPolyData.h>

using namespace halltwin;
using namespace halltwin::views;

namespace {

/// A session with a small hall, its twin, and the 3-D view on screen.
struct Stage {
    Stage() {
        theme.apply(*static_cast<QApplication*>(QCoreApplication::instance()),
                    bridge::ThemeMode::Light);
        session.newProject(
            tests::aProject().withRacks(8).withCoolers(2).withPower().withChilledWater());
        view.resize(900, 600);
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        REQUIRE(QTest::qWaitFor([&] { return feed.latest() != nullptr; }, 20000));
    }

    /// The picture once the air in it is what was asked for.
    QImage picture() {
        REQUIRE(QTest::qWaitFor([&] { return view.isCurrent(); }, 20000));
        return view.grabPicture();
    }
    template <class Widget>
    Widget& find(const char* name) {
        auto* found = view.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner;
    bridge::TwinFeed feed{session, runner};
    bridge::Theme theme;
    scene3d::SceneView view{bridge::ViewContext{session, selection, feed, theme}};
};

/// Number of different colours: a scene that was not drawn has one.
std::size_t colorsIn(const QImage& image) {
    std::set<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    return colors.size();
}

}  // namespace

TEST_CASE("The 3-D view draws the hall in many colours, and opaque") {
    Stage stage;
    const QImage picture = stage.picture();
    REQUIRE_FALSE(picture.isNull());
    CHECK(colorsIn(picture) > 50);
    CHECK(qAlpha(picture.pixel(2, 2)) == 255);
}

TEST_CASE("Dragging the mouse orbits the scene, and the height slider moves the cut") {
    Stage stage;
    const QImage before = stage.picture();
    auto* host = stage.view.findChild<scene3d::VtkHost*>();
    REQUIRE(host != nullptr);
    QTest::mousePress(host, Qt::LeftButton, {}, QPoint(300, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(380, 220), host->mapToGlobal(QPointF(380, 220)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(host, &move);
    QTest::mouseRelease(host, Qt::LeftButton, {}, QPoint(380, 220));
    const QImage orbited = stage.picture();
    CHECK(orbited != before);
    stage.view.findChildren<QSlider*>().front()->setValue(25);
    CHECK(stage.picture() != orbited);
}

TEST_CASE("An edit in the session shows in the 3-D view") {
    Stage stage;
    const QImage before = stage.picture();
    const auto result = stage.feed.latest();
    REQUIRE(stage.session.apply(edit::DeleteItems{tests::itemIds(stage.session.project())}));
    REQUIRE(QTest::qWaitFor([&] { return stage.feed.latest() != result; }, 20000));
    CHECK(stage.picture() != before);
}

TEST_CASE("Doors, tanks, grilles, distribution units and chimneys are seen in the 3-D view") {
    Stage stage;
    QImage before = stage.picture();
    double x = 3.0;
    for (const char* key : {"test.rear-door", "test.tank", "test.grille", "test.cdu",
                            "test.chimney-rack", "test.in-row", "test.hot-aisle"}) {
        Item item;
        item.hall = stage.session.project().halls.begin()->id;
        item.catalogKey = key;
        item.position = {metres(x), metres(12.0)};
        const auto result = stage.feed.latest();
        REQUIRE(stage.session.apply(edit::PlaceItems{{item}}));
        REQUIRE(QTest::qWaitFor([&] { return stage.feed.latest() != result; }, 20000));
        const QImage after = stage.picture();
        INFO(key);
        CHECK(after != before);
        before = after;
        x += 2.5;
    }
}

TEST_CASE("Streamlines, arrows and the limit are drawn when they are asked for") {
    Stage stage;
    QImage before = stage.picture();
    CHECK(stage.view.shapes().streamlines == nullptr);
    stage.find<QComboBox>("sceneStreamlines").setCurrentIndex(1);
    QImage after = stage.picture();
    REQUIRE(stage.view.shapes().streamlines != nullptr);
    CHECK(stage.view.shapes().streamlines->GetNumberOfLines() > 0);
    CHECK(after != before);
    before = after;
    stage.find<QCheckBox>("sceneArrows").click();
    after = stage.picture();
    CHECK(stage.view.shapes().arrows->GetNumberOfCells() > 100);
    CHECK(stage.view.shapes().arrowReference > 0.0);
    CHECK(after != before);
    before = after;
    const auto scale = scene3d::airScale(*stage.feed.latest(), bridge::AirQuantity::Temperature);
    REQUIRE(scale);
    const double middle = 0.5 * (scale->minimum() + scale->maximum());
    stage.find<QDoubleSpinBox>("sceneLimitC").setValue(middle);
    stage.find<QCheckBox>("sceneLimit").click();
    after = stage.picture();
    REQUIRE(stage.view.shapes().limit != nullptr);
    CHECK(stage.view.shapes().limit->GetNumberOfCells() > 0);
    CHECK(after != before);
}

TEST_CASE("A pinned range colours the air over its temperatures until it is let go") {
    Stage stage;
    const QImage before = stage.picture();
    const auto own = stage.view.scale();
    REQUIRE(own);
    stage.view.pinRange(bridge::AirQuantity::Temperature, scene3d::ShownRange{10.0, 60.0});
    const QImage pinned = stage.picture();
    CHECK(stage.view.scale()->minimum() == 10.0);
    CHECK(stage.view.scale()->maximum() == 60.0);
    CHECK(pinned != before);
    stage.view.pinRange(bridge::AirQuantity::Temperature, std::nullopt);
    CHECK(stage.picture() == before);
    CHECK(stage.view.scale()->maximum() == own->maximum());
}

TEST_CASE("Cuts and their colour bar show air speed and pressure too") {
    Stage stage;
    QImage before = stage.picture();
    for (const auto quantity : {bridge::AirQuantity::Speed, bridge::AirQuantity::Pressure}) {
        stage.find<QComboBox>("sceneQuantity").setCurrentIndex(static_cast<int>(quantity));
        const QImage after = stage.picture();
        INFO(bridge::lookOf(quantity).key);
        CHECK(after != before);
        REQUIRE(stage.view.scale());
        const auto own = scene3d::airScale(*stage.feed.latest(), quantity);
        CHECK(stage.view.scale()->maximum() == own->maximum());
        before = after;
    }
}

TEST_CASE("A pinned range holds for its own quantity only") {
    Stage stage;
    stage.view.pinRange(bridge::AirQuantity::Temperature, scene3d::ShownRange{10.0, 60.0});
    stage.find<QComboBox>("sceneQuantity").setCurrentIndex(1);
    CHECK(stage.view.scale()->maximum() < 60.0);
    stage.view.pinRange(bridge::AirQuantity::Speed, scene3d::ShownRange{0.0, 7.0});
    CHECK(stage.view.scale()->maximum() == 7.0);
    stage.find<QComboBox>("sceneQuantity").setCurrentIndex(0);
    CHECK(stage.view.scale()->maximum() == 60.0);
}

TEST_CASE("A click in the picture draws streamlines through that place of the level cut") {
    Stage stage;
    (void)stage.picture();
    auto* host = stage.view.findChild<scene3d::VtkHost*>();
    const QPoint middle = host->rect().center();
    QTest::mouseClick(host, Qt::LeftButton, {}, middle);
    (void)stage.picture();
    CHECK(stage.find<QComboBox>("sceneStreamlines").currentIndex() == 2);
    CHECK(stage.view.shapes().streamlines != nullptr);
    const auto point = host->pointAtHeight(middle, 1.5);
    REQUIRE(point);
    CHECK((*point)[2] == Approx(1.5));
    const Hall& hall = *stage.session.project().halls.begin();
    CHECK((*point)[0] > hall.origin.x.in(metres));
    CHECK((*point)[0] < (hall.origin.x + hall.width).in(metres));
}
