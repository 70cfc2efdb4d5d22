// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/bar_chart.h"
#include "views/charts/loading_bars.h"
#include "views/charts/power_panel.h"

#include <QTest>
#include <algorithm>
#include <memory>

using namespace halltwin;
using namespace halltwin::views;

namespace {

/// A hall of three racks on one power path, calculated.
struct Bench {
    Bench() {
        session.newProject(
            tests::aProject().withRacks(3).withCoolers(1).withPower().withChilledWater());
        panel.resize(1200, 260);
        panel.show();
        REQUIRE(QTest::qWaitFor([&] { return twin.isCurrent(); }, 20000));
        QTest::qWait(50);
    }

    template <class Widget>
    Widget& find(const char* name) {
        auto* found = panel.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner;
    bridge::TwinFeed twin{session, runner};
    bridge::Theme theme;
    charts::PowerPanel panel{{session, selection, twin, theme}};
};

}  // namespace

TEST_CASE("Loading bars hold the chain's elements, fullest first, and a click selects") {
    Bench bench;
    auto& bars = bench.find<charts::LoadingBars>("loadingBars");
    REQUIRE(!bars.elements().empty());
    const auto& elements = bars.elements();
    CHECK(std::is_sorted(elements.begin(), elements.end(),
                         [](const auto& a, const auto& b) { return a.loading > b.loading; }));
    const auto* first = bench.twin.latest()->power.element(elements.front().id);
    REQUIRE(first != nullptr);
    CHECK(elements.front().loading == first->loading);
    const QPointF at(bars.barOf(0).left() + 2.0, bars.barOf(0).center().y());
    QTest::mouseClick(&bars, Qt::LeftButton, {}, at.toPoint());
    CHECK(bench.selection.items() == std::set<ItemId>{elements.front().id});
}

TEST_CASE("The bars of losses add up to the chain's losses") {
    Bench bench;
    double sum = 0.0;
    for (const charts::Bar& bar : bench.find<charts::BarChart>("chart.losses").bars())
        sum += bar.value;
    REQUIRE(sum > 0.0);
    CHECK(sum == Approx(bench.twin.latest()->power.losses.in(kilowatts)).epsilon(1e-9));
}

TEST_CASE("The phases of the selected element are shown, and add up to its output") {
    Bench bench;
    const auto& elements = bench.find<charts::LoadingBars>("loadingBars").elements();
    REQUIRE(!elements.empty());
    bench.selection.setItems({elements.front().id});
    const auto& bars = bench.find<charts::BarChart>("chart.phases").bars();
    REQUIRE(bars.size() == 3);
    const auto* shown = bench.twin.latest()->power.element(elements.front().id);
    double sum = 0.0;
    for (const charts::Bar& bar : bars)
        sum += bar.value;
    CHECK(sum == Approx(shown->output.in(kilowatts)).epsilon(1e-9));
}
