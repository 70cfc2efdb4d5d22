// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/data_paths.h"
#include "model/project/footprint.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/load_project.h"
#include "views/bridge/plan_coordinates.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/heat_layer.h"
#include "views/shell/command_registry.h"
#include "views/shell/kpi_tile.h"
#include "views/shell/main_window.h"
#include "views/shell/plan_pane.h"
#include "views/shell/settings.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace halltwin::tests {

/// The whole window on the installed catalogue, 1440 × 900, with the real twin behind it.
class WindowBench {
public:
    /// Refines the air up to `finest`: most tests are about other things than its later stages.
    explicit WindowBench(views::shell::ShellParts parts = {},
                         thermal::Stage finest = thermal::Stage::Preview)
        : window((prepare(finest), catalog()), theme, std::move(parts)) {
        window.resize(1440, 900);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    /// A first start: no settings but that of the air, light theme.
    void prepare(thermal::Stage finest) {
        QSettings().clear();
        views::shell::Settings::setFinestStage(finest);
        theme.apply(*qApp, views::bridge::ThemeMode::Light);
    }

    static std::shared_ptr<const Catalog> catalog() {
        auto loaded = views::bridge::loadCatalog();
        REQUIRE(loaded);
        CHECK(loaded->problems.empty());
        return loaded->catalog;
    }

    void openExample(const char* name) {
        window.openFile(QString::fromStdString((examplesDirectory() / name).string()));
        REQUIRE(QTest::qWaitFor([&] { return !window.session().project().halls.empty(); }, 20000));
        waitForResult();
    }
    void waitForResult() {
        const auto& heat = find<views::shell::PlanPane>("planPane").heat();
        REQUIRE(
            QTest::qWaitFor([&] { return window.twin().isCurrent() && heat.isCurrent(); }, 60000));
        QApplication::processEvents();
    }
    void waitUntilSettled() {
        const auto& heat = find<views::shell::PlanPane>("planPane").heat();
        REQUIRE(
            QTest::qWaitFor([&] { return window.twin().isSettled() && heat.isCurrent(); }, 60000));
        QApplication::processEvents();
    }

    void trigger(const char* command) {
        QAction* action = window.commands().action(QLatin1String(command));
        REQUIRE(action != nullptr);
        REQUIRE(action->isEnabled());
        action->trigger();
    }

    template <class Widget>
    Widget& find(const char* name) {
        auto* found = window.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    QString figure(const char* tile) { return find<views::shell::KpiTile>(tile).valueText(); }
    views::floorplan::PlanView& plan() { return find<views::floorplan::PlanView>("planView"); }

    /// Site coordinates of the middle of an item.
    Point centreOf(const Item& item) {
        const Project& project = window.session().project();
        const Point middle = footprintOf(item, window.session().catalog()).centre();
        const Point origin = project.halls.find(item.hall)->origin;
        return {origin.x + middle.x, origin.y + middle.y};
    }

    /// Drags with the left button in the plan, with two stops on the way.
    void drag(const Point& from, const Point& to) {
        const QPoint start = pixel(from);
        QTest::mousePress(plan().viewport(), Qt::LeftButton, {}, start);
        for (const double part : {0.4, 0.8, 1.0}) {
            move(pixel({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part}));
        }
        QTest::mouseRelease(plan().viewport(), Qt::LeftButton, {}, pixel(to));
    }
    QPoint pixel(const Point& site) { return plan().mapFromScene(views::bridge::toScene(site)); }

    views::bridge::Theme theme;
    views::shell::MainWindow window;

private:
    void move(const QPoint& at) {
        QMouseEvent event(QEvent::MouseMove, at, plan().viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, {});
        QApplication::sendEvent(plan().viewport(), &event);
        QApplication::processEvents();
    }
};

}  // namespace halltwin::tests
