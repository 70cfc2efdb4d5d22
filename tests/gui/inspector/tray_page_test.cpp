// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/inspector_panel.h"
#include "views/inspector/number_edit.h"
#include "views/inspector/tray_page.h"

#include <QLabel>
#include <QTest>

using namespace halltwin;
using namespace halltwin::views;

namespace {

struct Bench {
    Bench() {
        Project project = tests::aProject().withRacks(1);
        CableTray tray;
        tray.hall = project.halls.begin()->id;
        tray.name = "Main";
        tray.to = {metres(12.0), metres(5.0)};
        project.trays.add(tray);
        session.newProject(project);
        selection.setTray(TrayId{1});
    }

    const CableTray& tray() { return *session.project().trays.find(TrayId{1}); }
    void type(const char* name, const char* text) {
        auto* edit = panel.findChild<inspector::NumberEdit*>(name);
        REQUIRE(edit != nullptr);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner{
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; }};
    bridge::TwinFeed feed{session, runner};
    bridge::Theme theme;
    inspector::InspectorPanel panel{bridge::ViewContext{session, selection, feed, theme}};
};

std::string valueOf(const std::vector<inspector::ItemFigure>& figures, const char* name) {
    for (const inspector::ItemFigure& figure : figures)
        if (figure.name == QLatin1String(name)) return figure.value.toStdString();
    return {};
}

}  // namespace

TEST_CASE("The page of a selected tray shows its fields and changes them") {
    Bench bench;
    auto* title = bench.panel.findChild<QLabel*>("inspector.tray.title");
    REQUIRE(title != nullptr);
    CHECK(title->text().contains("Main"));
    bench.type("tray.width_m", "450");
    CHECK(bench.tray().width == millimetres(450.0));
    bench.type("tray.fill_limit", "50");
    CHECK(bench.tray().fillLimit == Approx(0.5));
    bench.session.undo();
    CHECK(bench.tray().fillLimit == Approx(0.4));
}

TEST_CASE("A tray's figures name its length, and its fill once cables are known") {
    Bench bench;
    const auto bare = inspector::trayFigures(bench.tray(), nullptr);
    CHECK(valueOf(bare, "Length").starts_with("13"));
    CHECK(bare.size() == 1);
    network::TrayLoad load;
    load.tray = TrayId{1};
    load.fill = 0.62;
    load.count = 48;
    load.at = metres(4.0);
    const auto figures = inspector::trayFigures(bench.tray(), &load);
    CHECK(valueOf(figures, "Cables there") == "48");
    CHECK(figures[1].tone == inspector::FigureTone::Warning);
    load.fill = 0.2;
    CHECK(inspector::trayFigures(bench.tray(), &load)[1].tone == inspector::FigureTone::Plain);
}
