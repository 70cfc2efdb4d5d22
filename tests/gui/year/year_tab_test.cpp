// SPDX-License-Identifier: GPL-3.0-or-later
// The Year tab in the window, with the real engine on a small hall.
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/charts/month_chart.h"
#include "views/year/carpet_view.h"
#include "views/year/duration_chart.h"
#include "views/year/hour_list_page.h"
#include "views/year/year_page.h"
#include "views/year/year_tile.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

using namespace halltwin;
using namespace halltwin::tests;
using views::year::CarpetView;
using views::year::HourListModel;
using views::year::HourListPage;
using views::year::YearPage;
using views::year::YearTile;

namespace {

class YearBench : public WindowBench {
public:
    explicit YearBench(const char* example = "medium-1000-gpu.json") {
        openExample(example);
        trigger("tab.year");
    }
    YearPage& page() { return find<YearPage>("yearPage"); }
    const views::year::YearPtr& year() { return page().feed().present(); }
    const views::year::YearPtr& trial() { return page().feed().trial(); }
    void waitForYear() {
        REQUIRE(QTest::qWaitFor([&] { return page().feed().isCurrent(); }, 60000));
        QApplication::processEvents();
    }
    void choose(const char* box, int index) {
        auto& combo = find<QComboBox>(box);
        combo.setCurrentIndex(index);
        emit combo.activated(index);
    }
    void chooseClimate(const char* key) {
        const int index = find<QComboBox>("year.climate").findData(QLatin1String(key));
        REQUIRE(index > 0);
        choose("year.climate", index);
    }
    void click(const char* button) {
        auto& found = find<QPushButton>(button);
        REQUIRE(found.isEnabled());
        QTest::mouseClick(&found, Qt::LeftButton);
    }
    QString tile(const char* name) { return find<YearTile>(name).valueText(); }
};

}  // namespace

TEST_CASE("The year tab shows the figures of the engine's year") {
    YearBench bench;
    bench.waitForYear();
    const twin::YearResult& year = bench.year()->year;
    CHECK(bench.tile("year.pue").toDouble() == Approx(*year.total.pue()).margin(6e-4));
    CHECK(bench.tile("year.mlc").toDouble() == Approx(*year.total.mlc()).margin(6e-4));
    CHECK(bench.find<YearTile>("year.mlc").noteText() == "no limit set");
    const auto& energy = bench.find<views::charts::MonthChart>("year.energy");
    double sum = 0.0;
    for (const auto& series : energy.series())
        for (const double value : series.values)
            sum += value;
    const Energy beside = year.total.facility - year.total.of(twin::YearPart::It);
    CHECK(sum == Approx(beside.in(megawattHours)).epsilon(1e-9));
    CHECK(bench.find<views::year::DurationChart>("year.duration").presentCurve().size() == 8760);
}

TEST_CASE("The limits of the project are shown as met or missed") {
    YearBench bench;
    edit::SetPlant edit{bench.window.session().project().plant};
    edit.plant.mlcLimit = 1e-3;
    edit.plant.elcLimit = 0.9;
    REQUIRE(bench.window.session().apply(edit));
    bench.waitForYear();
    CHECK(bench.find<YearTile>("year.mlc").tone() == YearTile::Tone::Bad);
    CHECK(bench.find<YearTile>("year.elc").tone() == YearTile::Tone::Good);
    CHECK(bench.find<YearTile>("year.mlc").noteText().startsWith("missed"));
}

TEST_CASE("Limits are set beside the year, each as one edit, and zero takes one away") {
    YearBench bench;
    bench.waitForYear();
    const auto before = bench.window.session().snapshot();
    auto& mlc = bench.find<QDoubleSpinBox>("year.mlcLimit");
    CHECK(mlc.text() == "none");
    mlc.setValue(0.3);
    CHECK(bench.window.session().project().plant.mlcLimit == 0.3);
    CHECK_FALSE(bench.window.session().project().plant.elcLimit);
    bench.waitForYear();
    CHECK(bench.find<YearTile>("year.mlc").noteText().contains("0.300"));
    mlc.setValue(0.0);
    CHECK_FALSE(bench.window.session().project().plant.mlcLimit);
    bench.trigger("undoAction");
    CHECK(mlc.value() == 0.3);
    bench.trigger("undoAction");
    CHECK(bench.window.session().project() == *before);
    CHECK(mlc.text() == "none");
}

