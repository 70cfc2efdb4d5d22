// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/floorplan/items/item_face.h"

#include <QSignalSpy>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::floorplan;

namespace {

double m(Length length) {
    return length.in(metres);
}

}  // namespace

TEST_CASE("A dragged line becomes a section, held to the axis when it nearly lies along it") {
    PlanBench bench(aProject().withRacks(2));
    QSignalSpy told(&bench.view, &PlanView::sectionChanged);
    bench.view.setTool(tools::ToolKind::Section);
    bench.drag(at(4.0, 6.0), at(16.0, 6.4));
    REQUIRE(bench.view.marks().section);
    CHECK(m(bench.view.marks().section->from.x) == Approx(4.0).margin(0.03));
    CHECK(m(bench.view.marks().section->to.x) == Approx(16.0).margin(0.03));
    CHECK(bench.view.marks().section->from.y == bench.view.marks().section->to.y);
    CHECK(told.size() >= 2);  // it moves while it is drawn
    CHECK(bench.session.canUndo() == false);
}

TEST_CASE("Alt leaves a section line free, and a slanted one is not held anyway") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.setTool(tools::ToolKind::Section);
    bench.drag(at(4.0, 6.0), at(16.0, 6.4), Qt::AltModifier);
    CHECK(m(bench.view.marks().section->to.y) == Approx(6.4).margin(0.03));
    bench.drag(at(4.0, 12.0), at(14.0, 16.0));
    CHECK(m(bench.view.marks().section->to.y) == Approx(16.0).margin(0.03));
}

TEST_CASE("An end of the section, or all of it, is dragged to another place") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.setSection(SectionMark{at(4.0, 6.0), at(16.0, 6.0)});
    bench.view.setTool(tools::ToolKind::Section);
    bench.drag(at(16.0, 6.0), at(20.0, 6.1));
    CHECK(m(bench.view.marks().section->to.x) == Approx(20.0).margin(0.03));
    CHECK(m(bench.view.marks().section->from.x) == Approx(4.0));
    bench.drag(at(10.0, 6.0), at(11.0, 9.0));
    CHECK(m(bench.view.marks().section->from.x) == Approx(5.0).margin(0.05));
    CHECK(m(bench.view.marks().section->to.y) == Approx(9.0).margin(0.05));
}

TEST_CASE("Esc gives a dragged section back, Del removes it, another tool leaves it") {
    PlanBench bench(aProject().withRacks(2));
    const SectionMark section{at(4.0, 6.0), at(16.0, 6.0)};
    bench.view.setSection(section);
    bench.view.setTool(tools::ToolKind::Section);
    bench.press(16.0, 6.0);
    bench.move(19.0, 6.0);
    bench.key(Qt::Key_Escape);
    CHECK(bench.view.marks().section == section);
    bench.release(19.0, 6.0);
    bench.view.setTool(tools::ToolKind::Select);
    CHECK(bench.view.marks().section == section);
    bench.view.setTool(tools::ToolKind::Section);
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.view.marks().section);
}

TEST_CASE("A click with the probe tool asks for a probe, a drag moves one, Del removes it") {
    PlanBench bench(aProject().withRacks(2));
    QSignalSpy added(&bench.view, &PlanView::probeAdded);
    QSignalSpy moved(&bench.view, &PlanView::probeMoved);
    QSignalSpy removed(&bench.view, &PlanView::probeRemoved);
    bench.view.setTool(tools::ToolKind::Probe);
    bench.click(10.0, 8.0);
    REQUIRE(added.size() == 1);
    bench.view.setProbes({{7, at(10.0, 8.0), Qt::red, "24.0 °C", "0.10 m/s"}});
    bench.drag(at(10.0, 8.0), at(12.0, 8.0));
    CHECK(added.size() == 1);
    REQUIRE(!moved.isEmpty());
    CHECK(moved.back().front().toInt() == 7);
    bench.key(Qt::Key_Delete);
    REQUIRE(removed.size() == 1);
    CHECK(removed.front().front().toInt() == 7);
}

TEST_CASE("Another project starts without section and probes") {
    PlanBench bench(aProject().withRacks(2));
    bench.view.setSection(SectionMark{at(4.0, 6.0), at(16.0, 6.0)});
    bench.view.setProbes({{1, at(10.0, 8.0), Qt::red, "24.0 °C", ""}});
    bench.session.newProject(aProject().withRacks(1));
    CHECK_FALSE(bench.view.marks().section);
    CHECK(bench.view.marks().probes.empty());
}

TEST_CASE("A tile shows its flow, and one that gets less than half of its like is starved") {
    Project project = aProject().withRacks(1);
    twin::TwinResult result;
    twin::RoomAnswer room;
    room.hall = project.halls.begin()->id;
    std::vector<Item> tiles;
    for (const double flow : {0.30, 0.28, 0.12, -0.02}) {
        Item tile;
        tile.id = ItemId{900 + static_cast<std::int64_t>(tiles.size())};
        tile.hall = room.hall;
        tile.catalogKey = "test.tile";
        tile.position = at(6.0 + 0.6 * static_cast<double>(tiles.size()), 12.0);
        tiles.push_back(tile);
        room.air.tiles.push_back({tile.id, cubicMetresPerSecond(flow)});
    }
    for (const Item& tile : tiles)
        project.items.set(tile);
    result.rooms.push_back(room);
    const items::AirReadings readings = items::airReadings(result, project);
    REQUIRE(readings.tiles.size() == 4);
    const Catalog catalog = aCatalog();
    const auto face = [&](std::size_t i) { return items::faceOf(tiles[i], catalog, readings); };
    CHECK(face(0).detail == QStringLiteral("300"));
    CHECK_FALSE(face(0).isStarved);
    CHECK_FALSE(face(1).isStarved);
    CHECK_FALSE(face(2).isStarved);  // 0.12 of a mean of 0.17 m³/s
    CHECK(face(3).isStarved);        // air goes down
    room.air.tiles[2].flow = cubicMetresPerSecond(0.05);
    result.rooms = {room};
    CHECK(items::airReadings(result, project).tiles.at(tiles[2].id).isStarved);
}
