// SPDX-License-Identifier: GPL-3.0-or-later
// The diagram of the Network tab by mouse and keys.
#include "model/network/names.h"
#include "tests/gui/shell/window_bench.h"
#include "views/network/fabric_diagram_page.h"
#include "views/network/fabric_diagram_view.h"
#include "views/network/floating_card.h"

#include <QLabel>
#include <QMenu>
#include <QSvgRenderer>
#include <QTabWidget>
#include <QTemporaryDir>
#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using network::DiagramNode;
using network::GroupKind;
using views::network::FabricDiagramPage;
using views::network::FabricDiagramView;
using views::network::FloatingCard;

namespace {

/// The medium example, a rail-optimised fabric of four units and 16 spines, in the Network tab.
struct FabricBench : WindowBench {
    FabricBench() {
        openExample("medium-1000-gpu.json");
        trigger("tab.network");
        settle();
        REQUIRE(view().picture() != nullptr);
    }

    FabricDiagramPage& page() { return find<FabricDiagramPage>("fabricDiagramPage"); }
    FabricDiagramView& view() { return find<FabricDiagramView>("fabricView"); }
    void settle() {
        REQUIRE(QTest::qWaitFor([&] { return page().isCurrent(); }, 60000));
        QApplication::processEvents();
    }
    const network::TierDiagram& diagram() { return view().picture()->diagram; }
    std::size_t nodesOf(int tier) {
        return static_cast<std::size_t>(std::ranges::count(
            diagram().nodes, tier, [](const DiagramNode& node) { return int{node.tier}; }));
    }
    std::uint32_t nodeTitled(const QString& title, int tier) {
        for (std::uint32_t n = 0; n < diagram().nodes.size(); ++n)
            if (view().picture()->texts[n].title == title && diagram().nodes[n].tier == tier)
                return n;
        FAIL("no node " << title.toStdString());
        return 0;
    }
    QPoint pixelOf(std::uint32_t node) {
        return view().toWidget(view().picture()->boxOf(node).center()).toPoint();
    }
    void click(std::uint32_t node, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(&view(), Qt::LeftButton, modifiers, pixelOf(node));
    }
    void doubleClick(std::uint32_t node) {
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, pixelOf(node));
        settle();
    }
    void move(const QPoint& at, Qt::MouseButtons buttons = {}) {
        QMouseEvent event(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, buttons, {});
        QApplication::sendEvent(&view(), &event);
        QApplication::processEvents();
    }
    QString waysCard() { return find<FloatingCard>("waysCard").text(); }
    QString lossCard() { return find<FloatingCard>("lossCard").text(); }
    QAction* menuAction(const QPoint& at, const QString& start) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
        QApplication::sendEvent(&view(), &event);
        auto* menu = page().findChild<QMenu*>("fabricMenu");
        REQUIRE(menu != nullptr);
        for (QAction* action : menu->actions())
            if (action->text().startsWith(start)) return action;
        FAIL("no action " << start.toStdString());
        return nullptr;
    }
    void choose(std::uint32_t node, const QString& start) {
        QAction* action = menuAction(pixelOf(node), start);
        action->trigger();
        qobject_cast<QMenu*>(action->parent())->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

}  // namespace

TEST_CASE("the Network tab opens with units folded, spines one by one and the load of all-reduce") {
    FabricBench bench;
    CHECK(bench.nodesOf(0) == 4);
    CHECK(bench.nodesOf(1) == 4);
    CHECK(bench.nodesOf(2) == 16);
    const auto& load = bench.view().picture()->load;
    CHECK(std::ranges::any_of(load.edges, [](const auto& edge) { return edge.most > 0.5; }));
    CHECK(bench.find<QLabel>("fabric.bottleneck").text().contains("Bottleneck"));
    CHECK(bench.view().accessibleName() == "Network diagram");
}

TEST_CASE("a double click opens a unit to leaves and racks, a rack to servers, and closes them") {
    FabricBench bench;
    bench.doubleClick(bench.nodeTitled("Unit 2", 1));
    CHECK(bench.nodesOf(1) == 3 + 8);
    const std::size_t withRacks = bench.nodesOf(0);
    CHECK(withRacks > 3 + 8);
    REQUIRE(bench.diagram().frames.size() == 1);
    const auto rack = std::ranges::find_if(bench.diagram().nodes, [&](const DiagramNode& node) {
        return bench.view().picture()->groups->groups[node.group].key.kind == GroupKind::Racks;
    });
    const auto at = static_cast<std::uint32_t>(rack - bench.diagram().nodes.begin());
    const std::size_t servers = rack->count;
    bench.doubleClick(at);
    CHECK(bench.nodesOf(0) == withRacks - 1 + servers);
    const network::DrawingBox& frame = bench.diagram().frames[0].box;
    QTest::mouseClick(&bench.view(), Qt::LeftButton, {},
                      bench.view().toWidget(QPointF(frame.x + 30.0, frame.y + 12.0)).toPoint());
    bench.settle();
    CHECK(bench.nodesOf(1) == 4);
    CHECK(bench.diagram().frames.empty());
}

