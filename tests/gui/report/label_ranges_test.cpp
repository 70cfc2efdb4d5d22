// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/report/label_ranges.h"

using halltwin::views::report::labelRanges;

TEST_CASE("Labels with consecutive numbers join into runs, in the order of their numbers") {
    CHECK(labelRanges({"R10", "R2", "R1", "R3", "R11"}).toStdString() == "R1–R3, R10, R11");
    CHECK(labelRanges({"UPS A", "UPS B"}).toStdString() == "UPS A, UPS B");
    CHECK(labelRanges({"A-1", "B-1", "A-2", "A-3"}).toStdString() == "A-1–A-3, B-1");
}

TEST_CASE("A padded run goes on past its padding, and padded numbers are not those without") {
    CHECK(labelRanges({"R08", "R09", "R10"}).toStdString() == "R08–R10");
    CHECK(labelRanges({"R1", "R01"}).contains("R01"));
}

TEST_CASE("Empty, repeated and absurdly long labels do no harm") {
    CHECK(labelRanges({}).isEmpty());
    CHECK(labelRanges({"", "R1", "R1", ""}).toStdString() == "R1");
    const QString digits(40, QLatin1Char('9'));
    CHECK(labelRanges({digits}) == digits);
}
