// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin::exchange;

TEST_CASE("a CSV field is quoted only where RFC 4180 asks for it") {
    CHECK(csvField("Rack 1; left") == "Rack 1; left");
    CHECK(csvField("a,b") == "\"a,b\"");
    CHECK(csvField("19\" rack") == "\"19\"\" rack\"");
    CHECK(csvField("two\nlines") == "\"two\nlines\"");
    CHECK(csvField("").empty());
}

TEST_CASE("a CSV number reads back to the same double and never depends on the locale") {
    CHECK(csvNumber(0.1) == "0.1");
    CHECK(csvNumber(250000.0) == "250000");
    CHECK(std::stod(csvNumber(1.0 / 3.0)) == 1.0 / 3.0);
    CHECK(csvNumber(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(csvNumber(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("a CSV table ends each row with CR LF and keeps empty fields") {
    CsvTable table({"name", "power_kw", "note"});
    table.text("R1").number(12.5).empty();
    table.empty().number(0.0).text("a \"b\"");
    CHECK(table.str() == "name,power_kw,note\r\nR1,12.5,\r\n,0,\"a \"\"b\"\"\"\r\n");
}
