// SPDX-License-Identifier: GPL-3.0-or-later
// The Power tab by mouse and menu: what is clicked, tripped, followed and written.
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/bridge/format.h"
#include "views/diagram/diagram_pane.h"
#include "views/diagram/diagram_view.h"
#include "views/bridge/loading_scale.h"
#include "views/diagram/sankey_view.h"
#include "views/diagram/trace_list.h"
#include "views/floorplan/plan_view.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QSvgRenderer>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using views::diagram::DiagramPane;
using views::diagram::DiagramView;
using views::diagram::Symbol;
using views::diagram::SymbolState;

namespace {

/// The medium example with its Power tab to the front.
struct PowerBench : WindowBench {
    PowerBench() {
        openExample("medium-1000-gpu.json");
        trigger("tab.power");
        REQUIRE(QTest::qWaitFor(
            [&] { return pane().isCurrent() && !view().content().symbols.empty(); }, 20000));
    }

    DiagramPane& pane() { return find<DiagramPane>("diagramPane"); }
    DiagramView& view() { return find<DiagramView>("diagramView"); }

    const Symbol& symbol(const QString& title) {
        for (const Symbol& each : view().content().symbols) {
            if (each.title == title) return each;
        }
        FAIL("no symbol " << title.toStdString());
        return view().content().symbols.front();
    }
    const Symbol& firstOf(ItemKind kind) {
        for (const Symbol& each : view().content().symbols) {
            if (each.kind == kind) return each;
        }
        FAIL("no such symbol");
        return view().content().symbols.front();
    }
    std::vector<ItemId> elementsOf(ItemKind kind) {
        std::vector<ItemId> ids;
        for (const Symbol& each : view().content().symbols) {
            if (each.kind == kind && !each.isLoad) ids.push_back(each.key());
        }
        return ids;
    }
    QPoint pixelOf(const Symbol& each) { return view().toWidget(each.box.center()).toPoint(); }
    void click(const Symbol& each) {
        QTest::mouseClick(&view(), Qt::LeftButton, {}, pixelOf(each));
    }
    std::size_t darkRacks() {
        std::size_t dark = 0;
        for (const Symbol& each : view().content().symbols) {
            if (each.kind == ItemKind::Rack) dark += each.darkItems;
        }
        return dark;
    }
    QString bannerText() { return find<QLabel>("tripBanner.text").text(); }
    /// What is on trial is followed on a worker.
    void settle() {
        REQUIRE(QTest::qWaitFor([&] { return pane().isCurrent(); }, 20000));
    }
    void restore() {
        trigger("power.restore");
        settle();
    }
    void trip() {
        trigger("power.trip");
        settle();
    }
};

}  // namespace

TEST_CASE("The Power tab draws every element with the twin's figures") {
    PowerBench bench;
    const auto& chain = bench.window.twin().latest()->chain;
    std::size_t elements = 0;
    std::size_t loads = 0;
    for (const Symbol& each : bench.view().content().symbols) {
        elements += each.isLoad ? 0 : 1;
        loads += each.isLoad ? each.items.size() : 0;
    }
    CHECK(elements == chain.elements.size());
    CHECK(loads == chain.loads.size());
    const Symbol& ups = bench.firstOf(ItemKind::Ups);
    const auto* state = bench.window.twin().latest()->power.element(ups.key());
    REQUIRE(state != nullptr);
    CHECK(ups.figures.contains(views::bridge::formatPower(state->output)));
    CHECK(ups.loading == Approx(state->loading));
}

TEST_CASE("A click on a symbol selects its item everywhere, a double click finds it on the plan") {
    PowerBench bench;
    const Symbol& ups = bench.firstOf(ItemKind::Ups);
    const ItemId id = ups.key();
    bench.click(ups);
    CHECK(bench.window.selection().items() == std::set<ItemId>{id});
    QTest::mouseDClick(&bench.view(), Qt::LeftButton, {}, bench.pixelOf(ups));
    CHECK(bench.find<QTabWidget>("centreTabs").currentWidget()->objectName() == "planPane");
    CHECK(bench.window.selection().contains(id));
}

