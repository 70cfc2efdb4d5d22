// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/network/page_bench.h"
#include "tests/support/paths.h"
#include "views/network/elevation_view.h"
#include "views/network/racks_page.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QContextMenuEvent>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QSvgRenderer>
#include <QTableView>
#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using views::diagram::DrawnRack;
using views::diagram::RackPart;
using views::diagram::RackPartKind;
using views::network::ElevationView;
using views::network::RackModel;
using views::network::RacksPage;

namespace {

struct Bench : PageBench {
    explicit Bench(Start start = Start::WithFabric) : PageBench(start), page(context, study) {
        show(page);
        wait();
    }
    void wait() {
        settle();
        REQUIRE(QTest::qWaitFor([&] { return page.isCurrent(); }, 20000));
        QApplication::processEvents();
    }

    QTableView& table() { return find<QTableView>(page, "racks.table"); }
    ElevationView& view() { return find<ElevationView>(page, "elevationView"); }
    QString cell(int row, int column) {
        return table().model()->index(row, column).data().toString();
    }
    int rowOf(const char* rack) {
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (cell(row, RackModel::RackColumn) == QLatin1String(rack)) return row;
        return -1;
    }
    ItemId idOf(const char* rack) {
        for (const Item& item : session.project().items)
            if (item.label == rack) return item.id;
        return {};
    }
    void pick(const char* rack) {
        table().selectRow(rowOf(rack));
        QApplication::processEvents();
    }
    const RackPart& part(std::size_t rack, RackPartKind kind) {
        const auto& parts = view().racks().at(rack).parts;
        const auto at = std::ranges::find(parts, kind, &RackPart::kind);
        REQUIRE(at != parts.end());
        return *at;
    }
    /// The menu of a part, opened with the right button on it.
    QMenu& menuOf(const RackPart& wanted) {
        const QPoint at = view().boxOf(0, wanted).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
        QApplication::sendEvent(&view(), &event);
        return find<QMenu>(page, "racksMenu");
    }

    RacksPage page;
};

}  // namespace

TEST_CASE("Every rack is listed with its free units, and examples are drawn at first") {
    Bench bench;
    const QAbstractItemModelTester tester(bench.table().model());
    REQUIRE(bench.table().model()->rowCount() == 5);
    const int cabinet = bench.rowOf("NET");
    REQUIRE(cabinet >= 0);
    REQUIRE(bench.view().racks().size() == 2);
    const DrawnRack& shown = bench.view().racks().front();
    CHECK(shown.rack == bench.idOf("NET"));
    CHECK(bench.view().racks().back().label == "N1");
    CHECK(shown.switches > 0);
    CHECK(bench.cell(cabinet, RackModel::FreeColumn) ==
          QStringLiteral("%1 / 42").arg(40 - shown.switches));
    CHECK(bench.cell(bench.rowOf("N1"), RackModel::FreeColumn) == "6 / 42");
    CHECK(PageBench::find<QLabel>(bench.page, "racks.note").text().contains("nothing is selected"));
}

TEST_CASE("The parts of an elevation fill its units from the foot up without gaps") {
    Bench bench;
    bench.selection.setItems({bench.idOf("N1"), bench.idOf("NET")});
    REQUIRE(bench.view().racks().size() == 2);
    for (const DrawnRack& rack : bench.view().racks()) {
        int unit = 1;
        for (const RackPart& part : rack.parts) {
            CHECK(part.bottom == unit);
            unit += part.units;
        }
        CHECK(unit == rack.units + 1);
    }
    const RackPart& server = bench.part(0, RackPartKind::Server);
    CHECK(server.cables == 4);
    CHECK(server.device == "N1 node 1");
    const RackPart& leaf = bench.part(1, RackPartKind::Switch);
    CHECK(leaf.ports == 16);
    CHECK(static_cast<int>(std::ranges::count(leaf.usedPorts, true)) == leaf.cables);
    CHECK(views::diagram::tipOf(leaf).join("\n").contains(
        QStringLiteral("%1 of 16 ports").arg(leaf.cables)));
}

TEST_CASE("The list and the selection of all views follow each other") {
    Bench bench;
    bench.pick("N2");
    CHECK(bench.selection.items() == std::set<ItemId>{bench.idOf("N2")});
    REQUIRE(bench.view().racks().size() == 1);
    CHECK(bench.view().racks().front().label == "N2");
    bench.selection.setItems({bench.idOf("N3"), bench.idOf("N4")});
    const auto rows = bench.table().selectionModel()->selectedRows();
    REQUIRE(rows.size() == 2);
    CHECK(rows.front().data().toString() == "N3");
    CHECK(bench.view().racks().size() == 2);
    bench.selection.clear();
    CHECK(bench.table().selectionModel()->selectedRows().empty());
}

