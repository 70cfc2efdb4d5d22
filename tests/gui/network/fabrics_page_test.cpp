// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/network/page_bench.h"
#include "views/network/device_name_model.h"
#include "views/network/fabric_fix.h"
#include "views/network/fabrics_page.h"

#include <QAction>
#include <QMenu>
#include <QTabWidget>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views;
namespace pages = halltwin::views::network;
using pages::FabricsPage;
using pages::PlainTable;

namespace {

struct Bench : PageBench {
    explicit Bench(Start start = Start::WithFabric) : PageBench(start), page(context, study) {
        show(page);
    }

    PlainTable& list() { return find<PlainTable>(page, "fabrics.list"); }
    void openChanges() {
        page.showChanges();
        QApplication::processEvents();
    }
    void choose(const char* box, const QString& text) {
        PageBench::choose(find<QComboBox>(page, box), text);
    }
    void type(const char* edit, const char* text) {
        PageBench::type(find<QLineEdit>(page, edit), text);
    }
    void make() { click(find<QPushButton>(page, "change.make")); }
    QString label(const char* name) { return find<QLabel>(page, name).text(); }

    FabricsPage page;
};

QString all(PlainTable& table) {
    QStringList lines;
    for (int row = 0; row < table.rowCount(); ++row)
        lines << table.text(row, 0) + u' ' + table.text(row, 1);
    return lines.join(u'\n');
}

}  // namespace

TEST_CASE("A fabric is added with figures that suit the ports, and undone") {
    Bench bench(PageBench::Start::Empty);
    CHECK(bench.find<QLabel>(bench.page, "fabrics.emptiness").isVisible());
    auto* action = bench.page.findChild<QAction*>("fabrics.add.0");
    REQUIRE(action != nullptr);
    action->trigger();
    bench.settle();
    REQUIRE(bench.session.project().fabrics.size() == 1);
    CHECK(bench.fabric().leafSwitch == "test.wide-switch");
    REQUIRE(bench.list().rowCount() == 1);
    CHECK(bench.list().text(0, 0) == "Compute fabric");
    CHECK(bench.list().text(0, 3) == "16");
    CHECK(bench.list().text(0, 4).toInt() > 0);
    CHECK_FALSE(bench.find<QLabel>(bench.page, "fabrics.emptiness").isVisible());
    bench.session.undo();
    CHECK(bench.list().rowCount() == 0);
}

TEST_CASE("Only the figures of the topology are there, and a new topology is one undo step") {
    Bench bench;
    CHECK(bench.page.findChild<QWidget*>("fabric.unit_nodes") != nullptr);
    CHECK(bench.page.findChild<QWidget*>("fabric.torus_x") == nullptr);
    bench.choose("fabric.topology", "torus");
    CHECK(bench.fabric().topology == Topology::Torus);
    CHECK(bench.page.findChild<QWidget*>("fabric.torus_x") != nullptr);
    CHECK_FALSE(bench.find<QComboBox>(bench.page, "fabric.leaf_switch").isVisible());
    CHECK(bench.session.undoText().contains("Fabric 1"));
    bench.session.undo();
    CHECK(bench.fabric().topology == Topology::RailOptimised);
    CHECK(bench.page.findChild<QWidget*>("fabric.unit_nodes") != nullptr);
}

TEST_CASE("A figure out of its range is refused at its field") {
    Bench bench;
    auto& edit = bench.find<inspector::NumberEdit>(bench.page, "fabric.oversubscription");
    PageBench::type(edit, "500");
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.property("invalid").toBool());
    CHECK(bench.fabric().oversubscription == 1.0);
    PageBench::type(edit, "2");
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(bench.fabric().oversubscription == 2.0);
}

TEST_CASE("A switch that does not suit is marked, and the fix puts one that does") {
    Bench bench;
    bench.choose("fabric.leaf_switch", "test.slow-switch");
    bench.settle();
    auto& leaf = bench.find<QComboBox>(bench.page, "fabric.leaf_switch");
    CHECK(leaf.property("invalid").toBool());
    bench.click(bench.find<QPushButton>(bench.page, "fabric.fix"));
    CHECK(bench.fabric().leafSwitch == "test.wide-switch");
    bench.settle();
    CHECK_FALSE(leaf.property("invalid").toBool());
}

