// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/floorplan/items/tray_item.h"

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::floorplan;

namespace {

double m(Length length) {
    return length.in(metres);
}

/// The bench with the tray tool in hand.
struct TrayBench : PlanBench {
    TrayBench() : PlanBench(aProject().withRacks(2)) { view.setTool(tools::ToolKind::Tray); }

    const Table<CableTray>& trays() { return session.project().trays; }
    const CableTray& tray(std::int64_t id) { return *trays().find(TrayId{id}); }
};

}  // namespace

TEST_CASE("A dragged run becomes a tray of the hall, straight, selected and undoable") {
    TrayBench bench;
    bench.drag(at(4.0, 6.0), at(16.0, 6.3));
    REQUIRE(bench.trays().size() == 1);
    CHECK(m(bench.tray(1).from.x) == Approx(4.0).margin(0.06));
    CHECK(m(bench.tray(1).to.x) == Approx(16.0).margin(0.06));
    CHECK(bench.tray(1).from.y == bench.tray(1).to.y);
    CHECK_FALSE(bench.tray(1).name.empty());
    CHECK(bench.selection.tray() == TrayId{1});
    bench.session.undo();
    CHECK(bench.trays().empty());
}

TEST_CASE("A second run starts at the end of the first, and its end is dragged elsewhere") {
    TrayBench bench;
    bench.drag(at(4.0, 6.0), at(16.0, 6.0));
    bench.drag(at(16.05, 5.95), at(16.0, 14.0));
    REQUIRE(bench.trays().size() == 2);
    CHECK(bench.tray(2).from == bench.tray(1).to);
    bench.click(16.0, 12.0);  // selects it, so that its ends can be dragged
    bench.drag(at(16.0, 14.0), at(16.0, 10.0));
    REQUIRE(bench.trays().size() == 2);
    CHECK(m(bench.tray(2).to.y) == Approx(10.0).margin(0.06));
}

TEST_CASE("A click selects a tray, Del removes it, and a hidden layer hides it from clicks") {
    TrayBench bench;
    bench.drag(at(4.0, 12.0), at(16.0, 12.0));
    bench.view.setTool(tools::ToolKind::Select);
    bench.selection.clear();
    bench.click(10.0, 12.0);
    CHECK(bench.selection.tray() == TrayId{1});
    bench.view.setLayerVisible(Layer::Trays, false);
    bench.click(12.0, 12.0);
    CHECK_FALSE(bench.selection.tray());
    bench.view.setLayerVisible(Layer::Trays, true);
    bench.click(10.0, 12.0);
    bench.view.deleteSelection();
    CHECK(bench.trays().empty());
}

TEST_CASE("A short drag draws nothing, and Esc gives a run up") {
    TrayBench bench;
    bench.drag(at(4.0, 6.0), at(4.1, 6.0));
    CHECK(bench.trays().empty());
    bench.press(4.0, 6.0);
    bench.move(9.0, 6.0);
    bench.key(Qt::Key_Escape);
    bench.release(9.0, 6.0);
    CHECK(bench.trays().empty());
}

TEST_CASE("The narrowest of two trays over each other is the one that is meant") {
    items::SceneLook look{PlanStyle::print(), true, true};
    items::TrayItem item(look);
    item.display({{TrayId{1}, {0.0, 0.0}, {10.0, 0.0}, 0.6, 0.4, "wide"},
                  {TrayId{2}, {0.0, 0.1}, {10.0, 0.1}, 0.2, 0.4, "narrow"}});
    CHECK(item.trayAt({5.0, 0.1}, 0.0) == TrayId{2});
    CHECK(item.trayAt({5.0, -0.2}, 0.0) == TrayId{1});
    CHECK_FALSE(item.trayAt({5.0, 2.0}, 0.1));
}
