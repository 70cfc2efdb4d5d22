// SPDX-License-Identifier: GPL-3.0-or-later
// One designer's session from end to end, in the real window, by mouse and commands.
#include "model/exchange/project_json.h"
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/report/report.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

const Item& firstRack(const views::bridge::ProjectSession& session) {
    for (const Item& item : session.project().items) {
        const CatalogEntry* entry = session.catalog().find(item.catalogKey);
        if (entry != nullptr && entry->kind == ItemKind::Rack) return item;
    }
    FAIL("the example has no rack");
    std::abort();
}

/// Prints what the window shows and looks at the file.
void printAndCheck(WindowBench& bench, const std::filesystem::path& file) {
    const QString path = QString::fromStdString(file.string());
    const auto& twin = bench.window.twin();
    const views::report::ReportInput input{
        *twin.latestProject(),       bench.window.session().catalog(), *twin.latest(), {}, "0",
        QDateTime::currentDateTime()};
    const auto pages = views::report::writePdf(input, {}, path);
    REQUIRE(pages);
    CHECK(*pages >= 2);
    QFile written(path);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.read(5) == "%PDF-");
}

}  // namespace

TEST_CASE("A rack is dragged by 1.2 m, figures and heat follow, undo returns to the bit, save and "
          "reopen agree") {
    WindowBench bench;
    auto& session = bench.window.session();
    bench.openExample("classroom-two-rows.json");
    const Project before = session.project();
    const QString pueBefore = bench.figure("kpi.pue");
    const QString inletBefore = bench.figure("kpi.maxInlet");
    CHECK(pueBefore.toDouble() > 1.0);
    const auto resultBefore = bench.window.twin().latest();
    const QImage heatBefore = bench.plan().viewport()->grab().toImage();

    const Item rack = firstRack(session);
    const Point from = bench.centreOf(rack);
    bench.drag(from, {from.x - metres(1.2), from.y});
    bench.waitForResult();
    const Item& moved = *session.project().items.find(rack.id);
    CHECK((rack.position.x - moved.position.x).in(metres) == Approx(1.2).margin(1e-9));
    CHECK(moved.position.y == rack.position.y);
    const auto resultAfter = bench.window.twin().latest();
    CHECK(resultAfter->rooms.front().air.temperatureC !=
          resultBefore->rooms.front().air.temperatureC);
    CHECK(bench.figure("kpi.maxInlet") != inletBefore);
    CHECK(bench.plan().viewport()->grab().toImage() != heatBefore);
    const Project after = session.project();

    bench.trigger("undoAction");
    CHECK(exchange::toJson(session.project()) == exchange::toJson(before));
    bench.waitForResult();
    CHECK(bench.figure("kpi.pue") == pueBefore);
    CHECK(bench.window.twin().latest()->rooms.front().air.temperatureC ==
          resultBefore->rooms.front().air.temperatureC);
    bench.trigger("redoAction");
    CHECK(session.project() == after);

    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "session.halltwin").string());
    QSignalSpy saved(&session, &views::bridge::ProjectSession::saved);
    session.saveAs(path);
    REQUIRE(saved.wait(20000));
    CHECK(!bench.window.isWindowModified());

    WindowBench second;
    second.window.openFile(path);
    REQUIRE(QTest::qWaitFor([&] { return second.window.session().filePath() == path; }, 20000));
    CHECK(second.window.session().project() == after);
    second.waitForResult();
    CHECK(second.window.twin().latest()->kpis == bench.window.twin().latest()->kpis);
}

TEST_CASE("In the hall of 1,000 GPUs a rack leaves its contained aisle: heat, PUE, cost and carbon "
          "change, and undo brings all back") {
    WindowBench bench;
    bench.openExample("medium-1000-gpu.json");
    auto& session = bench.window.session();
    const Project before = session.project();
    const auto resultBefore = bench.window.twin().latest();
    const QString costBefore = bench.figure("kpi.cost");
    const QImage heatBefore = bench.plan().viewport()->grab().toImage();

    const Item rack = *before.items.find(itemLabelled(before, "R-B05"));
    const Point from = bench.centreOf(rack);
    bench.drag(from, {from.x, from.y + metres(1.2)});
    bench.waitForResult();
    const Item& moved = *session.project().items.find(rack.id);
    CHECK((moved.position.y - rack.position.y).in(metres) == Approx(1.2).margin(1e-9));
    const auto resultAfter = bench.window.twin().latest();
    CHECK(resultAfter->kpis.maxInlet->in(celsius) > resultBefore->kpis.maxInlet->in(celsius) + 3.0);
    CHECK(resultAfter->kpis.pue != resultBefore->kpis.pue);
    CHECK(resultAfter->kpis.operatingCost > resultBefore->kpis.operatingCost);
    CHECK(resultAfter->kpis.carbon > resultBefore->kpis.carbon);
    CHECK(resultAfter->books.worst() <= 1e-6);
    CHECK(bench.figure("kpi.cost") != costBefore);
    CHECK(bench.plan().viewport()->grab().toImage() != heatBefore);

    bench.trigger("undoAction");
    bench.waitForResult();
    const auto resultUndone = bench.window.twin().latest();
    CHECK(session.project() == before);
    CHECK(resultUndone->kpis == resultBefore->kpis);
    CHECK(resultUndone->rooms.front().air.temperatureC ==
          resultBefore->rooms.front().air.temperatureC);
    CHECK(bench.figure("kpi.cost") == costBefore);

    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "hall.halltwin").string());
    QSignalSpy saved(&session, &views::bridge::ProjectSession::saved);
    bench.trigger("redoAction");
    session.saveAs(path);
    REQUIRE(saved.wait(20000));
    WindowBench second;
    second.window.openFile(path);
    REQUIRE(QTest::qWaitFor([&] { return second.window.session().filePath() == path; }, 20000));
    second.waitForResult();
    CHECK(second.window.session().project() == session.project());
    CHECK(second.window.twin().latest()->kpis == resultAfter->kpis);
    printAndCheck(second, folder / "hall.pdf");
}

