// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/bridge/loading_scale.h"
#include "views/floorplan/cable_key.h"
#include "views/floorplan/items/cable_item.h"

#include <QGraphicsScene>
#include <QImage>
#include <QPainter>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views;
using floorplan::items::CableItem;

namespace {

constexpr double pixelsPerMetre = 20.0;

network::CableBundle bundle(Point from, Point to, int cables, double load) {
    return {from, to, cables, load, false};
}

/// The scene around (0, 0) … (20, 10) m on the site.
QImage painted(CableItem& item) {
    QGraphicsScene scene;
    scene.addItem(&item);
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRectF site = QRectF(bridge::toScene(at(0.0, 10.0)), bridge::toScene(at(20.0, 0.0)));
    scene.render(&painter, image.rect(), site.normalized());
    painter.end();
    scene.removeItem(&item);
    return image;
}

/// Whether the line through this height of the site, at x = 10 m, has the colour of a loading.
bool hasColor(const QImage& image, double yM, bridge::LoadingClass loading,
              const bridge::Theme& theme) {
    const int y = static_cast<int>((10.0 - yM) * pixelsPerMetre);
    const QColor color = bridge::loadingColor(loading, theme);
    for (int dy = -3; dy <= 3; ++dy)
        if (image.pixelColor(200, y + dy) == color) return true;
    return false;
}

}  // namespace

TEST_CASE("Bundles of cables are drawn in the colour of their load") {
    const bridge::Theme theme;
    CableItem item(theme);
    item.setBundles({bundle(at(0.0, 2.0), at(20.0, 2.0), 200, 0.2),
                     bundle(at(0.0, 5.0), at(20.0, 5.0), 200, 0.6),
                     bundle(at(0.0, 8.0), at(20.0, 8.0), 200, 1.0)});
    const QImage image = painted(item);
    CHECK(hasColor(image, 2.0, bridge::LoadingClass::Light, theme));
    CHECK(hasColor(image, 5.0, bridge::LoadingClass::Fair, theme));
    CHECK(hasColor(image, 8.0, bridge::LoadingClass::High, theme));
    CHECK_FALSE(hasColor(image, 3.5, bridge::LoadingClass::Light, theme));
}

TEST_CASE("More cables are a thicker line, up to a limit") {
    using floorplan::items::bundlePixels;
    CHECK(bundlePixels(1) < bundlePixels(16));
    CHECK(bundlePixels(16) < bundlePixels(256));
    CHECK(bundlePixels(1'000'000) == bundlePixels(100'000));
}

TEST_CASE("The bundle under the mouse is the thinnest of those within reach") {
    const bridge::Theme theme;
    CableItem item(theme);
    item.setBundles({bundle(at(0.0, 2.0), at(20.0, 2.0), 4, 0.2),
                     bundle(at(10.0, 0.0), at(10.0, 10.0), 900, 0.6)});
    const auto hit = [&](double x, double y) {
        const network::CableBundle* found = item.bundleAt(bridge::toScene(at(x, y)), 0.2);
        return found == nullptr ? 0 : found->cables;
    };
    CHECK(hit(10.0, 2.0) == 4);
    CHECK(hit(10.1, 6.0) == 900);
    CHECK(hit(15.0, 6.0) == 0);
}

TEST_CASE("Cables are a layer of their own, off until it is chosen") {
    PlanBench bench(aProject().withRacks(1));
    CHECK_FALSE(bench.view.isLayerVisible(floorplan::Layer::Cables));
    CHECK(bench.view.isLayerVisible(floorplan::Layer::Trays));
}

TEST_CASE("The key of cable colours is there while cables are") {
    const bridge::Theme theme;
    QWidget corner;
    floorplan::CableKey key(theme, &corner);
    CHECK(key.isHidden());
    key.setSubject(QStringLiteral("Storage: load of cables"));
    CHECK_FALSE(key.isHidden());
    CHECK(key.width() > key.fontMetrics().horizontalAdvance(key.subject()));
    key.setSubject({});
    CHECK(key.isHidden());
}
