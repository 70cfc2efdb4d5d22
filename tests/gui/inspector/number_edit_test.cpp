// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/inspector/number_edit.h"

#include <QSignalSpy>
#include <QTest>

using namespace halltwin;
using views::inspector::NumberEdit;

namespace {

views::inspector::NumberFormat millimetreFormat() {
    return {.minimum = 0,
            .maximum = 5000,
            .decimals = 1,
            .step = 100,
            .unit = "mm",
            .canBeEmpty = false};
}

void type(NumberEdit& edit, const char* text) {
    edit.selectAll();
    QTest::keyClicks(&edit, text);
    QTest::keyClick(&edit, Qt::Key_Return);
}

}  // namespace

TEST_CASE("A typed number is taken over once, with or without its unit") {
    NumberEdit edit(millimetreFormat());
    edit.setValue(600.0);
    QSignalSpy committed(&edit, &NumberEdit::committed);
    type(edit, "1250.5 mm");
    CHECK(edit.value() == 1250.5);
    CHECK(edit.text() == "1250.5");
    type(edit, "1250.5");
    CHECK(committed.count() == 1);
}

TEST_CASE(
    "A text that is no number or out of range is refused until Escape brings the old value back") {
    NumberEdit edit(millimetreFormat());
    edit.setValue(600.0);
    QSignalSpy committed(&edit, &NumberEdit::committed);
    for (const char* text : {"wide", "-1", "5000.1", ""}) {
        INFO(text);
        edit.clear();
        QTest::keyClick(&edit, Qt::Key_Space);
        type(edit, text);
        CHECK(edit.property("invalid").toBool());
        CHECK(edit.value() == 600.0);
        QTest::keyClick(&edit, Qt::Key_Escape);
        CHECK(edit.text() == "600");
        CHECK(!edit.property("invalid").toBool());
    }
    CHECK(committed.count() == 0);
}

TEST_CASE("Arrow keys step within the range") {
    NumberEdit edit(millimetreFormat());
    edit.setValue(4850.0);
    QTest::keyClick(&edit, Qt::Key_Up);
    CHECK(edit.value() == 4950.0);
    QTest::keyClick(&edit, Qt::Key_Up);
    CHECK(edit.value() == 5000.0);
    QTest::keyClick(&edit, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(edit.value() == 4000.0);
}

TEST_CASE("Numbers are understood with spaces and typographic minus") {
    CHECK(NumberEdit::parse("1 200", "mm") == 1200.0);
    CHECK(NumberEdit::parse(QStringLiteral("−3.5 °C"), QStringLiteral("°C")) == -3.5);
    CHECK(!NumberEdit::parse("nan", ""));
    CHECK(!NumberEdit::parse("12 kg", "mm"));
}
