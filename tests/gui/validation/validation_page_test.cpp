// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/results_file.h"
#include "tests/support/catch.h"
#include "views/validation/case_model.h"
#include "views/validation/plot_view.h"
#include "views/validation/validation_page.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace halltwin;
using views::bridge::Theme;
using views::bridge::ThemeMode;
using views::validation::PlotView;

namespace {

/// The page as the Help menu opens it, with what is shipped.
class PageBench {
public:
    PageBench() : page(*new views::validation::ValidationPage(prepared(theme))) {
        page.show();
        REQUIRE(QTest::qWaitForWindowExposed(&page));
    }
    ~PageBench() { delete &page; }

    void choose(const validation::Case& one) {
        auto& list = find<QListView>("validation.cases");
        for (int row = 0; row < list.model()->rowCount(); ++row)
            if (validation::cases()[static_cast<std::size_t>(row)].id == one.id)
                list.setCurrentIndex(list.model()->index(row, 0));
        REQUIRE(find<QLabel>("validation.title").text().toStdString() == one.title);
    }
    template <class Widget>
    Widget& find(const char* name) {
        auto* found = page.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const char* button) {
        QTest::mouseClick(&find<QPushButton>(button), Qt::LeftButton);
    }
    QString text(const char* label) { return find<QLabel>(label).text(); }
    /// What a cell of the table shows.
    QString figure(int row, int column) {
        const auto* model = find<QTreeView>("validation.figures").model();
        return model->index(row, column).data().toString();
    }

    Theme theme;
    views::validation::ValidationPage& page;

private:
    static Theme& prepared(Theme& theme) {
        theme.apply(*qApp, ThemeMode::Light);
        return theme;
    }
};

validation::ResultSet shipped() {
    auto results = validation::shippedResults();
    REQUIRE(results);
    return *std::move(results);
}

}  // namespace

TEST_CASE("The page shows at once the shipped figures of every case beside the published ones") {
    PageBench bench;
    const validation::ResultSet results = shipped();
    for (const validation::Case& one : validation::cases()) {
        INFO(one.id);
        const validation::CaseResult* result = results.find(one.id);
        REQUIRE(result != nullptr);
        bench.choose(one);
        const auto* figures = bench.find<QTreeView>("validation.figures").model();
        CHECK(figures->rowCount() == static_cast<int>(result->rows.size()));
        CHECK(bench.find<PlotView>("validation.plot").profile() == result->profiles.front());
        CHECK(bench.text("validation.source")
                  .contains(QString::fromUtf8(one.source.data(),
                                              static_cast<qsizetype>(one.source.size()))));
        CHECK(bench.text("validation.origin").contains(QString::fromStdString(results.version)));
        CHECK(bench.text("validation.origin").contains(QString::fromStdString(results.date)));
    }
}

TEST_CASE("Figures that are not met are shown as such") {
    PageBench bench;
    bench.choose(validation::pod2WindowA());
    const validation::ResultSet results = shipped();
    const validation::CaseResult& pod = *results.find("pod2-a");
    REQUIRE_FALSE(pod.isMet());
    CHECK(bench.text("validation.state")
              .startsWith(QString::number(static_cast<int>(pod.unmetCount())) + " of"));
    for (std::size_t n = 0; n < pod.rows.size(); ++n) {
        INFO(pod.rows[n].quantity);
        CHECK(bench.figure(static_cast<int>(n), 5) == (pod.rows[n].met ? "met" : "not met"));
    }
    auto& list = bench.find<QListView>("validation.cases");
    CHECK(list.currentIndex().data().toString().contains("not met"));
}

TEST_CASE("Run again calculates a case and says that its figures are of just now") {
    PageBench bench;
    bench.choose(validation::heatedDuct());
    const QString before = bench.text("validation.origin");
    CHECK_FALSE(before.contains("just now"));
    bench.click("validation.run");
    CHECK(bench.find<QPushButton>("validation.cancel").isVisible());
    CHECK_FALSE(bench.find<QPushButton>("validation.run").isEnabled());
    REQUIRE(QTest::qWaitFor([&] { return bench.text("validation.origin").contains("just now"); },
                            60000));
    CHECK(bench.find<QPushButton>("validation.run").isEnabled());
    CHECK_FALSE(bench.find<QPushButton>("validation.cancel").isVisible());
    CHECK(bench.text("validation.state").startsWith("all met"));
    CHECK(bench.figure(0, 3).startsWith("14.000"));
}

TEST_CASE("A run tells how far it is, and ends at once when it is cancelled") {
    PageBench bench;
    bench.choose(validation::lidCavity());
    const QString before = bench.text("validation.origin");
    bench.click("validation.run");
    REQUIRE(
        QTest::qWaitFor([&] { return bench.text("validation.doing").contains("Re 100"); }, 30000));
    CHECK(bench.find<QProgressBar>("validation.progress").isVisible());
    bench.click("validation.cancel");
    CHECK(bench.find<QPushButton>("validation.run").isEnabled());
    CHECK(bench.text("validation.doing").isEmpty());
    QTest::qWait(500);
    CHECK(bench.text("validation.origin") == before);
}

TEST_CASE("Plots of a case are chosen by name, and only rooms offer a coarse grid") {
    PageBench bench;
    bench.choose(validation::lidCavity());
    auto& plots = bench.find<QComboBox>("validation.profile");
    REQUIRE(plots.count() == 2);
    plots.setCurrentIndex(1);
    CHECK(bench.find<PlotView>("validation.plot").profile()->id == "v-level");
    CHECK_FALSE(bench.find<QPushButton>("validation.quick").isVisible());
    bench.choose(validation::openfoamRoomB());
    CHECK(bench.find<QPushButton>("validation.quick").isVisible());
}

TEST_CASE("The plot is painted in the colours of the theme") {
    PageBench bench;
    bench.choose(validation::heatedCavity());
    auto& plot = bench.find<PlotView>("validation.plot");
    const auto corner = [&] { return plot.grab().toImage().pixelColor(2, 2); };
    CHECK(corner() == bench.theme.colors().surface);
    bench.theme.apply(*qApp, ThemeMode::Dark);
    CHECK(corner() == bench.theme.colors().surface);
    const QImage picture = plot.grab().toImage();
    int coloured = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == bench.theme.seriesColor(4)) ++coloured;
    CHECK(coloured > 100);
}

TEST_CASE("The lists of cases and figures are sound models") {
    PageBench bench;
    QAbstractItemModelTester cases(bench.find<QListView>("validation.cases").model(),
                                   QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester figures(bench.find<QTreeView>("validation.figures").model(),
                                     QAbstractItemModelTester::FailureReportingMode::Fatal);
    bench.choose(validation::tallCavity());
    CHECK(bench.find<QTreeView>("validation.figures").model()->rowCount() == 12);
}
