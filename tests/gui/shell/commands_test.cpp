// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"

#include <QAbstractButton>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScrollBar>
#include <QSet>
#include <QToolBar>
#include <map>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

void collect(const QMenu& menu, QSet<QAction*>& actions) {
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) collect(*action->menu(), actions);
        actions.insert(action);
    }
}

}  // namespace

TEST_CASE("Every command has a help text and a shortcut that no other command has") {
    WindowBench bench;
    std::map<QString, QString> byKeys;
    for (const QAction* action : bench.window.commands().actions()) {
        INFO(action->objectName().toStdString());
        CHECK(!action->statusTip().isEmpty());
        CHECK(action->toolTip().contains(action->statusTip().toHtmlEscaped()));
        if (action->objectName() == "aboutAction") continue;
        const QString keys = action->shortcut().toString();
        CHECK(!keys.isEmpty());
        CHECK(byKeys.emplace(keys, action->objectName()).second);
    }
    CHECK(byKeys.size() > 30);
}

TEST_CASE("Every command can be reached from a menu") {
    WindowBench bench;
    QSet<QAction*> reachable;
    for (const QAction* menu : bench.window.menuBar()->actions())
        collect(*menu->menu(), reachable);
    for (QAction* action : bench.window.commands().actions()) {
        INFO(action->objectName().toStdString());
        CHECK(reachable.contains(action));
    }
}

TEST_CASE("Buttons and fields have names that a screen reader can say") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    for (const auto* button : bench.window.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() ||
            qstrcmp(button->metaObject()->className(), "QToolBarExtension") == 0)
            continue;
        INFO(button->objectName().toStdString() << " " << button->metaObject()->className());
        CHECK((!button->text().isEmpty() || !button->accessibleName().isEmpty()));
    }
    for (const auto* slider : bench.window.findChildren<QAbstractSlider*>()) {
        if (!slider->isVisible() || qobject_cast<const QScrollBar*>(slider) != nullptr) continue;
        INFO(slider->objectName().toStdString());
        CHECK(!slider->accessibleName().isEmpty());
    }
}

TEST_CASE("The theme changes while the program runs and everything follows") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    const QImage light = bench.window.grab().toImage();
    bench.trigger("themeAction");
    QApplication::processEvents();
    const QImage dark = bench.window.grab().toImage();
    const auto brightness = [](const QImage& picture, const QRect& part) {
        qint64 sum = 0;
        for (int y = part.top(); y <= part.bottom(); y += 4) {
            for (int x = part.left(); x <= part.right(); x += 4)
                sum += qGray(picture.pixel(x, y));
        }
        return static_cast<double>(sum) / ((part.width() / 4.0) * (part.height() / 4.0));
    };
    // Catalogue, inspector, and the three charts.
    for (const QRect& part :
         {QRect(20, 160, 200, 300), QRect(1160, 260, 240, 160), QRect(150, 650, 1000, 200)}) {
        INFO(part.x() << "," << part.y());
        CHECK(brightness(light, part) > 180.0);
        CHECK(brightness(dark, part) < 80.0);
    }
}

TEST_CASE("Closing a window with unsaved edits asks first") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    REQUIRE(bench.window.session().apply(edit::SetInfo{{"Other name", "", "", ""}}));
    CHECK(bench.window.isWindowModified());
    bench.window.close();
    CHECK(bench.window.isVisible());
    auto& box = bench.find<QMessageBox>("unsavedDialog");
    QTest::mouseClick(box.button(QMessageBox::Discard), Qt::LeftButton);
    QApplication::processEvents();
    CHECK(!bench.window.isVisible());
}

TEST_CASE("The chosen tool is shown in the toolbar, also when the plan changes it") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    bench.trigger("tool.measure");
    CHECK(bench.plan().tool() == views::floorplan::tools::ToolKind::Measure);
    QTest::keyClick(&bench.plan(), Qt::Key_Escape);
    CHECK(bench.window.commands().action("tool.select")->isChecked());
}
