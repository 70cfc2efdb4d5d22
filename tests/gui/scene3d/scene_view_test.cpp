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

#include <QImage>
#include <QSlider>
#include <QTest>
#include <set>

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
    const QImage picture = stage.view.grabPicture();
    REQUIRE_FALSE(picture.isNull());
    CHECK(colorsIn(picture) > 50);
    CHECK(qAlpha(picture.pixel(2, 2)) == 255);
}

TEST_CASE("Dragging the mouse orbits the scene, and the height slider moves the cut") {
    Stage stage;
    const QImage before = stage.view.grabPicture();
    auto* host = stage.view.findChild<scene3d::VtkHost*>();
    REQUIRE(host != nullptr);
    QTest::mousePress(host, Qt::LeftButton, {}, QPoint(300, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(380, 220), host->mapToGlobal(QPointF(380, 220)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(host, &move);
    QTest::mouseRelease(host, Qt::LeftButton, {}, QPoint(380, 220));
    const QImage orbited = stage.view.grabPicture();
    CHECK(orbited != before);
    stage.view.findChildren<QSlider*>().front()->setValue(25);
    CHECK(stage.view.grabPicture() != orbited);
}

TEST_CASE("An edit in the session shows in the 3-D view") {
    Stage stage;
    const QImage before = stage.view.grabPicture();
    const auto result = stage.feed.latest();
    REQUIRE(stage.session.apply(edit::DeleteItems{tests::itemIds(stage.session.project())}));
    REQUIRE(QTest::qWaitFor([&] { return stage.feed.latest() != result; }, 20000));
    CHECK(stage.view.grabPicture() != before);
}

TEST_CASE("Doors, tanks, grilles, distribution units and chimneys are seen in the 3-D view") {
    Stage stage;
    QImage before = stage.view.grabPicture();
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
        const QImage after = stage.view.grabPicture();
        INFO(key);
        CHECK(after != before);
        before = after;
        x += 2.5;
    }
}
