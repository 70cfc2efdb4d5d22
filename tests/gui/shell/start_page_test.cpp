// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/shell/new_hall_dialog.h"
#include "views/shell/settings.h"
#include "views/shell/start_page.h"

#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("The window starts with a page of examples, and commands that need a project are off") {
    WindowBench bench;
    CHECK(bench.find<QWidget>("startPage").isVisible());
    CHECK(!bench.find<QWidget>("catalogDock").isVisible());
    CHECK(!bench.window.commands().action("saveAction")->isEnabled());
    int cards = 0;
    for (const auto* button : bench.find<QWidget>("startPage").findChildren<QPushButton*>()) {
        if (button->property("card").toBool()) ++cards;
    }
    CHECK(cards >= 3);
}

TEST_CASE("An example opens by a click and the panels appear") {
    WindowBench bench;
    QPushButton* card = nullptr;
    for (auto* button : bench.find<QWidget>("startPage").findChildren<QPushButton*>()) {
        if (button->accessibleName() == "Empty hall") card = button;
    }
    REQUIRE(card != nullptr);
    QTest::mouseClick(card, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return bench.find<QWidget>("catalogDock").isVisible(); }, 20000));
    CHECK(bench.window.session().displayName() == "Empty hall");
    CHECK(bench.window.session().filePath().isEmpty());
}

TEST_CASE("A new project has the hall that was asked for") {
    WindowBench bench;
    bench.trigger("newAction");
    auto& dialog = bench.find<views::shell::NewHallDialog>("newHallDialog");
    auto& width = *dialog.findChild<QLineEdit*>("hall.width_m");
    width.selectAll();
    QTest::keyClicks(&width, "30");
    QTest::keyClick(&width, Qt::Key_Return);  // takes the number over and presses "Create"
    const Project& project = bench.window.session().project();
    REQUIRE(project.halls.size() == 1);
    CHECK(project.halls.begin()->width.in(metres) == Approx(30.0));
    CHECK(!bench.window.session().isModified());
    CHECK(bench.plan().isVisible());
}

TEST_CASE("Recent files come last opened first, without those that are gone") {
    QSettings().clear();
    const ScratchFolder folder;
    for (const char* name : {"a.halltwin", "b.halltwin", "c.halltwin"}) {
        const QString path = QString::fromStdString((folder / name).string());
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        views::shell::Settings::addRecentFile(path);
    }
    views::shell::Settings::addRecentFile(QString::fromStdString((folder / "a.halltwin").string()));
    QFile::remove(QString::fromStdString((folder / "b.halltwin").string()));
    QStringList names;
    for (const QString& path : views::shell::Settings::recentFiles())
        names << QFileInfo(path).fileName();
    CHECK(names == QStringList{"a.halltwin", "c.halltwin"});
}
