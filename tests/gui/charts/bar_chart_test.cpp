// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/charts/bar_chart.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QGraphicsSimpleTextItem>
#include <QTest>
#include <algorithm>

using namespace halltwin::views;
using namespace halltwin::views::charts;

TEST_CASE("The end of an axis is round and holds the largest value") {
    CHECK(niceEnd(90.4, 4) == Approx(100.0));
    CHECK(niceEnd(100.0, 4) == Approx(100.0));
    CHECK(niceEnd(100.1, 4) == Approx(200.0));
    CHECK(niceEnd(0.013, 4) == Approx(0.02));
    CHECK(niceEnd(0.0, 4) == 1.0);
    for (double value = 1e-6; value < 1e9; value *= 1.7) {
        CHECK(niceEnd(value, 4) >= value * (1.0 - 1e-9));
        CHECK(niceEnd(value, 4) <= 2.51 * value);
    }
}

TEST_CASE("Names and values stay within the chart and do not overlap the bars") {
    bridge::Theme theme;
    theme.apply(*qApp, bridge::ThemeMode::Light);
    BarChart chart("Power", theme);
    chart.resize(360, 240);
    chart.setBars(
        {{"A rather long name", "1.23 MW", 1230.0, Qt::red}, {"Short", "4 W", 0.004, Qt::blue}},
        "kW", "");
    chart.show();
    REQUIRE(QTest::qWaitForWindowExposed(&chart));
    QTest::qWait(50);
    const auto* view = chart.findChild<QChartView*>();
    REQUIRE(view != nullptr);
    int texts = 0;
    for (QGraphicsItem* item : view->chart()->childItems()) {
        const auto* text = dynamic_cast<QGraphicsSimpleTextItem*>(item);
        if (text == nullptr) continue;
        ++texts;
        const QRectF box = text->sceneBoundingRect();
        INFO(text->text().toStdString());
        CHECK(box.left() >= 0.0);
        CHECK(box.right() <= view->chart()->plotArea().left() + 1.0);
        CHECK(box.top() >= 0.0);
        CHECK(box.bottom() <= view->viewport()->height());
    }
    CHECK(texts == 4);
}

TEST_CASE("From ten thousand on the axis counts in thousands") {
    bridge::Theme theme;
    BarChart chart("Cost", theme);
    const auto title = [&] {
        return chart.findChild<QChartView*>()->chart()->axes(Qt::Horizontal)[0]->titleText();
    };
    chart.setBars({{"Energy", "$9,999/h", 9999.0, Qt::red}}, "$/h", "");
    CHECK(title() == "$/h");
    CHECK(chart.bars()[0].value == 9999.0);
    chart.setBars({{"Energy", "$148,254/h", 148254.0, Qt::red}}, "$/h", "");
    CHECK(title() == "thousand $/h");
    CHECK(chart.bars()[0].value == Approx(148.254));
}

TEST_CASE("New values of the same bars take less than a frame") {
    bridge::Theme theme;
    BarChart chart("Power", theme);
    chart.resize(360, 240);
    std::vector<Bar> bars;
    for (int i = 0; i < 11; ++i)
        bars.push_back({"Name", "1 kW", 1.0 + i, theme.seriesColor(i)});
    chart.setBars(bars, "kW", "");
    chart.show();
    REQUIRE(QTest::qWaitForWindowExposed(&chart));
    std::vector<double> milliseconds;
    for (int round = 0; round < 9; ++round) {
        for (Bar& bar : bars)
            bar.value *= 1.1;
        QElapsedTimer timer;
        timer.start();
        chart.setBars(bars, "kW", "");
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    CHECK(milliseconds[4] < 16.0);
}
