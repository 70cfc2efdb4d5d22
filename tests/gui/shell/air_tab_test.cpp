// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"
#include "views/shell/derivation_popup.h"

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("A click on a figure in the Air tab opens its derivation") {
    WindowBench bench;
    bench.openExample("classroom-two-rows.json");
    bench.window.showTab(views::shell::Tab::Air);
    auto& row = bench.find<QFrame>("air.rti");
    REQUIRE(QTest::qWaitFor([&] { return row.isVisible(); }, 5000));
    QTest::mouseClick(&row, Qt::LeftButton);
    auto* popup = bench.window.findChild<views::shell::DerivationPopup*>();
    REQUIRE(popup != nullptr);
    QString words;
    for (const auto* label : popup->findChildren<QLabel*>())
        words += label->text();
    CHECK(words.contains("RTI"));
    CHECK(words.contains("Herrlin"));
}
