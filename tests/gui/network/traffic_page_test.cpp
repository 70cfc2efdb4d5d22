// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/network/page_bench.h"
#include "views/network/answer_panel.h"
#include "views/network/matrix_view.h"
#include "views/network/scaling_chart.h"
#include "views/network/traffic_page.h"

#include <QTreeWidgetItem>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views;
namespace pages = halltwin::views::network;
using pages::MatrixView;
using pages::PlainTable;
using pages::ScalingChart;
using pages::TrafficPage;

namespace {

struct Bench : PageBench {
    explicit Bench(Start start = Start::WithFabric) : PageBench(start), page(context, study) {
        show(page);
    }

    QString label(const char* name) { return find<QLabel>(page, name).text(); }
    void choose(const char* box, const QString& text) {
        PageBench::choose(find<QComboBox>(page, box), text);
        settle();
    }
    void open(TrafficPage::Tab tab) {
        page.showTab(tab);
        QApplication::processEvents();
    }
    void waitFor(const char* panel) {
        auto& running = find<pages::AnswerPanel>(page, panel);
        REQUIRE(QTest::qWaitFor([&] { return !running.isRunning(); }, 20000));
    }

    TrafficPage page;
};

}  // namespace

TEST_CASE("An all-to-all names its bottleneck and puts its figures into the law") {
    Bench bench;
    bench.choose("question.collective", "all-to-all");
    CHECK(bench.study.question().job.algorithm == halltwin::network::CollectiveAlgorithm::Direct);
    CHECK(bench.label("traffic.bottleneck").contains(" to "));
    const QString derivation = bench.label("traffic.derivation");
    CHECK(derivation.contains(QStringLiteral("(n−1)·α")));
    CHECK(derivation.contains(QStringLiteral("63·")));  // 64 ranks
    CHECK(derivation.contains("slowest flow"));
    auto& links = bench.find<PlainTable>(bench.page, "traffic.links");
    REQUIRE(links.rowCount() == 10);
    CHECK(links.text(0, 2) == QStringLiteral("100.0\u00A0%"));
}

TEST_CASE("The size of the message is read with its unit") {
    Bench bench;
    CHECK(bench.find<QComboBox>(bench.page, "question.unit").currentText() == "GB");
    bench.choose("question.unit", "MB");
    CHECK(bench.study.question().job.bytes == Approx(1e6));
    auto& size = bench.find<inspector::NumberEdit>(bench.page, "question.size");
    PageBench::type(size, "64");
    QTest::keyClick(&size, Qt::Key_Return);
    bench.settle();
    CHECK(bench.study.question().job.bytes == Approx(64e6));
    CHECK(bench.label("traffic.derivation").contains("64.0"));
}

TEST_CASE("Storage traffic on a fabric without storage servers says why there is none") {
    Bench bench;
    bench.choose("question.traffic", "storage read");
    CHECK(bench.find<QLabel>(bench.page, "traffic.problem").isVisible());
    CHECK(bench.find<PlainTable>(bench.page, "traffic.links").rowCount() == 0);
    bench.choose("question.traffic", "incast");
    CHECK_FALSE(bench.find<QLabel>(bench.page, "traffic.problem").isVisible());
    CHECK(bench.label("traffic.derivation").isEmpty());
}

TEST_CASE("Single losses are ranked, and a double click cuts one and restores it") {
    Bench bench;
    bench.open(TrafficPage::Tab::Losses);
    auto& table = bench.find<PlainTable>(bench.page, "losses.table");
    CHECK(table.rowCount() == 0);
    bench.click(bench.find<QPushButton>(bench.page, "losses.start"));
    bench.waitFor("lossPanel");
    REQUIRE(table.rowCount() >= 3);
    const std::string first = table.text(0, 0).toStdString();
    emit table.itemDoubleClicked(table.topLevelItem(0), 0);
    CHECK(bench.study.question().losses == std::vector<std::string>{first});
    bench.settle();
    emit table.itemDoubleClicked(table.topLevelItem(0), 0);
    CHECK(bench.study.question().losses.empty());
}

TEST_CASE("The matrix draws a cell for each two racks and its tip names them") {
    Bench bench;
    bench.open(TrafficPage::Tab::Matrix);
    bench.waitFor("matrixPanel");
    auto& view = bench.find<MatrixView>(bench.page, "matrixView");
    REQUIRE(view.content().groups.size() == 4);
    CHECK(view.content().values[0][2] == Approx(4.0));
    QString tip = view.textAt(view.cellRect(0, 2).center());
    CHECK(tip.contains("N1 to N3"));
    CHECK(tip.contains("4.00 hops"));
    CHECK(view.textAt({1.0, 1.0}).isEmpty());
    bench.choose("matrix.kind", "Bandwidth");
    bench.waitFor("matrixPanel");
    tip = view.textAt(view.cellRect(1, 0).center());
    CHECK(tip.contains("6.40"));
    bench.choose("matrix.group", "units");
    bench.waitFor("matrixPanel");
    CHECK(view.content().groups == QStringList{"unit 1", "unit 2"});
    CHECK(bench.label("matrix.text").contains("2 units"));
}

TEST_CASE("The scaling curve follows its inputs and what is cut") {
    Bench bench;
    bench.open(TrafficPage::Tab::Scaling);
    bench.waitFor("scalingPanel");
    auto& chart = bench.find<ScalingChart>(bench.page, "scalingChart");
    REQUIRE_FALSE(chart.curve().empty());
    CHECK(chart.curve().back().gpus == 64);
    const double before = chart.curve().back().efficiency;
    const auto& last = chart.curve().back();
    CHECK(chart.textAt(chart.positionOf(last.gpus, last.efficiency)).contains("64 GPUs"));
    auto& compute = bench.find<inspector::NumberEdit>(bench.page, "scaling.compute");
    PageBench::type(compute, "2500");
    QTest::keyClick(&compute, Qt::Key_Return);
    bench.waitFor("scalingPanel");
    CHECK(chart.curve().back().efficiency > before);
}

TEST_CASE("Without a fabric the page says so") {
    Bench bench(PageBench::Start::Empty);
    CHECK_FALSE(bench.find<PlainTable>(bench.page, "traffic.links").isVisible());
}