TEST_CASE("The filter finds racks by their own names and by those of their switches") {
    Bench bench;
    auto& filter = PageBench::find<QLineEdit>(bench.page, "racks.filter");
    PageBench::type(filter, "n3");
    CHECK(bench.table().model()->rowCount() == 1);
    filter.clear();
    PageBench::type(filter, "leaf-1.1 fabric");
    REQUIRE(bench.table().model()->rowCount() == 1);
    CHECK(bench.cell(0, RackModel::RackColumn) == "NET");
    filter.clear();
    PageBench::type(filter, "nothing");
    CHECK(bench.table().model()->rowCount() == 0);
    filter.clear();
    bench.table().sortByColumn(RackModel::FreeColumn, Qt::DescendingOrder);
    CHECK(bench.cell(0, RackModel::RackColumn) == "NET");
}

TEST_CASE("A switch is cut on trial from its elevation, shown cut, and restored") {
    Bench bench;
    bench.pick("NET");
    const RackPart leaf = bench.part(0, RackPartKind::Switch);
    REQUIRE_FALSE(leaf.isCut);
    QMenu& menu = bench.menuOf(leaf);
    PageBench::find<QAction>(menu, "menu.cut").trigger();
    menu.close();
    CHECK(bench.study.question().losses == std::vector<std::string>{leaf.device});
    bench.wait();
    REQUIRE(QTest::qWaitFor([&] { return bench.part(0, RackPartKind::Switch).isCut; }, 5000));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QMenu& again = bench.menuOf(bench.part(0, RackPartKind::Switch));
    CHECK(PageBench::find<QAction>(again, "menu.cut").text().startsWith("Restore"));
    PageBench::find<QAction>(again, "menu.cut").trigger();
    CHECK(bench.study.question().losses.empty());
    CHECK(bench.session.undoText().isEmpty());
}

TEST_CASE("The traffic's load is told for each switch and for the rack") {
    Bench bench;
    bench.pick("NET");
    REQUIRE(QTest::qWaitFor([&] { return bench.view().racks().front().load.has_value(); }, 20000));
    const DrawnRack& rack = bench.view().racks().front();
    CHECK(*rack.load > 0.0);
    double fullest = 0.0;
    for (const RackPart& part : rack.parts)
        fullest = std::max(fullest, part.load.value_or(0.0));
    CHECK(*rack.load == fullest);
    CHECK(bench.cell(bench.rowOf("NET"), RackModel::LoadColumn) != QStringLiteral("–"));
}

TEST_CASE("Arrow keys walk over the parts and tell them to readers of the screen") {
    Bench bench;
    bench.pick("N1");
    bench.view().setFocus();
    CHECK(bench.view().marked() == nullptr);
    QTest::keyClick(&bench.view(), Qt::Key_Up);
    REQUIRE(bench.view().marked() != nullptr);
    CHECK(bench.view().marked()->name == "server 1");
    QTest::keyClick(&bench.view(), Qt::Key_Up);
    CHECK(bench.view().marked()->name == "server 2");
    CHECK(bench.view().accessibleDescription().contains("N1: server 2"));
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    CHECK(bench.view().marked() == nullptr);
    QTest::mouseClick(&bench.view(), Qt::LeftButton, {},
                      bench.view().boxOf(0, bench.part(0, RackPartKind::Free)).center().toPoint());
    REQUIRE(bench.view().marked() != nullptr);
    CHECK(bench.view().marked()->kind == RackPartKind::Free);
}

TEST_CASE("Switches have the colour of their fabric, on either theme") {
    Bench bench;
    bench.pick("NET");
    const QRgb colour = bench.theme.seriesColor(0).rgb();
    for (const auto mode : {views::bridge::ThemeMode::Light, views::bridge::ThemeMode::Dark}) {
        bench.theme.apply(*qApp, mode);
        const QImage image = bench.view().grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == colour ? 1 : 0;
        CHECK(count > 500);
    }
    bench.theme.apply(*qApp, views::bridge::ThemeMode::Light);
}

TEST_CASE("Elevations are written as vector graphics, and other endings are refused") {
    Bench bench;
    bench.pick("N1");
    const ScratchFolder folder;
    const auto path = [&](const char* name) {
        return QString::fromStdString((folder / name).string());
    };
    REQUIRE(bench.page.write(path("rack.svg")));
    QSvgRenderer picture(path("rack.svg"));
    CHECK(picture.isValid());
    CHECK(picture.viewBoxF().height() > 42 * 14.0);
    REQUIRE(bench.page.write(path("rack.pdf")));
    QFile pdf(path("rack.pdf"));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    const auto other = bench.page.write(path("rack.bmp"));
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::Unsupported);
}

TEST_CASE("Racks of a project without a fabric show their servers, and no racks say what to do") {
    Bench bench(PageBench::Start::Empty);
    REQUIRE(bench.table().model()->rowCount() == 5);
    bench.pick("N1");
    REQUIRE(bench.view().racks().size() == 1);
    CHECK(bench.part(0, RackPartKind::Server).cables == 0);
    CHECK(bench.part(0, RackPartKind::Server).device.empty());
    bench.session.newProject(Project{});
    bench.wait();
    CHECK(PageBench::find<QLabel>(bench.page, "racks.empty").isVisible());
}
