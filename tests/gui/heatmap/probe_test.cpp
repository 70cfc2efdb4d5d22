// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/bridge/twin_runner.h"
#include "views/heatmap/probe_panel.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views;

namespace {

/// A room of hall 1 with the same air everywhere.
bridge::TwinResultPtr airAt(float temperatureC) {
    auto result = std::make_shared<twin::TwinResult>();
    twin::RoomAnswer room;
    room.hall = HallId{1};
    room.air.grid = {{{0.0, 2.0, 4.0}}, {{0.0, 2.0, 4.0}}, {{0.0, 1.5, 3.0}}};
    const std::size_t cells = room.air.grid.cellCount();
    room.air.temperatureC.assign(cells, temperatureC);
    room.air.u.assign(cells, 3.0F);
    room.air.v.assign(cells, 4.0F);
    room.air.w.assign(cells, 0.0F);
    room.air.pressurePa.assign(cells, 1.5F);
    room.air.solid.assign(cells, thermal::airCell);
    result->rooms.push_back(room);
    return result;
}

const Point somewhere{metres(1.0), metres(1.0)};

}  // namespace

TEST_CASE("A probe notes one reading for each answer, the finest stage of it last") {
    heatmap::ProbeBook book;
    book.note(airAt(20.0F), 1, thermal::Stage::Preview);
    const int number = book.add(HallId{1}, somewhere, metres(1.0));
    book.note(airAt(21.0F), 1, thermal::Stage::Coarse);
    book.note(airAt(22.0F), 1, thermal::Stage::Fine);
    book.note(airAt(25.0F), 2, thermal::Stage::Preview);
    const heatmap::Probe* probe = book.find(number);
    REQUIRE(probe != nullptr);
    REQUIRE(probe->history.size() == 2);
    CHECK(probe->history[0].answer == 1);
    CHECK(probe->history[0].stage == thermal::Stage::Fine);
    CHECK(probe->history[0].air.temperature.in(celsius) == Approx(22.0));
    CHECK(probe->history[1].air.temperature.in(celsius) == Approx(25.0));
    CHECK(probe->now->speed.in(metresPerSecond) == Approx(5.0));
    CHECK(probe->now->pressure.in(pascals) == Approx(1.5));
}

TEST_CASE("A preview while something is dragged is shown by a probe and not noted") {
    heatmap::ProbeBook book;
    book.note(airAt(20.0F), 1, thermal::Stage::Fine);
    const int number = book.add(HallId{1}, somewhere, metres(1.0));
    book.note(airAt(30.0F), 0, thermal::Stage::Preview);
    CHECK(book.find(number)->now->temperature.in(celsius) == Approx(30.0));
    CHECK(book.find(number)->history.size() == 1);
}

TEST_CASE("A probe that is moved starts its history again, and one outside reads nothing") {
    heatmap::ProbeBook book;
    const int number = book.add(HallId{1}, somewhere, metres(1.0));
    CHECK_FALSE(book.find(number)->now);
    book.note(airAt(20.0F), 1, thermal::Stage::Fine);
    book.note(airAt(21.0F), 2, thermal::Stage::Fine);
    REQUIRE(book.find(number)->history.size() == 2);
    book.move(number, HallId{1}, {metres(3.0), metres(3.0)});
    CHECK(book.find(number)->history.size() == 1);
    book.move(number, HallId{1}, {metres(9.0), metres(3.0)});
    CHECK_FALSE(book.find(number)->now);
    CHECK(book.find(number)->history.empty());
}

TEST_CASE("Numbers of probes are not used twice until all are gone") {
    heatmap::ProbeBook book;
    const int first = book.add(HallId{1}, somewhere, metres(1.0));
    const int second = book.add(HallId{1}, somewhere, metres(1.0));
    book.remove(second);
    CHECK(book.add(HallId{1}, somewhere, metres(1.0)) == 3);
    book.remove(first);
    book.clear();
    CHECK(book.add(HallId{1}, somewhere, metres(1.0)) == 1);
}

TEST_CASE("The panel lists what probes read and removes the selected one") {
    bridge::ProjectSession session(std::make_shared<const Catalog>(aCatalog()));
    bridge::Selection selection;
    bridge::TwinRunner runner(
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; });
    bridge::TwinFeed feed(session, runner);
    bridge::Theme theme;
    theme.apply(*qApp, bridge::ThemeMode::Light);
    heatmap::ProbeBook book;
    heatmap::ProbePanel panel({session, selection, feed, theme}, book);
    panel.resize(300, 400);
    panel.show();
    REQUIRE(QTest::qWaitForWindowExposed(&panel));
    auto* list = panel.findChild<QTreeWidget*>(QStringLiteral("probeList"));
    auto* remove = panel.findChild<QPushButton*>(QStringLiteral("removeProbe"));
    CHECK_FALSE(list->isVisible());
    book.note(airAt(23.46F), 1, thermal::Stage::Fine);
    book.add(HallId{1}, somewhere, metres(1.0));
    book.add(HallId{1}, {metres(9.0), metres(9.0)}, metres(1.0));
    REQUIRE(list->topLevelItemCount() == 2);
    CHECK(list->isVisible());
    CHECK(list->topLevelItem(0)->text(1) == QStringLiteral("23.5"));
    CHECK(list->topLevelItem(0)->text(2) == QStringLiteral("5.00"));
    CHECK(list->topLevelItem(1)->text(1) == QStringLiteral("–"));
    CHECK_FALSE(remove->isEnabled());
    list->setCurrentItem(list->topLevelItem(0));
    book.note(airAt(24.0F), 2, thermal::Stage::Fine);  // the selection stays
    REQUIRE(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    REQUIRE(book.probes().size() == 1);
    CHECK(book.probes().front().number == 2);
}
