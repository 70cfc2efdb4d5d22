// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"
#include "views/validation/validation_page.h"

#include <QMenu>
#include <QMenuBar>

using namespace halltwin;
using namespace halltwin::tests;
using views::validation::ValidationPage;

TEST_CASE("Help opens the validation page once, with no project needed") {
    WindowBench bench;
    const QMenu* help = bench.window.menuBar()->actions().back()->menu();
    QAction* action = bench.window.commands().action("validationAction");
    REQUIRE(help->actions().contains(action));
    REQUIRE(action->isEnabled());
    action->trigger();
    action->trigger();
    const auto pages = bench.window.findChildren<ValidationPage*>();
    REQUIRE(pages.size() == 1);
    CHECK(pages.front()->isVisible());
    CHECK_FALSE(pages.front()->isModal());
}