TEST_CASE("A group of racks selects them all, and opens into single symbols by its menu") {
    PowerBench bench;
    const Symbol& group = bench.firstOf(ItemKind::Rack);
    REQUIRE(group.isFolded());
    const std::vector<ItemId> items = group.items;
    const std::size_t before = bench.view().content().symbols.size();
    bench.click(group);
    CHECK(bench.window.selection().items().size() == items.size());
    QTimer::singleShot(100, [&] {
        auto* menu = bench.window.findChild<QMenu*>("diagramMenu");
        REQUIRE(menu != nullptr);
        auto* unfold = menu->findChild<QAction*>("menu.unfold");
        REQUIRE(unfold != nullptr);
        unfold->trigger();
        menu->close();
    });
    const QPoint at = bench.pixelOf(group);
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, at, bench.view().mapToGlobal(at));
    QApplication::sendEvent(&bench.view(), &wanted);
    CHECK(QTest::qWaitFor(
        [&] { return bench.view().content().symbols.size() == before + items.size() - 1; }, 5000));
}

TEST_CASE("In 2N a tripped UPS darkens nothing; both sides out darken racks, and Restore ends it") {
    PowerBench bench;
    const std::vector<ItemId> boards = bench.elementsOf(ItemKind::Pdu);
    REQUIRE(boards.size() >= 2);
    const QString ups = bench.firstOf(ItemKind::Ups).title;
    bench.window.selection().setItems({bench.firstOf(ItemKind::Ups).key()});
    bench.trip();
    CHECK(bench.find<QFrame>("tripBanner").isVisible());
    CHECK(bench.bannerText().contains(ups + " out"));
    CHECK(bench.bannerText().contains("0 racks dark"));
    CHECK(bench.darkRacks() == 0);
    CHECK(bench.firstOf(ItemKind::Ups).state == SymbolState::Tripped);

    bench.window.selection().setItems({boards.begin(), boards.end()});
    bench.trip();
    CHECK(bench.bannerText().contains(QString("%1 elements out").arg(boards.size() + 1)));
    std::size_t racks = 0;
    for (const Symbol& each : bench.view().content().symbols)
        racks += each.kind == ItemKind::Rack ? each.items.size() : 0;
    CHECK(bench.darkRacks() == racks);
    CHECK(bench.bannerText().contains(QString("%1 racks dark").arg(racks)));
    CHECK(!bench.window.session().isModified());
    // The plan veils what is dark and crosses out what was taken.
    const auto& outages = bench.find<views::floorplan::PlanView>("planView").marks().outages;
    const auto causes = static_cast<std::size_t>(std::count_if(
        outages.begin(), outages.end(), [](const auto& mark) { return mark.isCause; }));
    CHECK(causes == boards.size() + 1);
    CHECK(outages.size() - causes >= racks);

    QTest::mouseClick(&bench.find<QPushButton>("tripBanner.restore"), Qt::LeftButton);
    bench.settle();
    CHECK(!bench.find<QFrame>("tripBanner").isVisible());
    CHECK(bench.darkRacks() == 0);
    CHECK(bench.find<views::floorplan::PlanView>("planView").marks().outages.empty());
    CHECK(bench.firstOf(ItemKind::Ups).state == SymbolState::Live);
}

TEST_CASE("With both feeds out generators take over, and the banner says when and what was off") {
    PowerBench bench;
    const auto feeds = bench.elementsOf(ItemKind::UtilityFeed);
    const auto generators = bench.elementsOf(ItemKind::Generator);
    REQUIRE(feeds.size() == 2);
    REQUIRE(generators.size() == 2);
    bench.window.selection().setItems({feeds.begin(), feeds.end()});
    bench.trip();
    CHECK(bench.bannerText().contains("GRID-A, GRID-B out"));
    CHECK(bench.bannerText().contains("0 racks dark"));  // their UPS bridges the start
    CHECK(bench.bannerText().contains("runs after"));
    CHECK(bench.bannerText().contains("interrupted for up to"));  // machines behind no UPS
    CHECK(bench.firstOf(ItemKind::Generator).state == SymbolState::Live);
    CHECK(bench.firstOf(ItemKind::Transformer).state == SymbolState::Dark);
    CHECK(bench.firstOf(ItemKind::Battery).state == SymbolState::StandsBy);  // by then again
    bench.restore();
    CHECK(bench.firstOf(ItemKind::Generator).state == SymbolState::StandsBy);
}

