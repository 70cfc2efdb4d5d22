// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/bridge/theme.h"
#include "views/heatmap/range_row.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace halltwin::views;
using namespace halltwin::views::heatmap;

namespace {

struct Row {
    Row() {
        theme.apply(*qApp, bridge::ThemeMode::Light);
        row.setScale(bridge::scaleOf(bridge::AirQuantity::Temperature).withRange(18.0, 36.0));
        row.resize(500, 44);
        row.show();
        REQUIRE(QTest::qWaitForWindowExposed(&row));
    }
    bridge::Theme theme;
    RangeRow row{theme};
    QDoubleSpinBox& low = *row.findChild<QDoubleSpinBox*>(QStringLiteral("rangeLow"));
    QDoubleSpinBox& high = *row.findChild<QDoubleSpinBox*>(QStringLiteral("rangeHigh"));
    QToolButton& pin = *row.findChild<QToolButton*>(QStringLiteral("pinRange"));
};

}  // namespace

TEST_CASE("The ends of a range are fields only while it is pinned") {
    Row bench;
    CHECK_FALSE(bench.low.isVisible());
    QSignalSpy asked(&bench.row, &RangeRow::pinRequested);
    QTest::mouseClick(&bench.pin, Qt::LeftButton);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().front().toBool());
    bench.row.setPinned(true);
    CHECK(bench.low.isVisible());
    CHECK(bench.low.value() == Approx(18.0));
    CHECK(bench.high.value() == Approx(36.0));
    QTest::mouseClick(&bench.pin, Qt::LeftButton);
    CHECK_FALSE(asked.back().front().toBool());
}

TEST_CASE("A typed end asks for the range, and one that is the wrong way round does not") {
    Row bench;
    bench.row.setPinned(true);
    QSignalSpy asked(&bench.row, &RangeRow::rangeRequested);
    bench.high.setValue(40.0);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().at(0).toDouble() == Approx(18.0));
    CHECK(asked.front().at(1).toDouble() == Approx(40.0));
    bench.low.setValue(45.0);
    CHECK(asked.size() == 1);
    CHECK(bench.low.property("invalid").toBool());
}

TEST_CASE("The fields count in steps and decimals of the quantity") {
    Row bench;
    bench.row.setQuantity(bridge::AirQuantity::Speed);
    CHECK(bench.low.decimals() == 2);
    CHECK(bench.low.minimum() == 0.0);
    bench.row.setQuantity(bridge::AirQuantity::Pressure);
    CHECK(bench.low.minimum() < 0.0);
    bench.row.setScale(bridge::ashraeScale());
    CHECK_FALSE(bench.pin.isEnabled());
}
