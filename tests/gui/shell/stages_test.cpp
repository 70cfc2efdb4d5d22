// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of the room air as the window shows them, with the real twin on a small hall.
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/bridge/air_state.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QToolButton>

using namespace halltwin;
using namespace halltwin::tests;
using thermal::Stage;

namespace {

constexpr const char* small = "classroom-two-rows.json";

QString airText(WindowBench& bench) {
    return bench.find<QToolButton>("status.air").text();
}

QImage heatOf(WindowBench& bench) {
    return bench.plan().viewport()->grab().toImage();
}

QJsonObject printedAt(const char* stage) {
    QProcess cli;
    const auto file = (examplesDirectory() / small).string();
    cli.start(QString::fromStdString(buildPath("app/cli/halltwin-cli").string()),
              {"run", QString::fromStdString(file), "--json", "--stage", stage});
    REQUIRE(cli.waitForFinished(120000));
    return QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
}

Item rackOf(WindowBench& bench) {
    const Project& project = bench.window.session().project();
    return *project.items.find(itemLabelled(project, "R-A1"));
}

}  // namespace

TEST_CASE("An edit is previewed at once and refined by itself, the status bar says how far it is, "
          "and undo brings the fine figures back to the bit without a calculation") {
    WindowBench bench({}, Stage::Fine);
    auto& twin = bench.window.twin();
    std::vector<Stage> stages;
    QObject::connect(&twin, &views::bridge::TwinFeed::resultReady, &bench.window, [&] {
        stages.push_back(twin.stage());
        const QString stage = views::bridge::stageName(twin.stage());
        CHECK(airText(bench).startsWith("Air: " + stage));
        CHECK(airText(bench).contains("±") == (twin.stage() != Stage::Preview));
    });
    bench.openExample(small);
    bench.waitUntilSettled();
    CHECK(stages == std::vector{Stage::Preview, Stage::Coarse, Stage::Fine});
    const auto fine = twin.latest();
    const QString fineText = airText(bench);
    CHECK(fineText.startsWith("Air: fine · 0.30"));
    const QString fineInlet = bench.figure("kpi.maxInlet");
    const QImage fineHeat = heatOf(bench);

    const Item rack = rackOf(bench);
    const Point from = bench.centreOf(rack);
    bench.drag(from, {from.x - metres(0.6), from.y});
    stages.clear();
    bench.waitForResult();
    CHECK(twin.stage() == Stage::Preview);
    CHECK(airText(bench).startsWith("Air: preview"));
    const QImage previewHeat = heatOf(bench);
    bench.waitUntilSettled();
    CHECK(stages.back() == Stage::Fine);
    CHECK(heatOf(bench) != previewHeat);
    CHECK(twin.latest()->kpis != fine->kpis);

    stages.clear();
    bench.trigger("undoAction");
    bench.waitUntilSettled();
    CHECK(stages == std::vector{Stage::Fine});
    CHECK(twin.latest()->kpis == fine->kpis);
    CHECK(twin.latest()->rooms.front().air.temperatureC == fine->rooms.front().air.temperatureC);
    CHECK(airText(bench) == fineText);
    CHECK(bench.figure("kpi.maxInlet") == fineInlet);
    bench.window.selection().clear();  // the drag left its mark around the rack
    QApplication::processEvents();
    CHECK(heatOf(bench) == fineHeat);
}

TEST_CASE("Stage by stage the window shows what the command line prints") {
    for (const auto& [stage, name] :
         {std::pair(Stage::Preview, "preview"), std::pair(Stage::Coarse, "coarse")}) {
        INFO(name);
        WindowBench bench({}, stage);
        bench.openExample(small);
        bench.waitUntilSettled();
        const twin::TwinResult& shown = *bench.window.twin().latest();
        const QJsonObject printed = printedAt(name);
        CHECK(printed["pue"].toDouble() == *shown.kpis.pue);
        CHECK(printed["max_inlet_c"].toDouble() == shown.kpis.maxInlet->in(celsius));
        CHECK(printed["facility_power_w"].toDouble() == shown.kpis.facilityPower.in(watts));
        const QJsonObject air = printed["air"].toArray().first().toObject();
        CHECK(air["stage"].toString() == name);
        CHECK(air["heat_residual"].toDouble() == shown.rooms.front().air.books.heatResidual);
        CHECK(air["settled"].toBool() == shown.rooms.front().air.converged);
    }
}

TEST_CASE("The choice of stage acts at once and is remembered") {
    WindowBench bench({}, Stage::Preview);
    bench.openExample(small);
    CHECK(bench.window.twin().isSettled());
    CHECK(bench.window.commands().action("air.preview")->isChecked());
    bench.trigger("air.coarse");
    CHECK(views::shell::Settings::finestStage() == Stage::Coarse);
    bench.waitUntilSettled();
    CHECK(bench.window.twin().stage() == Stage::Coarse);
    bench.trigger("air.preview");
    bench.waitUntilSettled();
    CHECK(bench.window.twin().stage() == Stage::Preview);
    QSettings().clear();
    CHECK(views::shell::Settings::finestStage() == Stage::Fine);
}

TEST_CASE("A click on the state of the air opens its method, limits and books") {
    WindowBench bench({}, Stage::Coarse);
    bench.openExample(small);
    bench.waitUntilSettled();
    auto& button = bench.find<QToolButton>("status.air");
    CHECK(button.toolTip().contains("± K"));
    QTest::mouseClick(&button, Qt::LeftButton);
    auto& popup = bench.find<QWidget>("derivationPopup");
    const auto* formula = popup.findChild<QLabel*>("derivation.formula");
    REQUIRE(formula != nullptr);
    CHECK(formula->text().contains("Limits"));
    QStringList texts;
    for (const auto* label : popup.findChildren<QLabel*>())
        texts << label->text();
    CHECK(texts.contains("Heat residual"));
    CHECK(texts.contains("± of the rack intakes"));
    popup.close();
}

TEST_CASE("A drag during a fine run is answered by previews while the button is down") {
    WindowBench bench({}, Stage::Fine);
    bench.openExample(small);
    auto& twin = bench.window.twin();
    REQUIRE(QTest::qWaitFor([&] { return twin.stage() == Stage::Coarse; }, 20000));
    REQUIRE(QTest::qWaitFor([&] { return twin.nextStage() == Stage::Fine; }, 20000));
    const Item rack = rackOf(bench);
    const Point from = bench.centreOf(rack);
    QTest::mousePress(bench.plan().viewport(), Qt::LeftButton, {}, bench.pixel(from));
    for (int step = 1; step <= 5; ++step) {
        const QPoint at = bench.pixel({from.x - metres(0.12 * step), from.y});
        QMouseEvent move(QEvent::MouseMove, at, bench.plan().viewport()->mapToGlobal(at),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(bench.plan().viewport(), &move);
    }
    REQUIRE(bench.window.session().hasPreview());
    bench.waitForResult();
    CHECK(twin.stage() == Stage::Preview);
    QTest::qWait(2 * views::bridge::TwinRunner::restMilliseconds);
    CHECK(twin.stage() == Stage::Preview);
    CHECK(!twin.isSettled());
    QTest::keyClick(&bench.plan(), Qt::Key_Escape);
    QTest::mouseRelease(bench.plan().viewport(), Qt::LeftButton);
    // The coarse answer to what was there before is still known.
    REQUIRE(QTest::qWaitFor([&] { return twin.stage() == Stage::Coarse; }, 20000));
    CHECK(twin.isCurrent());
    CHECK(twin.nextStage() == Stage::Fine);
}
