// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/inspector_panel.h"
#include "views/inspector/number_edit.h"
#include "views/inspector/power_figures.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace halltwin;
using namespace halltwin::views;

namespace {

struct Bench {
    Bench() {
        Project project = tests::aProject().withRacks(1).withItem(
            "test.pdu", {metres(2.0), metres(8.0)}, Rotation::R0, "PDU");
        project.powerLinks.add(
            {{}, tests::itemLabelled(project, "PDU"), tests::itemLabelled(project, "R1"), Feed::A});
        session.newProject(std::move(project));
        selection.setPowerLink(PowerLinkId{1});
    }

    const PowerLink& cable() { return *session.project().powerLinks.find(PowerLinkId{1}); }
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

QString valueOf(const std::vector<inspector::ItemFigure>& figures, const char* name) {
    for (const auto& figure : figures) {
        if (figure.name == name) return figure.value.simplified();  // no-break spaces
    }
    return {};
}

}  // namespace

TEST_CASE("A selected cable gets its length, conductor and breaker in the inspector, with undo") {
    Bench bench;
    auto* title = bench.panel.findChild<QLabel*>("inspector.cable.title");
    REQUIRE(title != nullptr);
    CHECK(title->text() == "PDU to R1");
    bench.type("power_link.length_m", "25");
    bench.type("power_link.area_mm2", "10");
    bench.type("power_link.breaker_a", "40");
    CHECK(bench.cable().length == metres(25.0));
    REQUIRE(bench.cable().area);
    CHECK(bench.cable().area->in(squareMillimetres) == Approx(10.0));
    CHECK(bench.cable().breaker == amperes(40.0));
    CHECK(bench.session.undoText() == "Change 1 cable");
    bench.session.undo();
    CHECK_FALSE(bench.cable().breaker);
    bench.type("power_link.length_m", "-3");
    CHECK(bench.cable().length == metres(25.0));
}

TEST_CASE("A cable's figures are its current, loss and loading") {
    power::ChainResult chain;
    power::LinkResult link;
    link.id = PowerLinkId{1};
    link.living = true;
    link.power = kilowatts(20.0);
    link.current = amperes(27.8);
    link.loss = watts(40.0);
    link.loading = 0.87;
    chain.links.push_back(link);
    const auto figures = inspector::cableFigures(PowerLinkId{1}, chain);
    CHECK(valueOf(figures, "Current") == "27.8 A");
    CHECK(valueOf(figures, "Loss") == "40.0 W");
    CHECK(figures.back().tone == inspector::FigureTone::Warning);
    CHECK(inspector::cableFigures(PowerLinkId{2}, chain).empty());
    chain.links[0].living = false;
    CHECK(inspector::cableFigures(PowerLinkId{1}, chain).size() == 1);
}

TEST_CASE("An element's catalogue figures tell efficiency, battery and standby") {
    const Catalog catalog = tests::aCatalog();
    const auto set =
        inspector::electricalFigures(*catalog.find("test.generator")->as<ElectricalSpec>());
    CHECK(valueOf(set, "Takes load after") == "10 s");
    CHECK(valueOf(set, "Fuel at its rating") == "24.0 h");
    const auto store =
        inspector::electricalFigures(*catalog.find("test.battery")->as<ElectricalSpec>());
    CHECK(valueOf(store, "Runtime at its rating") == "5.0 min");
    const auto ups = inspector::electricalFigures(*catalog.find("test.ups")->as<ElectricalSpec>());
    CHECK(valueOf(ups, "Efficiency at full load") == "98.0 %");
}

TEST_CASE("A rack's stages are told from what its cords draw") {
    const RackSpec rack = *tests::aStagedRackEntry().as<RackSpec>();
    const auto figures = inspector::stageFigures(rack, watts(9587.4));
    REQUIRE(figures.size() == 3);
    CHECK(valueOf(figures, "Devices") == "8.00 kW");
    CHECK(inspector::stageFigures(RackSpec{}, watts(5000.0)).empty());
}
