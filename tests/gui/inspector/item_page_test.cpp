// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/inspector_panel.h"
#include "views/inspector/item_figures.h"
#include "views/inspector/number_edit.h"

#include <QComboBox>
#include <QTest>

using namespace halltwin;
using namespace halltwin::views;

namespace {

struct Bench {
    explicit Bench(Project project) { session.newProject(std::move(project)); }

    inspector::NumberEdit& number(const char* name) {
        auto* edit = panel.findChild<inspector::NumberEdit*>(name);
        REQUIRE(edit != nullptr);
        return *edit;
    }
    void type(const char* name, const char* text) {
        inspector::NumberEdit& edit = number(name);
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    const Item& item(const char* label) {
        return *session.project().items.find(tests::itemLabelled(session.project(), label));
    }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner{
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; }};
    bridge::TwinFeed twin{session, runner};
    bridge::Theme theme;
    inspector::InspectorPanel panel{{session, selection, twin, theme}};
};

}  // namespace

TEST_CASE("A position typed in millimetres moves the item there, with undo") {
    Bench bench(tests::aProject().withRacks(2));
    const Project before = bench.session.project();
    bench.selection.setItems({bench.item("R1").id});
    CHECK(bench.number("item.x_m").value() == Approx(2400.0));
    bench.type("item.x_m", "3012.5");
    CHECK(bench.item("R1").position.x.in(millimetres) == Approx(3012.5));
    CHECK(bench.session.undoText() == "Change 1 item");
    bench.session.undo();
    CHECK(bench.session.project() == before);
    CHECK(bench.number("item.x_m").value() == Approx(2400.0));
}

TEST_CASE("What is entered for several items goes to all of them in one step") {
    Bench bench(tests::aProject().withRacks(3));
    const Project before = bench.session.project();
    bench.selection.setItems({bench.item("R1").id, bench.item("R2").id, bench.item("R3").id});
    CHECK(bench.panel.findChild<QWidget*>("item.x_m") == nullptr);
    bench.type("item.utilisation", "55");
    for (const char* label : {"R1", "R2", "R3"})
        CHECK(bench.item(label).utilisation == Approx(0.55));
    bench.session.undo();
    CHECK(bench.session.project() == before);
}

TEST_CASE("Different values are shown as different, not as one of them") {
    Bench bench(tests::aProject().withRacks(2));
    bench.selection.setItems({bench.item("R1").id});
    bench.type("item.utilisation", "40");
    bench.selection.setItems({bench.item("R1").id, bench.item("R2").id});
    CHECK(!bench.number("item.utilisation").value());
    CHECK(bench.number("item.utilisation").text().isEmpty());
    CHECK(bench.number("item.utilisation").placeholderText() == "different");
}

TEST_CASE("Emptying an override brings the catalogue's figure back") {
    Bench bench(tests::aProject().withCoolers(1));
    bench.selection.setItems({bench.item("C1").id});
    bench.type("item.fan_speed", "60");
    CHECK(bench.item("C1").fanSpeed == Approx(0.6));
    inspector::NumberEdit& edit = bench.number("item.fan_speed");
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_Delete);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(!bench.item("C1").fanSpeed);
}

TEST_CASE("The blanking gap of a rack and the bath of a tank are edited where they apply") {
    Bench bench(tests::aProject()
                    .withRacks(1)
                    .withItem("test.tank", {metres(10.0), metres(10.0)}, Rotation::R0, "TK1")
                    .withItem("test.crah", {metres(0.0), metres(10.0)}, Rotation::R90, "C1"));
    bench.selection.setItems({bench.item("R1").id});
    bench.type("item.blanking_gap", "12");
    CHECK(bench.item("R1").blankingGap == Approx(0.12));
    bench.selection.setItems({bench.item("TK1").id});
    CHECK(bench.panel.findChild<QWidget*>("item.blanking_gap") == nullptr);
    CHECK(bench.number("item.supply_temperature").placeholderText().startsWith("45"));
    bench.type("item.supply_temperature", "42");
    CHECK(bench.item("TK1").supplyTemperature == celsius(42.0));
    bench.selection.setItems({bench.item("C1").id});
    CHECK(bench.panel.findChild<QWidget*>("item.blanking_gap") == nullptr);
}

TEST_CASE("A rack's figures tell its ASHRAE class, its capture and what recirculates") {
    Project project = tests::aProject().withRacks(1);
    const Item rack = *project.items.begin();
    twin::TwinResult result;
    result.rooms.resize(1);
    result.rooms[0].hall = rack.hall;
    thermal::RackResult air;
    air.id = rack.id;
    air.intakeMean = celsius(22.0);
    air.intakeMax = celsius(33.0);
    air.coldCapture = 0.7;
    result.rooms[0].air.racks = {air};
    const auto valueOf = [&](const char* name, Length altitude) {
        for (const auto& figure : inspector::itemFigures(rack, result, altitude))
            if (figure.name == name) return figure.value;
        return QString();
    };
    CHECK(valueOf("ASHRAE class", metres(0.0)) == "A2");
    CHECK(valueOf("ASHRAE class", metres(2100.0)) == "A3");  // A2 allows 35 − 1200 / 300 = 31 °C
    CHECK(valueOf("Capture index, cold aisle", metres(0.0)).startsWith("70"));
    CHECK(valueOf("Recirculated intake", metres(0.0)).startsWith("30"));
}
