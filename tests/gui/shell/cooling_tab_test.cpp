// SPDX-License-Identifier: GPL-3.0-or-later
// The Cooling tab by mouse and menu: what is drawn, clicked, unfolded and written.
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/bridge/format.h"
#include "views/diagram/cooling_pane.h"
#include "views/diagram/diagram_view.h"
#include "views/diagram/loop_list.h"

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QSvgRenderer>
#include <QTabWidget>
#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using views::diagram::CoolingPane;
using views::diagram::DiagramView;
using views::diagram::NoteTone;
using views::diagram::Symbol;
using views::diagram::SymbolState;

namespace {

/// The medium example with its Cooling tab to the front.
struct CoolingBench : WindowBench {
    CoolingBench() {
        openExample("medium-1000-gpu.json");
        trigger("tab.cooling");
        settle();
        REQUIRE_FALSE(view().content().symbols.empty());
    }

    CoolingPane& pane() { return find<CoolingPane>("coolingPane"); }
    DiagramView& view() { return find<DiagramView>("coolingView"); }
    void settle() {
        REQUIRE(QTest::qWaitFor([&] { return pane().isCurrent(); }, 20000));
    }
    const Symbol& firstOf(ItemKind kind) {
        for (const Symbol& each : view().content().symbols) {
            if (each.kind == kind) return each;
        }
        FAIL("no such symbol");
        return view().content().symbols.front();
    }
    std::size_t itemsOf(ItemKind kind) {
        std::size_t count = 0;
        for (const Symbol& each : view().content().symbols) {
            if (each.kind == kind) count += each.items.size();
        }
        return count;
    }
    QPoint pixelOf(const Symbol& each) { return view().toWidget(each.box.center()).toPoint(); }
    const cooling::PlantResult& plant() { return window.twin().latest()->cooling; }
};

}  // namespace

TEST_CASE("The Cooling tab draws every unit of the plant with the twin's figures") {
    CoolingBench bench;
    CHECK(bench.itemsOf(ItemKind::Chiller) == bench.plant().chillers.size());
    CHECK(bench.itemsOf(ItemKind::PumpSet) == bench.plant().pumps.size());
    CHECK(bench.itemsOf(ItemKind::Cooler) == 10);
    const Symbol& pump = bench.firstOf(ItemKind::PumpSet);
    const auto& units = bench.plant().pumps;
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const auto& each) { return each.id == pump.key(); });
    REQUIRE(unit != units.end());
    CHECK(pump.figures.contains(views::diagram::formatWaterFlow(unit->state.flow)));
    // Sources above pump sets above coolers.
    const Symbol& coolers = bench.firstOf(ItemKind::Cooler);
    CHECK(bench.firstOf(ItemKind::Chiller).box.bottom() < pump.box.top());
    CHECK(pump.box.bottom() < coolers.box.top());
    CHECK(coolers.isFolded());
}

TEST_CASE("Water's temperatures stand below what sends it down") {
    CoolingBench bench;
    REQUIRE_FALSE(bench.plant().loops.empty());
    for (const auto& loop : bench.plant().loops) {
        const QString supply = views::bridge::formatTemperature(loop.supply);
        const auto& notes = bench.view().content().notes;
        CHECK(std::any_of(notes.begin(), notes.end(), [&](const auto& note) {
            return note.tone == NoteTone::Supply && note.text == supply;
        }));
    }
    CHECK(bench.pane().list().text().contains(
        views::bridge::formatPower(bench.plant().loops.front().heat)));
}

TEST_CASE("A click on a unit selects its item everywhere, a double click finds it on the plan") {
    CoolingBench bench;
    const Symbol pump = bench.firstOf(ItemKind::PumpSet);
    QTest::mouseClick(&bench.view(), Qt::LeftButton, {}, bench.pixelOf(pump));
    CHECK(bench.window.selection().items() == std::set<ItemId>{pump.key()});
    QTest::mouseDClick(&bench.view(), Qt::LeftButton, {}, bench.pixelOf(pump));
    CHECK(bench.find<QTabWidget>("centreTabs").currentIndex() == 0);
}

TEST_CASE("A group of coolers opens and closes by its menu") {
    CoolingBench bench;
    const Symbol group = bench.firstOf(ItemKind::Cooler);
    REQUIRE(group.isFolded());
    const std::size_t before = bench.view().content().symbols.size();
    const auto choose = [&](const char* action) {
        const QPoint at = bench.pixelOf(bench.firstOf(ItemKind::Cooler));
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, bench.view().mapToGlobal(at));
        QApplication::sendEvent(&bench.view(), &event);
        auto* menu = bench.pane().findChild<QMenu*>("coolingMenu");
        REQUIRE(menu != nullptr);
        auto* wanted = menu->findChild<QAction*>(action);
        REQUIRE(wanted != nullptr);
        wanted->trigger();
        menu->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        bench.settle();
    };
    choose("menu.unfold");
    CHECK(bench.view().content().symbols.size() == before + group.items.size() - 1);
    choose("menu.fold");
    CHECK(bench.view().content().symbols.size() == before);
}

TEST_CASE("A loop that is picked in the list stands out, and nothing does after a click beside") {
    CoolingBench bench;
    bench.pane().pickLoop(0);
    const auto& loop = bench.plant().loops.front();
    for (const ItemId pump : loop.pumps)
        CHECK(bench.view().highlight().items.contains(pump));
    CHECK_FALSE(bench.view().highlight().cords.empty());
    QTest::mouseClick(&bench.view(), Qt::LeftButton, {}, QPoint(3, 3));
    CHECK(bench.view().highlight().isEmpty());
}

TEST_CASE("The cooling loops are written as SVG and PDF") {
    CoolingBench bench;
    const ScratchFolder folder;
    const QString svg = QString::fromStdString((folder / "cooling.svg").string());
    REQUIRE(bench.pane().write(svg));
    QSvgRenderer renderer(svg);
    REQUIRE(renderer.isValid());
    CHECK(renderer.viewBoxF().width() == Approx(bench.view().content().area.width()).margin(1.0));
    const QString pdf = QString::fromStdString((folder / "cooling.pdf").string());
    REQUIRE(bench.pane().write(pdf));
    QFile written(pdf);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.read(5) == "%PDF-");
}

TEST_CASE("A project without water says what to do instead of a picture") {
    WindowBench bench;
    bench.openExample("empty-hall.json");
    bench.trigger("tab.cooling");
    auto& pane = bench.find<CoolingPane>("coolingPane");
    REQUIRE(QTest::qWaitFor([&] { return pane.isCurrent(); }, 20000));
    CHECK(pane.view().content().symbols.empty());
    CHECK_FALSE(pane.list().isVisible());
    CHECK_FALSE(pane.write(QDir::temp().filePath("never-written.svg")));
}
