// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv.h"
#include "model/exchange/csv_reader.h"
#include "tests/support/catch.h"

using namespace halltwin;
using exchange::readCsv;

TEST_CASE("What the writer writes, the reader reads") {
    const std::vector<std::string> fields{"plain", "a,b", "say \"no\"", "two\r\nlines", "", "\""};
    exchange::CsvTable table({"1", "2", "3", "4", "5", "6"});
    for (const std::string& field : fields)
        table.text(field);
    const auto rows = readCsv(table.str());
    REQUIRE(rows);
    REQUIRE(rows->size() == 2);
    CHECK((*rows)[1] == fields);
}

TEST_CASE("Lines end with LF or CR LF, and the last may have no end") {
    const auto rows = readCsv("a,b\n1,2\r\n3,");
    REQUIRE(rows);
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[2] == exchange::CsvRow{"3", ""});
    CHECK(readCsv("")->empty());
}

TEST_CASE("A quote that is not closed is refused with its line") {
    const auto rows = readCsv("a,b\n\"open,2\n");
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code == ErrorCode::ParseFailure);
    CHECK(rows.error().context == "line 2");
}