TEST_CASE("The window shows the figures that the command line prints for the same file") {
    WindowBench bench;
    bench.openExample("medium-1000-gpu.json");
    QProcess cli;
    const auto file = (examplesDirectory() / "medium-1000-gpu.json").string();
    cli.start(QString::fromStdString(buildPath("app/cli/halltwin-cli").string()),
              {"run", QString::fromStdString(file), "--json"});
    REQUIRE(cli.waitForFinished(60000));
    REQUIRE(cli.exitCode() == 0);
    const QJsonObject printed = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
    const twin::Kpis& shown = bench.window.twin().latest()->kpis;
    CHECK(printed["it_power_w"].toDouble() == shown.itPower.in(watts));
    CHECK(printed["facility_power_w"].toDouble() == shown.facilityPower.in(watts));
    CHECK(printed["pue"].toDouble() == *shown.pue);
    CHECK(printed["max_inlet_c"].toDouble() == shown.maxInlet->in(celsius));
    CHECK(printed["cost_usd_per_h"].toDouble() == shown.operatingCost.in(dollarsPerHour));
    CHECK(printed["carbon_g_per_h"].toDouble() == shown.carbon.in(gramsPerHour));
}

TEST_CASE("While a rack is dragged the window keeps answering, and the figures follow before the "
          "button is released") {
    WindowBench bench;
    bench.openExample("medium-1000-gpu.json");
    const Item rack = firstRack(bench.window.session());
    const Point from = bench.centreOf(rack);
    QTest::mousePress(bench.plan().viewport(), Qt::LeftButton, {}, bench.pixel(from));
    QSignalSpy results(&bench.window.twin(), &views::bridge::TwinFeed::resultReady);
    std::vector<double> milliseconds;
    for (int step = 1; step <= 20; ++step) {
        const QPoint at = bench.pixel({from.x + metres(0.1 * step), from.y - metres(0.05 * step)});
        QMouseEvent move(QEvent::MouseMove, at, bench.plan().viewport()->mapToGlobal(at),
                         Qt::NoButton, Qt::LeftButton, {});
        QElapsedTimer timer;
        timer.start();
        QApplication::sendEvent(bench.plan().viewport(), &move);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(5);
    }
    CHECK(QTest::qWaitFor([&] { return results.count() > 0; }, 20000));
    CHECK(bench.window.session().hasPreview());
    QTest::keyClick(&bench.plan(), Qt::Key_Escape);
    QTest::mouseRelease(bench.plan().viewport(), Qt::LeftButton);
    CHECK(!bench.window.session().isModified());
    std::sort(milliseconds.begin(), milliseconds.end());
    CHECK(milliseconds[milliseconds.size() / 2] < 16.0);
}

TEST_CASE("A tile of the figures opens its derivation with formula and sources") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    for (const char* tile : {"kpi.itPower", "kpi.facilityPower", "kpi.pue", "kpi.maxInlet",
                             "kpi.cost", "kpi.carbon"}) {
        INFO(tile);
        QTest::mouseClick(&bench.find<QWidget>(tile), Qt::LeftButton);
        auto& popup = bench.find<QWidget>("derivationPopup");
        const auto* formula = popup.findChild<QLabel*>("derivation.formula");
        REQUIRE(formula != nullptr);
        CHECK(!formula->text().isEmpty());
        CHECK(popup.findChildren<QLabel*>().size() > 4);
        popup.close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_CASE("A scenario changes the figures and leaves the project alone") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    const QString before = bench.figure("kpi.itPower");
    auto& box = bench.find<QComboBox>("scenarioBox");
    REQUIRE(box.count() > 1);
    QStringList figures;
    for (int i = 1; i < box.count(); ++i) {
        box.setCurrentIndex(i);
        emit box.activated(i);
        bench.waitForResult();
        figures << bench.figure("kpi.itPower") + bench.figure("kpi.pue") + bench.figure("kpi.cost");
    }
    box.setCurrentIndex(0);
    emit box.activated(0);
    bench.waitForResult();
    CHECK(!figures.contains(before + bench.figure("kpi.pue") + bench.figure("kpi.cost")));
    CHECK(bench.figure("kpi.itPower") == before);
    CHECK(!bench.window.session().isModified());
}

TEST_CASE("An issue is shown on the plan with its items selected") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    auto& list = bench.find<QAbstractItemView>("issues.list");
    REQUIRE(list.model()->rowCount() > 0);
    list.setCurrentIndex(list.model()->index(0, 0));
    CHECK(!bench.find<QLabel>("issues.fix").text().isEmpty());
    QTest::mouseClick(&bench.find<QWidget>("issues.show"), Qt::LeftButton);
    CHECK(!bench.window.selection().items().empty());
}

TEST_CASE("The report of the open project is a PDF") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    const ScratchFolder folder;
    printAndCheck(bench, folder / "report.pdf");
}
