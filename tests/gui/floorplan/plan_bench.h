// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/plan_coordinates.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/bridge/twin_runner.h"
#include "views/floorplan/plan_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTest>
#include <memory>
#include <utility>

namespace halltwin::tests {

/// A plan view on a project of the test catalogue, 40 pixels to the metre, with a mouse that is led
/// in metres on the site. The twin answers with an empty result.
class PlanBench {
public:
    explicit PlanBench(Project project) {
        session.newProject(std::move(project));
        view.resize(1200, 800);
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        view.setTransform(QTransform::fromScale(40.0, 40.0));
        view.centerOn(views::bridge::toScene(Point{metres(12.0), metres(9.0)}));
        QApplication::processEvents();
    }

    [[nodiscard]] QPoint pixel(double x, double y) const {
        return view.mapFromScene(views::bridge::toScene(Point{metres(x), metres(y)}));
    }
    void press(double x, double y, Qt::KeyboardModifiers keys = {},
               Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(view.viewport(), button, keys, pixel(x, y));
    }
    void move(double x, double y, Qt::KeyboardModifiers keys = {}) { moveTo(pixel(x, y), keys); }
    void moveTo(const QPoint& at, Qt::KeyboardModifiers keys = {}) {
        QMouseEvent event(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, keys);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void release(double x, double y, Qt::KeyboardModifiers keys = {},
                 Qt::MouseButton button = Qt::LeftButton) {
        QTest::mouseRelease(view.viewport(), button, keys, pixel(x, y));
    }
    void click(double x, double y, Qt::KeyboardModifiers keys = {}) {
        press(x, y, keys);
        release(x, y, keys);
    }
    /// Through a point on the way, as a hand does.
    void drag(Point from, Point to, Qt::KeyboardModifiers keys = {}) {
        press(from.x.in(metres), from.y.in(metres), keys);
        move(0.5 * (from.x + to.x).in(metres), 0.5 * (from.y + to.y).in(metres), keys);
        move(to.x.in(metres), to.y.in(metres), keys);
        release(to.x.in(metres), to.y.in(metres), keys);
    }
    void key(Qt::Key which, Qt::KeyboardModifiers keys = {}) {
        QTest::keyClick(&view, which, keys);
    }

    [[nodiscard]] const Item& item(const std::string& label) const {
        const Item* found = session.project().items.find(itemLabelled(session.project(), label));
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] double x(const std::string& label) const {
        return item(label).position.x.in(metres);
    }
    [[nodiscard]] double y(const std::string& label) const {
        return item(label).position.y.in(metres);
    }
    [[nodiscard]] std::size_t itemCount() const { return session.project().items.size(); }

    views::bridge::ProjectSession session{std::make_shared<const Catalog>(aCatalog())};
    views::bridge::Selection selection;
    views::bridge::TwinRunner runner{
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; }};
    views::bridge::TwinFeed feed{session, runner};
    views::bridge::Theme theme;
    views::floorplan::PlanView view{{session, selection, feed, theme}};
};

inline Point at(double x, double y) {
    return {metres(x), metres(y)};
}

}  // namespace halltwin::tests
