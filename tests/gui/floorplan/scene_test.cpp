// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/gui/floorplan/plan_bench.h"
#include "views/floorplan/plan_scene.h"

#include <chrono>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::floorplan;

namespace {

std::shared_ptr<const Project> shared(Project project) {
    return std::make_shared<const Project>(std::move(project));
}

struct SceneBench {
    Catalog catalog = aCatalog();
    PlanScene scene{catalog, PlanStyle::print()};
};

}  // namespace

TEST_CASE("A scene keeps the graphics items that an edit does not touch") {
    SceneBench bench;
    const Project before = aProject().withRacks(3);
    bench.scene.follow(shared(before));
    const ItemId moving = itemLabelled(before, "R1");
    const ItemId resting = itemLabelled(before, "R2");
    const auto* rest = bench.scene.find(resting);
    const QPointF from = bench.scene.find(moving)->pos();
    REQUIRE(rest != nullptr);

    const Project after = *edit::apply(before, edit::MoveItems{{moving}, metres(1.2), metres(0.6)});
    bench.scene.follow(shared(after));
    CHECK(bench.scene.find(resting) == rest);
    CHECK(bench.scene.find(moving)->pos().x() - from.x() == Approx(1.2));
    CHECK(bench.scene.find(moving)->pos().y() - from.y() == Approx(-0.6));  // y grows down a screen

    bench.scene.follow(shared(*edit::apply(after, edit::DeleteItems{{moving}})));
    CHECK(bench.scene.find(moving) == nullptr);
}

TEST_CASE("Items move with the hall that they stand in") {
    SceneBench bench;
    Project project = aProject().withRacks(1);
    bench.scene.follow(shared(project));
    const QPointF from = bench.scene.find(ItemId{1})->pos();
    Hall hall = *project.halls.begin();
    hall.origin.x += metres(5.0);
    project.halls.set(hall);
    bench.scene.follow(shared(project));
    CHECK(bench.scene.find(ItemId{1})->pos().x() - from.x() == Approx(5.0));
}

TEST_CASE("Racks take the colour of their intake's ASHRAE class and lose it with the result") {
    SceneBench bench;
    bench.scene.follow(shared(aProject().withRacks(2)));
    items::AirReadings readings;
    readings.intakes = {{ItemId{1}, celsius(22.0)}, {ItemId{2}, celsius(36.4)}};
    bench.scene.setReadings(readings);
    const items::ItemFace cool = bench.scene.find(ItemId{1})->face();
    const items::ItemFace hot = bench.scene.find(ItemId{2})->face();
    CHECK(cool.status != hot.status);
    CHECK(hot.detail == "36.4°");
    bench.scene.setReadings({});
    CHECK_FALSE(bench.scene.find(ItemId{2})->face().status.isValid());
    CHECK(bench.scene.find(ItemId{2})->face().detail.isEmpty());
}

TEST_CASE("An item whose catalogue entry is gone stays visible and can be selected") {
    SceneBench bench;
    bench.scene.follow(shared(aProject().withItem("no.such.key", at(3.0, 3.0))));
    REQUIRE(bench.scene.find(ItemId{1}) != nullptr);
    CHECK_FALSE(bench.scene.find(ItemId{1})->face().isKnown);
    CHECK(bench.scene.itemAt(at(3.3, 3.5)) == ItemId{1});
}

TEST_CASE("A link follows the items that it joins") {
    SceneBench bench;
    Project project =
        aProject().withItem("test.pdu", at(2.0, 2.0)).withItem("test.rack", at(12.0, 2.0));
    project.powerLinks.add({{}, ItemId{1}, ItemId{2}, Feed::A});
    bench.scene.follow(shared(project));
    const Point onLink = at(7.0, 2.52);  // along y of the PDU's centre, feed A set off upwards
    CHECK(bench.scene.powerLinkAt(onLink, metres(0.1)) == PowerLinkId{1});
    project =
        *edit::apply(project, edit::MoveItems{{ItemId{1}, ItemId{2}}, metres(0.0), metres(6.0)});
    bench.scene.follow(shared(project));
    CHECK_FALSE(bench.scene.powerLinkAt(onLink, metres(0.1)));
    CHECK(bench.scene.powerLinkAt(at(7.0, 8.52), metres(0.1)) == PowerLinkId{1});
}

TEST_CASE("A pipe is found where it runs, whatever its thickness, and keeps one place") {
    using items::LinkFamily;
    SceneBench bench;
    Project project =
        aProject().withItem("test.pumps", at(2.0, 2.0)).withItem("test.crah", at(12.0, 2.0));
    project.coolingLinks.add({{}, ItemId{1}, ItemId{2}});
    bench.scene.follow(shared(project));
    const Point onPipe = at(7.0, 2.5);  // along y of the pump set's centre
    CHECK(bench.scene.coolingLinkAt(onPipe, metres(0.1)) == CoolingLinkId{1});
    bench.scene.setPipeBores({{CoolingLinkId{1}, millimetres(300.0)}});
    CHECK(bench.scene.coolingLinkAt(onPipe, metres(0.1)) == CoolingLinkId{1});
    const auto drawnAs = [&](LinkFamily family) {
        std::size_t count = 0;
        for (QGraphicsItem* item : bench.scene.items()) {
            const auto* links = qgraphicsitem_cast<items::LinkItem*>(item);
            if (links != nullptr && links->family() == family && links->contains(1)) ++count;
        }
        return count;
    };
    CHECK(drawnAs(LinkFamily::CoolingTrunk) == 1);
    CHECK(drawnAs(LinkFamily::Cooling) == 0);
    CoolingLink drawn = *project.coolingLinks.begin();
    drawn.bore = millimetres(102.0);
    project.coolingLinks.set(drawn);
    bench.scene.follow(shared(project));
    CHECK(drawnAs(LinkFamily::CoolingMain) == 1);
    CHECK(drawnAs(LinkFamily::CoolingTrunk) == 0);
    bench.scene.setLayerVisible(Layer::Cooling, false);
    CHECK_FALSE(bench.scene.coolingLinkAt(onPipe, metres(0.1)));
}

TEST_CASE("Links along the same way are drawn as one run") {
    using items::LinkFamily;
    std::vector<QPolygonF> paths;
    for (int i = 1; i <= 5; ++i) {
        paths.push_back(items::linkPath(LinkFamily::Cooling, {0, 0}, {10.0 + i, 2.0}));
    }
    const std::vector<QLineF> runs = items::joinedRuns(paths, 0.01);
    REQUIRE(runs.size() == 6);  // one trunk, five branches
    CHECK(runs.front() == QLineF(0, 0, 15, 0));
    CHECK(runs.back() == QLineF(15, 0, 15, 2));
    const std::vector<QLineF> apart =
        items::joinedRuns({{{0, 0}, {1, 0}}, {{2, 0}, {3, 0}}, {{0, 1}, {1, 1}}}, 0.01);
    CHECK(apart.size() == 3);
}

TEST_CASE("Moving one of 10,000 items takes the scene less than a frame") {
    SceneBench bench;
    Project project = aProject().inHall(HallKind::DataHall, metres(120.0)).withRacks(10000);
    bench.scene.follow(shared(project));
    double best = 1e9;  // the quickest of several: a shared machine only ever adds time
    for (int i = 0; i < 6; ++i) {
        project = *edit::apply(project, edit::MoveItems{{ItemId{17}}, metres(0.6), metres(0.0)});
        const auto snapshot = shared(project);
        const auto start = std::chrono::steady_clock::now();
        bench.scene.follow(snapshot);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    CAPTURE(best);
    CHECK(best < 16.0);
}
