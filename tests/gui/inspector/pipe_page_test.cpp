// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/inspector_panel.h"
#include "views/inspector/number_edit.h"
#include "views/inspector/pipe_page.h"
#include "views/inspector/plant_figures.h"

#include <QLabel>
#include <QTest>

using namespace halltwin;
using namespace halltwin::views;

namespace {

struct Bench {
    Bench() {
        session.newProject(tests::aProject().withCoolers(1).withChilledWater());
        selection.setCoolingLink(CoolingLinkId{1});
    }

    const CoolingLink& pipe() { return *session.project().coolingLinks.find(CoolingLinkId{1}); }
    void type(const char* name, const char* text) {
        auto* edit = panel.findChild<inspector::NumberEdit*>(name);
        REQUIRE(edit != nullptr);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner{
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; }};
    bridge::TwinFeed twin{session, runner};
    bridge::Theme theme;
    inspector::InspectorPanel panel{{session, selection, twin, theme}};
};

const inspector::ItemFigure* figure(const std::vector<inspector::ItemFigure>& figures,
                                    const char* name) {
    for (const auto& each : figures) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("Selected pipes get their length, bore and insulation in the inspector, with undo") {
    Bench bench;
    auto* title = bench.panel.findChild<QLabel*>("inspector.pipe.title");
    REQUIRE(title != nullptr);
    CHECK(title->text() == "Pipes, CH1 to P1");
    bench.type("cooling_link.length_m", "42");
    bench.type("cooling_link.bore_mm", "102.3");
    bench.type("cooling_link.insulation_mm", "30");
    CHECK(bench.pipe().length == metres(42.0));
    REQUIRE(bench.pipe().bore);
    CHECK(bench.pipe().bore->in(millimetres) == Approx(102.3));
    CHECK(bench.pipe().insulation->in(millimetres) == Approx(30.0));
    CHECK(bench.session.undoText() == "Change 1 pipe");
    bench.session.undo();
    CHECK_FALSE(bench.pipe().insulation);
    bench.type("cooling_link.bore_mm", "1");
    CHECK(bench.pipe().bore->in(millimetres) == Approx(102.3));
}

TEST_CASE("Pipes that are too fast are told in the warning colour") {
    twin::PipeAnswer pipe;
    pipe.hasWater = true;
    pipe.dn = 50;
    pipe.pair.bore = millimetres(52.5);
    pipe.pair.flow = litresPerSecond(8.0);
    pipe.pair.supply = celsius(10.0);
    pipe.pair.returning = celsius(16.0);
    pipe.state.velocity = metresPerSecond(3.7);
    pipe.state.isFast = true;
    pipe.state.gain = watts(-250.0);
    const auto figures = inspector::pipeFigures(pipe);
    REQUIRE(figure(figures, "Velocity") != nullptr);
    CHECK(figure(figures, "Velocity")->tone == inspector::FigureTone::Warning);
    REQUIRE(figure(figures, "Heat lost") != nullptr);
    CHECK(figure(figures, "Heat lost")->value.simplified() == "250 W");
    pipe.hasWater = false;
    CHECK(figure(inspector::pipeFigures(pipe), "Velocity") == nullptr);
}

TEST_CASE("A tower that misses its set-point says so, with its water") {
    cooling::PlantResult plant;
    cooling::RejectorResult tower;
    tower.id = ItemId{7};
    tower.heat = kilowatts(500.0);
    tower.entering = celsius(32.0);
    tower.leaving = celsius(27.0);
    tower.wanted = celsius(24.0);
    tower.holdsWanted = false;
    tower.evaporation = kilogramsPerSecond(0.2);
    tower.bleed = kilogramsPerSecond(0.05);
    plant.towers.push_back(tower);
    const auto figures = inspector::plantFigures(ItemId{7}, plant);
    REQUIRE(figure(figures, "Set-point") != nullptr);
    CHECK(figure(figures, "Set-point")->tone == inspector::FigureTone::Bad);
    REQUIRE(figure(figures, "Make-up water") != nullptr);
    CHECK(figure(figures, "Make-up water")->value.simplified() == "900 L/h");
    CHECK(inspector::plantFigures(ItemId{8}, plant).empty());
}