TEST_CASE("arrows go from node to node, Enter opens and Delete cuts and restores") {
    FabricBench bench;
    bench.view().setFocus();
    bench.click(bench.nodeTitled("spine-3", 2));
    QTest::keyClick(&bench.view(), Qt::Key_Right);
    CHECK(bench.view().pickedNode() == bench.nodeTitled("spine-4", 2));
    QTest::keyClick(&bench.view(), Qt::Key_Delete);
    CHECK(bench.window.session().project().items.size() > 0);
    bench.settle();
    CHECK(bench.view().picture()->load.nodes[bench.nodeTitled("spine-4", 2)].dead == 1);
    CHECK(bench.lossCard().contains("1 device cut"));
    CHECK(bench.lossCard().contains("bisection"));
    QTest::keyClick(&bench.view(), Qt::Key_Delete);
    bench.settle();
    CHECK(bench.view().picture()->load.nodes[bench.nodeTitled("spine-4", 2)].dead == 0);
    CHECK(bench.lossCard().isEmpty());
    QTest::keyClick(&bench.view(), Qt::Key_Down);
    CHECK(bench.diagram().nodes[*bench.view().pickedNode()].tier == 1);
    QTest::keyClick(&bench.view(), Qt::Key_Return);
    bench.settle();
    CHECK(bench.nodesOf(1) == 3 + 8);
}

TEST_CASE("Delete in the diagram leaves what is selected on the plan alone") {
    FabricBench bench;
    const std::size_t items = bench.window.session().project().items.size();
    bench.view().setFocus();
    bench.click(bench.nodeTitled("spine-1", 2));
    REQUIRE_FALSE(bench.window.selection().items().empty());
    QTest::keyClick(&bench.view(), Qt::Key_Delete);
    bench.settle();
    CHECK(bench.window.session().project().items.size() == items);
}

TEST_CASE("two nodes with Shift light the equal ways between them and say what they carry") {
    FabricBench bench;
    bench.click(bench.nodeTitled("Unit 1", 0));
    bench.click(bench.nodeTitled("Unit 4", 0), Qt::ShiftModifier);
    bench.settle();
    CHECK(bench.waysCard().contains("4 hops"));
    CHECK(bench.waysCard().contains("equal ways"));
    CHECK(bench.waysCard().contains("3.2"));  // Tb/s: eight ports of 400 Gb/s
    CHECK(bench.waysCard().contains("bottleneck"));
    CHECK(bench.waysCard().contains("cable"));
    const auto& lit = bench.view().lit();
    CHECK(lit.nodes.size() == 4 + 16);
    double up = 0.0;
    for (const auto& [edge, share] : lit.edges)
        if (bench.diagram().edges[edge].a == bench.nodeTitled("Unit 1", 1)) up += share;
    CHECK(up == Approx(1.0));
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    CHECK(bench.view().lit().isEmpty());
    CHECK(bench.waysCard().isEmpty());
}

TEST_CASE("from a chosen end the pointer shows the ways to what it points at") {
    FabricBench bench;
    bench.choose(bench.nodeTitled("Unit 1", 0), "Path from here");
    CHECK(bench.waysCard().contains("…"));
    bench.move(bench.pixelOf(bench.nodeTitled("spine-5", 2)));
    bench.settle();
    CHECK(bench.waysCard().contains("2 hops"));
    bench.move(bench.pixelOf(bench.nodeTitled("Unit 3", 0)));
    bench.settle();
    CHECK(bench.waysCard().contains("4 hops"));
    bench.click(bench.nodeTitled("Unit 3", 0));
    bench.move({3, 3});
    bench.settle();
    CHECK(bench.waysCard().contains("4 hops"));
}

TEST_CASE("a click selects the racks of a node everywhere, and the menu finds them on the plan") {
    FabricBench bench;
    const std::uint32_t hosts = bench.nodeTitled("Unit 1", 0);
    bench.click(hosts);
    const auto& racks = bench.view().picture()->racks[hosts];
    CHECK(bench.window.selection().items() == std::set<ItemId>(racks.begin(), racks.end()));
    bench.choose(hosts, "Show racks");
    CHECK(bench.find<QTabWidget>("centreTabs").currentIndex() == 0);
}

TEST_CASE("dragging moves the diagram and a new load leaves its places alone") {
    FabricBench bench;
    const std::uint32_t node = bench.nodeTitled("spine-8", 2);
    const QPoint before = bench.pixelOf(node);
    const QPoint start(700, 300);
    QTest::mousePress(&bench.view(), Qt::LeftButton, {}, start);
    bench.move(start + QPoint(40, 20), Qt::LeftButton);
    bench.move(start + QPoint(-60, 30), Qt::LeftButton);
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, start + QPoint(-60, 30));
    const QPoint moved = bench.pixelOf(node);
    CHECK((moved - before - QPoint(-60, 30)).manhattanLength() <= 2);
    bench.click(node);
    QTest::keyClick(&bench.view(), Qt::Key_Delete);
    bench.settle();
    CHECK(bench.pixelOf(node) == moved);
}

TEST_CASE("the diagram is written as SVG") {
    FabricBench bench;
    QTemporaryDir folder;
    const QString path = folder.filePath("fabric.svg");
    REQUIRE(bench.page().write(path));
    CHECK(QSvgRenderer(path).isValid());
    CHECK_FALSE(bench.page().write(folder.filePath("fabric.txt")));
}