TEST_CASE("The rise of a reset is tried with the reset and taken over with it") {
    YearBench bench;
    bench.waitForYear();
    auto& rise = bench.find<QDoubleSpinBox>("year.resetRise");
    CHECK_FALSE(rise.isEnabled());
    bench.choose("year.reset", static_cast<int>(SupplyReset::WetBulb));
    CHECK(rise.isEnabled());
    rise.setValue(7.5);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return bench.trial() != nullptr &&
                   bench.trial()->project->plant.resetRise == kelvins(7.5);
        },
        60000));
    const double tried = *bench.trial()->year.total.pue();
    bench.click("year.apply");
    bench.waitForYear();
    CHECK(bench.window.session().project().plant.resetRise == kelvins(7.5));
    CHECK(*bench.year()->year.total.pue() == Approx(tried).epsilon(1e-12));
    CHECK(rise.value() == 7.5);
}

TEST_CASE("The tile of hours out of range opens their list, and an hour of it is found by day") {
    YearBench bench;
    bench.waitForYear();
    const twin::YearResult& year = bench.year()->year;
    REQUIRE(year.hoursOutOfRange > 0);
    auto& tile = bench.find<YearTile>("year.range");
    CHECK(tile.valueText().startsWith(QString::number(year.hoursOutOfRange)));
    QTest::mouseClick(&tile, Qt::LeftButton);
    auto& page = bench.find<HourListPage>("hourListPage");
    CHECK(page.isVisible());
    const HourListModel& model = page.model();
    QAbstractItemModelTester tester(const_cast<HourListModel*>(&model));
    REQUIRE(model.rowCount() == static_cast<int>(year.hoursOutOfRange));
    const std::size_t hour = model.hourOf(3);
    CHECK(year.hours[hour].outOfRange);
    const QString what = model.index(3, HourListModel::WhatColumn).data().toString();
    CHECK(what.contains("fitted from"));
    CHECK(what.contains("°C"));
    emit bench.find<QTableView>("hours.table").activated(model.index(3, 0));
    CHECK(bench.find<CarpetView>("year.carpet").isVisible());
    CHECK(bench.find<CarpetView>("year.carpet").chosen() == hour);
    page.showFinding(views::year::Finding::NotTaken);
    CHECK(model.rowCount() == static_cast<int>(year.hoursUnmet));
}

TEST_CASE("Another climate is an edit of the site, and the year follows and comes back") {
    YearBench bench;
    bench.waitForYear();
    const double before = *bench.year()->year.total.pue();
    bench.chooseClimate("sg-singapore");
    CHECK(bench.window.session().project().site.climate == "sg-singapore");
    bench.waitForYear();
    const double warm = *bench.year()->year.total.pue();
    CHECK(warm > before);
    bench.trigger("undoAction");
    bench.waitForYear();
    CHECK(*bench.year()->year.total.pue() == before);
    CHECK(bench.find<QComboBox>("year.climate").currentData().toString() == "us-ashburn");
}

TEST_CASE("Without a climate the tab says how to get one") {
    YearBench bench;
    bench.waitForYear();
    bench.choose("year.climate", 0);
    QApplication::processEvents();
    CHECK(bench.year() == nullptr);
    auto& text = bench.find<QLabel>("year.emptiness");
    CHECK(text.isVisible());
    CHECK(text.text().contains("Choose a climate"));
    bench.chooseClimate("ie-dublin");
    bench.waitForYear();
    CHECK_FALSE(text.isVisible());
}

TEST_CASE("A weather file that is not there is told, and the last year stays") {
    YearBench bench;
    bench.waitForYear();
    Site site = bench.window.session().project().site;
    site.weatherFile = "/no/such.epw";
    REQUIRE(bench.window.session().apply(edit::SetSite{site}));
    REQUIRE(QTest::qWaitFor([&] { return bench.page().feed().error().has_value(); }, 20000));
    CHECK(bench.find<QLabel>("year.state").toolTip().contains("/no/such.epw"));
    CHECK(bench.year() != nullptr);
    CHECK(bench.find<QComboBox>("year.climate").currentText() == "such.epw");
}