TEST_CASE("Following one watt lights its way, and the list says what it costs") {
    PowerBench bench;
    bench.trigger("power.follow");  // nothing selected
    CHECK(bench.window.statusBar()->currentMessage().contains("Select a rack"));
    const ItemId rack = bench.firstOf(ItemKind::Rack).key();
    bench.window.selection().setItems({rack});
    bench.trigger("power.follow");
    const auto& highlight = bench.view().highlight();
    CHECK(highlight.items.contains(rack));
    CHECK(highlight.items.size() > 4);
    const auto& result = *bench.window.twin().latest();
    const auto trace = power::traceLoad(result.chain, result.power, rack);
    REQUIRE(trace);
    CHECK(trace->perWatt() > 1.0);
    const QString watts = views::bridge::formatNumber(trace->perWatt(), 4);
    CHECK(bench.find<QLabel>("trace.headline").text().contains(watts));
    QTest::mouseClick(&bench.find<QToolButton>("trace.close"), Qt::LeftButton);
    CHECK(bench.view().highlight().isEmpty());
}

TEST_CASE("The power flow closes to the twin's sources") {
    PowerBench bench;
    QTest::mouseClick(&bench.find<QToolButton>("power.flow"), Qt::LeftButton);
    auto& sankey = bench.find<views::diagram::SankeyView>("sankeyView");
    REQUIRE(sankey.isVisible());
    const auto& result = *bench.window.twin().latest();
    CHECK(sankey.content().facility().si() == Approx(result.kpis.facilityPower.si()));
    CHECK(std::abs(sankey.content().chain.residual() / result.power.sourceInput) < 1e-12);
    CHECK(views::diagram::sankeyBooks(sankey.content()).contains("residual"));
}

TEST_CASE("The wheel keeps the point under the cursor, F shows all again") {
    PowerBench bench;
    DiagramView& view = bench.view();
    const QPointF at(200, 150);
    const QPointF before = view.toDiagram(at);
    const double scale = view.scale();
    QWheelEvent wheel(at, view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&view, &wheel);
    CHECK(view.scale() > 1.2 * scale);
    CHECK(view.toDiagram(at).x() == Approx(before.x()).margin(0.01));
    CHECK(view.toDiagram(at).y() == Approx(before.y()).margin(0.01));
    bench.trigger("zoomFitAction");
    CHECK(view.scale() == Approx(scale));
}

TEST_CASE("File > Export power diagram writes an SVG that opens again") {
    PowerBench bench;
    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "power.svg").string());
    QTimer::singleShot(200, qApp, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        auto* name = dialog->findChild<QLineEdit*>("fileNameEdit");
        REQUIRE(name != nullptr);
        name->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    bench.trigger("exportDiagramAction");
    QSvgRenderer renderer(path);
    REQUIRE(renderer.isValid());
    CHECK(renderer.viewBoxF().width() == Approx(bench.view().content().area.width()).margin(1.0));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(bench.firstOf(ItemKind::Ups).title));

    const QString pdf = QString::fromStdString((folder / "power.pdf").string());
    REQUIRE(bench.pane().write(pdf));
    QFile written(pdf);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.read(5) == "%PDF-");
    CHECK_FALSE(bench.pane().write("power.bmp"));
}

TEST_CASE("Loading is told apart at 40, 80 and 100 percent") {
    using views::bridge::LoadingClass;
    using views::bridge::loadingClass;
    CHECK(loadingClass(0.40) == LoadingClass::Light);
    CHECK(loadingClass(0.41) == LoadingClass::Fair);
    CHECK(loadingClass(0.80) == LoadingClass::Fair);
    CHECK(loadingClass(0.81) == LoadingClass::High);
    CHECK(loadingClass(1.00) == LoadingClass::High);
    CHECK(loadingClass(1.001) == LoadingClass::Over);
}
