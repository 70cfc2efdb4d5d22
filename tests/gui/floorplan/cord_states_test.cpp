// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/floorplan/items/cord_states.h"
#include "views/floorplan/plan_scene.h"

#include <QImage>
#include <QPainter>

using namespace halltwin;
using namespace halltwin::views::floorplan;
using items::LinkFamily;

namespace {

power::ChainResult aChain(double breakerLoading, double sourceLoading, bool living) {
    power::ChainResult chain;
    power::ElementResult source;
    source.id = ItemId{1};
    source.loading = sourceLoading;
    chain.elements.push_back(source);
    power::LinkResult link;
    link.id = PowerLinkId{1};
    link.from = ItemId{1};
    link.to = ItemId{2};
    link.living = living;
    link.loading = breakerLoading;
    chain.links.push_back(link);
    return chain;
}

/// Pixels of this colour, or nearly, in a picture of the scene.
int pixelsOf(PlanScene& scene, const QColor& color) {
    QImage image(800, 600, QImage::Format_ARGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    scene.render(&painter);
    painter.end();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int apart = std::abs(pixel.red() - color.red()) +
                              std::abs(pixel.green() - color.green()) +
                              std::abs(pixel.blue() - color.blue());
            count += apart < 12 ? 1 : 0;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("A cord's state is that of its breaker, else of what feeds it") {
    CHECK(items::cordStates({}, aChain(0.5, 0.9, true)).empty());
    CHECK(items::cordStates({}, aChain(0.81, 0.1, true)).at(PowerLinkId{1}) == LinkFamily::Busy);
    CHECK(items::cordStates({}, aChain(1.01, 0.1, true)).at(PowerLinkId{1}) ==
          LinkFamily::Overloaded);
    CHECK(items::cordStates({}, aChain(0.0, 0.9, true)).at(PowerLinkId{1}) == LinkFamily::Busy);
    CHECK(items::cordStates({}, aChain(0.0, 0.8, true)).empty());
    CHECK(items::cordStates({}, aChain(0.0, 0.0, false)).at(PowerLinkId{1}) == LinkFamily::Dead);
}

TEST_CASE("A generator that stands by has no dead cord") {
    power::ChainInput chain;
    power::Element set;
    set.id = ItemId{1};
    set.kind = ItemKind::Generator;
    chain.elements.push_back(set);
    CHECK(items::cordStates(chain, aChain(0.0, 0.0, false)).empty());
}

TEST_CASE("An overloaded cord is drawn in the colour of danger until it is no longer") {
    const Catalog catalog = tests::aCatalog();
    Project project = tests::aProject()
                          .withItem("test.pdu", {metres(2.0), metres(2.0)})
                          .withItem("test.rack", {metres(12.0), metres(9.0)});
    project.powerLinks.add({{}, ItemId{1}, ItemId{2}, Feed::A});
    const PlanStyle style = PlanStyle::print();
    PlanScene scene(catalog, style);
    scene.follow(std::make_shared<const Project>(project));
    const int before = pixelsOf(scene, style.danger);
    scene.setCordStates({{PowerLinkId{1}, LinkFamily::Overloaded}});
    CHECK(pixelsOf(scene, style.danger) > before + 100);
    project.powerLinks.eraseIf([](const PowerLink&) { return true; });
    scene.follow(std::make_shared<const Project>(project));
    CHECK(pixelsOf(scene, style.danger) == before);
}