TEST_CASE("Set-points are tried with the year following, and taken over as one edit") {
    YearBench bench;
    bench.waitForYear();
    const auto before = bench.window.session().snapshot();
    const double compressors =
        bench.year()->year.total.of(twin::YearPart::Compressors).in(megawattHours);
    bench.find<QSlider>("year.water").setValue(6);
    REQUIRE(QTest::qWaitFor([&] { return bench.trial() != nullptr; }, 60000));
    QApplication::processEvents();
    CHECK(bench.window.session().snapshot() == before);
    CHECK(bench.trial()->year.total.of(twin::YearPart::Compressors).in(megawattHours) <
          compressors);
    CHECK(bench.find<QLabel>("year.difference").text().contains("MWh"));
    const double tried = *bench.trial()->year.total.pue();
    bench.click("year.apply");
    bench.waitForYear();
    CHECK(*bench.year()->year.total.pue() == Approx(tried).epsilon(1e-12));
    CHECK(bench.find<QSlider>("year.water").value() == 0);
    CHECK(bench.trial() == nullptr);
    bench.trigger("undoAction");
    CHECK(bench.window.session().project() == *before);
}

TEST_CASE("Reset ends the trial and leaves the project alone") {
    YearBench bench;
    bench.waitForYear();
    const auto before = bench.window.session().snapshot();
    bench.find<QSlider>("year.air").setValue(-4);
    bench.choose("year.staging", static_cast<int>(StagingRule::Fewest));
    REQUIRE(QTest::qWaitFor([&] { return bench.trial() != nullptr; }, 60000));
    bench.click("year.resetTrial");
    CHECK(bench.trial() == nullptr);
    CHECK(bench.find<QSlider>("year.air").value() == 0);
    CHECK(bench.find<QComboBox>("year.staging").currentIndex() == 0);
    CHECK(bench.window.session().snapshot() == before);
}

TEST_CASE("The window stays live while a slider moves") {
    YearBench bench;
    bench.waitForYear();
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer beat;
    since.start();
    QObject::connect(&beat, &QTimer::timeout,
                     [&] { longest = std::max(longest, since.restart()); });
    beat.start(5);
    auto& slider = bench.find<QSlider>("year.water");
    for (int step = 1; step <= 12; ++step) {
        slider.setValue(step);
        QTest::qWait(30);
    }
    REQUIRE(QTest::qWaitFor(
        [&] {
            return bench.trial() != nullptr && bench.find<QPushButton>("year.apply").isEnabled();
        },
        60000));
    CHECK(longest < 400);  // an instrumented or loaded machine included
}

TEST_CASE("An hour of the carpet tells its figures and becomes the operating point") {
    YearBench bench;
    bench.waitForYear();
    auto& carpet = bench.find<CarpetView>("year.carpet");
    const std::size_t hour = 4767;
    const QPointF at = carpet.positionOf(hour);
    REQUIRE(carpet.hourAt(at) == hour);
    CHECK_FALSE(carpet.hourAt({0.0, 0.0}));
    QTest::mouseClick(&carpet, Qt::LeftButton, {}, at.toPoint());
    REQUIRE(carpet.chosen());
    const auto& found = bench.year()->year.hours[*carpet.chosen()];
    CHECK(bench.find<QLabel>("year.hour").text().contains("July"));
    bench.click("year.useHour");
    const Site& site = bench.window.session().project().site;
    CHECK(site.outdoorDryBulb == found.dryBulb);
    CHECK(site.outdoorWetBulb == found.wetBulb);
    const std::size_t chosen = *carpet.chosen();
    QTest::keyClick(&carpet, Qt::Key_Right);
    CHECK(carpet.chosen() == chosen + 24);
    QTest::keyClick(&carpet, Qt::Key_Down);
    CHECK(carpet.chosen() == chosen + 23);
}
