// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/report/table.h"
#include "views/report/text.h"

using namespace halltwin::views::report;

namespace {

constexpr double pageHeight = 200.0 * pt;

Table aTable() {
    return Table({{"Name", 2.0}, {"Value", 1.0, Qt::AlignRight}}, 300.0 * pt);
}

}  // namespace

TEST_CASE("Every row of a table is on exactly one page, and no page is taller than allowed") {
    Table table = aTable();
    for (int i = 0; i < 100; ++i) {
        table.add({RowKind::Plain, {QString(i % 7 * 30, 'w'), QString::number(i)}, {}});
    }
    std::size_t next = 0;
    for (const RowRange& page : table.paginate(pageHeight)) {
        CHECK(page.first == next);
        CHECK(page.last > page.first);
        CHECK(page.height <= pageHeight);
        next = page.last;
    }
    CHECK(next == 100);
}

TEST_CASE("A group's heading is never the last row of a page") {
    for (int before = 1; before < 30; ++before) {
        Table table = aTable();
        for (int i = 0; i < before; ++i)
            table.add({RowKind::Plain, {"row", "1"}, {}});
        table.add({RowKind::Group, {"heading"}, {}});
        for (int i = 0; i < 20; ++i)
            table.add({RowKind::Plain, {"row", "1"}, {}});
        for (const RowRange& page : table.paginate(pageHeight)) {
            INFO("heading after " << before << " rows");
            CHECK(page.last != static_cast<std::size_t>(before) + 1);
        }
    }
}

TEST_CASE("A cell of unbroken text wraps, and one of a megabyte is shortened to less than a page") {
    Table table = aTable();
    table.add({RowKind::Plain, {QString(1 << 20, 'w'), "1"}, {}});
    const auto pages = table.paginate(pageHeight);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].height > 5.0 * lineHeight(TextRole::Body));
    CHECK(pages[0].height < 2.0 * pageHeight);
}

TEST_CASE("An empty table is one page with its header") {
    const auto pages = aTable().paginate(pageHeight);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].last == 0);
}

TEST_CASE("Figures of a table are whole from a thousand up and never lose what is tiny") {
    CHECK(formatFigure(0.0).toStdString() == "0");
    CHECK(formatFigure(12345.678).endsWith("346"));
    CHECK(formatFigure(1.23456).toStdString() == "1.235");
    CHECK(formatFigure(-3.14e-12).toStdString() == "−3.1 × 10⁻¹²");
}
