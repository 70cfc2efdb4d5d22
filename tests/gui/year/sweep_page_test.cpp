// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/year/scatter_chart.h"
#include "views/year/sweep_page.h"
#include "views/year/year_page.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <fstream>

using namespace halltwin;
using namespace halltwin::tests;
using views::year::ScatterChart;
using views::year::SweepPage;

namespace {

class SweepBench : public WindowBench {
public:
    SweepBench() {
        openExample("medium-1000-gpu.json");
        window.showTab(views::shell::Tab::Sweep);
        auto& feed = find<views::year::YearPage>("yearPage").feed();
        REQUIRE(QTest::qWaitFor([&] { return feed.isCurrent(); }, 60000));
        QApplication::processEvents();
    }
    SweepPage& page() { return find<SweepPage>("sweepPage"); }
    ScatterChart& chart() { return find<ScatterChart>("sweep.scatter"); }
    void start() { QTest::mouseClick(&find<QPushButton>("sweep.start"), Qt::LeftButton); }
};

}  // namespace

TEST_CASE("A sweep of two set-points fills the chart, and a spot tells its parameters") {
    SweepBench bench;
    bench.find<QDoubleSpinBox>("sweep.air.to").setValue(1.0);
    bench.find<QDoubleSpinBox>("sweep.water.to").setValue(2.0);
    bench.start();
    CHECK(bench.page().isRunning());
    REQUIRE(QTest::qWaitFor([&] { return !bench.page().isRunning(); }, 120000));
    QApplication::processEvents();
    CHECK(bench.chart().table().rows.size() == 6);
    bench.chart().setFigures("pue", "cost_usd");
    REQUIRE(bench.chart().spots() == 6);
    CHECK(bench.chart().frontSize() >= 1);
    const QString text = bench.chart().textAt(bench.chart().positionOf(0));
    CHECK(text.contains("shift.air_k = "));
    CHECK(text.contains("PUE"));
    CHECK(bench.chart().textAt({0.0, 0.0}).isEmpty());
}

TEST_CASE("A sweep can be cancelled and keeps the points that are done") {
    SweepBench bench;
    bench.find<QDoubleSpinBox>("sweep.air.to").setValue(15.0);
    bench.find<QDoubleSpinBox>("sweep.water.to").setValue(15.0);
    bench.find<QDoubleSpinBox>("sweep.step").setValue(0.5);
    bench.start();
    REQUIRE(QTest::qWaitFor([&] { return !bench.chart().table().rows.empty(); }, 60000));
    bench.start();
    CHECK_FALSE(bench.page().isRunning());
    CHECK(bench.chart().table().rows.size() < 900);
    CHECK(bench.find<QLabel>("sweep.text").text().contains("Stopped"));
}

TEST_CASE("A table of the command line is shown with its figures to choose from") {
    SweepBench bench;
    const ScratchFolder folder;
    const auto file = folder / "sweep.csv";
    std::ofstream(file) << "sweep,site.climate,pue,cost_usd,error\r\n"
                           "x,ie-dublin,1.2,100,\r\nx,se-lulea,1.1,90,\r\n"
                           "x,us-ashburn,1.3,80,\r\nx,mars,,,no such climate\r\n";
    REQUIRE(bench.page().openTable(QString::fromStdString(file.string())));
    CHECK(bench.find<QComboBox>("sweep.y").count() == 2);
    CHECK(bench.find<QComboBox>("sweep.y").currentData().toString() == "pue");
    CHECK(bench.find<QComboBox>("sweep.x").currentData().toString() == "cost_usd");
    CHECK(bench.chart().spots() == 3);
    CHECK(bench.chart().frontSize() == 2);
}

TEST_CASE("Of heat that is used again more is better, of PUE less") {
    SweepBench bench;
    const ScratchFolder folder;
    const auto file = folder / "reuse.csv";
    // The second beats the first in both, and the third has the least PUE.
    std::ofstream(file) << "sweep,site.climate,pue,erf,error\r\n"
                           "x,a,1.30,0.10,\r\nx,b,1.20,0.30,\r\nx,c,1.10,0.05,\r\n";
    REQUIRE(bench.page().openTable(QString::fromStdString(file.string())));
    bench.chart().setFigures("pue", "erf");
    REQUIRE(bench.chart().spots() == 3);
    CHECK(bench.chart().frontSize() == 2);
    bench.chart().setFigures("erf", "pue");
    CHECK(bench.chart().frontSize() == 2);
}

TEST_CASE("A file that is no table of a sweep is told on the page") {
    SweepBench bench;
    const ScratchFolder folder;
    const auto file = folder / "letter.csv";
    std::ofstream(file) << "Dear Sir,\n";
    CHECK_FALSE(bench.page().openTable(QString::fromStdString(file.string())));
    CHECK(bench.find<QLabel>("sweep.text").text().contains("letter.csv"));
}
