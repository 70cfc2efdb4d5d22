// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/air_panel.h"
#include "views/charts/figure_row.h"
#include "views/charts/rack_ranking.h"

#include <QLabel>
#include <QTest>
#include <QTimer>
#include <memory>

using namespace halltwin;
using namespace halltwin::views;

namespace {

/// A hall with three racks, calculated.
struct Bench {
    explicit Bench(Project project = tests::aProject()
                                         .withFloorVoid(metres(0.6))
                                         .withRacks(3)
                                         .withTiles(3)
                                         .withCoolers(2)
                                         .withPower()
                                         .withChilledWater()) {
        session.newProject(std::move(project));
        panel.resize(1200, 240);
        panel.show();
        REQUIRE(QTest::qWaitFor([&] { return twin.isCurrent(); }, 20000));
        QTest::qWait(200);
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
    charts::AirPanel panel{{session, selection, twin, theme}};
};

}  // namespace

TEST_CASE("The air panel shows every figure of the hall as the twin has it") {
    Bench bench;
    const auto& metrics = bench.twin.latest()->rooms.front().air.metrics;
    const auto& row = bench.find<charts::FigureRow>("air.rti");
    CHECK(row.isVisible());
    CHECK(row.figure().derivation.value == metrics.rti);
    CHECK(row.valueText().startsWith(QString::number(metrics.rti, 'f', 1)));
    for (const char* key : {"air.rci_hi", "air.rci_lo", "air.shi", "air.rhi", "air.recirculation",
                            "air.bypass", "air.fan_w_per_m3s"}) {
        CHECK(bench.find<charts::FigureRow>(key).isVisible());
    }
}

TEST_CASE("A click on a figure of the air asks where it comes from, and so does the keyboard") {
    Bench bench;
    std::vector<std::string> asked;
    QObject::connect(&bench.panel, &charts::AirPanel::explained, &bench.panel,
                     [&](const twin::Derivation& derivation, const QWidget&) {
                         asked.push_back(derivation.key);
                     });
    QTest::mouseClick(&bench.find<charts::FigureRow>("air.shi"), Qt::LeftButton);
    QTest::keyClick(&bench.find<charts::FigureRow>("air.rci_lo"), Qt::Key_Return);
    CHECK(asked == std::vector<std::string>{"shi", "rci_lo"});
}

TEST_CASE("Racks are ranked from the warmest intake down, and a click selects one") {
    Bench bench;
    auto& ranking = bench.find<charts::RackRanking>("air.ranking");
    REQUIRE(ranking.racks().size() == 3);
    CHECK(ranking.racks()[0].warmestC >= ranking.racks()[1].warmestC);
    CHECK(ranking.racks()[1].warmestC >= ranking.racks()[2].warmestC);
    REQUIRE(ranking.limits().size() == 5);
    CHECK(ranking.limits()[0].valueC == Approx(27.0));
    CHECK(ranking.limits()[4].valueC == Approx(45.0));  // A4 below 900 m
    QTest::mouseClick(&ranking, Qt::LeftButton, {}, QPoint(55, 40));
    CHECK(bench.selection.items() == std::set<ItemId>{ranking.racks()[0].id});
}

TEST_CASE("A project without equipment leaves the air panel with a sentence, not with figures") {
    Bench bench(tests::aProject());
    CHECK(bench.panel.findChildren<charts::FigureRow*>().empty());
    CHECK(bench.find<charts::RackRanking>("air.ranking").racks().empty());
}