TEST_CASE("A cable is removed by hand by its name and stands in the difference") {
    Bench bench;
    bench.openChanges();
    bench.choose("change.kind", "Remove cable");
    bench.type("change.first", "leaf-1.1:1");
    bench.make();
    REQUIRE(bench.session.project().fabricEdits.size() == 1);
    bench.settle();
    auto& changes = bench.find<PlainTable>(bench.page, "changes.list");
    REQUIRE(changes.rowCount() == 1);
    CHECK(changes.text(0, 1) == "leaf-1.1:1");
    CHECK(changes.text(0, 3) == "made");
    auto& difference = bench.find<PlainTable>(bench.page, "changes.difference");
    CHECK(all(difference).contains("leaf-1.1:1"));
    CHECK(difference.text(0, 0) == QStringLiteral("−"));
    CHECK(bench.label("changes.summary").contains("1 removed"));
    bench.session.undo();
    bench.settle();
    CHECK(difference.rowCount() == 0);
}

TEST_CASE("Switches are added and moved by hand, and each change can be taken back") {
    Bench bench;
    bench.openChanges();
    for (const char* name : {"spine-9", "spine-10"}) {
        bench.choose("change.kind", "Add switch");
        bench.type("change.first", name);
        bench.type("change.rack", "NET");
        bench.make();
        bench.settle();
    }
    bench.choose("change.kind", "Add cable");
    bench.type("change.first", "spine-9");
    bench.type("change.second", "spine-10");
    bench.make();
    bench.settle();
    bench.choose("change.kind", "Move switch");
    bench.type("change.first", "spine-1");
    bench.type("change.rack", "NET");
    bench.make();
    bench.settle();
    INFO(bench.label("change.problem").toStdString());
    REQUIRE(bench.session.project().fabricEdits.size() == 4);
    auto& difference = bench.find<PlainTable>(bench.page, "changes.difference");
    CHECK(all(difference).contains("+ spine-9"));
    CHECK(all(difference).contains("~ spine-1"));
    CHECK(bench.label("changes.summary").contains("3 added, 0 removed, 1 moved"));
    auto& changes = bench.find<PlainTable>(bench.page, "changes.list");
    changes.setCurrentRow(0);
    bench.click(bench.find<QPushButton>(bench.page, "changes.takeBack"));
    bench.settle();
    REQUIRE(changes.rowCount() == 3);
    // The cable to the switch that is gone cannot be made any more and says so.
    CHECK(changes.text(1, 3).contains("spine-9"));
}

TEST_CASE("A cable to a switch without a free port is refused") {
    Bench bench;
    bench.openChanges();
    bench.choose("change.kind", "Add cable");
    bench.type("change.first", "spine-1");
    bench.type("change.second", "spine-2");
    bench.make();
    CHECK(bench.session.project().fabricEdits.empty());
    CHECK(bench.label("change.problem").contains("no free port"));
}

TEST_CASE("A change that cannot be made is refused with its reason") {
    Bench bench;
    bench.openChanges();
    bench.choose("change.kind", "Remove switch");
    bench.type("change.first", "spine-77");
    bench.make();
    CHECK(bench.session.project().fabricEdits.empty());
    CHECK(bench.label("change.problem").contains("spine-77"));
    bench.choose("change.kind", "Move switch");
    bench.type("change.first", "leaf-1.1");
    bench.make();
    CHECK(bench.label("change.problem").contains("rack"));
    CHECK(bench.session.project().fabricEdits.empty());
}

TEST_CASE("A fabric is copied with its changes by hand in one undo step") {
    Bench bench;
    bench.session.apply(edit::AddFabricEdits{
        {{{}, FabricId{1}, FabricEditKind::RemoveLink, "leaf-1.1:1", {}, {}, {}, {}}}});
    bench.settle();
    bench.click(bench.find<QPushButton>(bench.page, "fabrics.duplicate"));
    CHECK(bench.session.project().fabrics.size() == 2);
    CHECK(bench.session.project().fabricEdits.size() == 2);
    CHECK(bench.study.fabric() == FabricId{2});
    bench.session.undo();
    CHECK(bench.session.project().fabrics.size() == 1);
    CHECK(bench.session.project().fabricEdits.size() == 1);
    bench.click(bench.find<QPushButton>(bench.page, "fabrics.remove"));
    CHECK(bench.session.project().fabrics.empty());
    CHECK(bench.session.project().fabricEdits.empty());
}

TEST_CASE("Names are offered switches first, and after a colon the ports with what is in them") {
    Bench bench;
    pages::DeviceNameModel model;
    model.setFabric(bench.feed.latest()->network, 0);
    CHECK(model.rowCount() > 16);
    CHECK(model.index(0).data().toString() == "leaf-1.1");
    model.setTyped("leaf-1.1:");
    REQUIRE(model.rowCount() == 16);
    CHECK(model.index(0).data(Qt::EditRole).toString() == "leaf-1.1:1");
    CHECK(model.index(0).data().toString().contains("N1 node 1:1"));
    model.setTyped("leaf");
    model.setOffered(pages::OfferedDevices::Switches);
    const int switches = model.rowCount();
    CHECK(model.index(switches - 1).data().toString().startsWith("spine"));
}
